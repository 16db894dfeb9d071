package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.wire.models.Cards;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The line of a trained horizon")
class TrainSummaryTest {

    private final ModelCard card = Cards.of(StandardFeatures.withoutFitted(), "24h", new byte[] {1});

    @Test
    void says_version_rows_span_and_scores() {
        card.scores().put("auc", 0.51249);
        card.scores().put("brier", 0.25);
        card.scores().put("log_loss", 0.693147);

        assertThat(TrainSummary.made(card, Path.of("models/24h")))
                .isEqualTo(
                        "24h   forest      20220301T000005Z-0badcafe  2 rows of 1970-01-01T00:00:00Z to 1970-01-01T00:00:00.001Z;"
                                + " on 5 held back: AUC 0.512, Brier 0.2500, log loss 0.6931  models/24h");
    }

    @Test
    void leaves_a_score_open_that_does_not_exist() {
        card.scores().clear();

        assertThat(TrainSummary.made(card, Path.of("m"))).contains("AUC –, Brier –, log loss –");
    }

    @Test
    void says_why_there_is_no_model() {
        assertThat(TrainSummary.refused(new Horizon(24), "12 labels known to train on (200 needed)"))
                .isEqualTo("24h   refused: 12 labels known to train on (200 needed)");
    }
}
