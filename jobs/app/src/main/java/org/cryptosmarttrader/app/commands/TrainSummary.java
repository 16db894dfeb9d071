package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.time.Instant;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.wire.models.ModelCard;

/** What came of the training of one horizon, in a line. */
final class TrainSummary {

    private TrainSummary() {}

    /**
     * A model that was made: its member and version, the rows that grew it, and its scores on the block held back, – where one does not
     * exist.
     */
    static String made(ModelCard card, Path folder) {
        ModelCard.Span training = card.training();
        return "%-5s %-11s %s  %,d rows of %s to %s; on %,d held back: AUC %s, Brier %s, log loss %s  %s"
                .formatted(
                        card.horizon(),
                        card.member(),
                        card.version(),
                        training.rows(),
                        Instant.ofEpochMilli(training.from()),
                        Instant.ofEpochMilli(training.until()),
                        card.calibration().rows(),
                        score(card, "auc", 3),
                        score(card, "brier", 4),
                        score(card, "log_loss", 4),
                        folder);
    }

    private static String score(ModelCard card, String name, int decimals) {
        Double score = card.scores().get(name);
        return score == null ? "–" : ("%." + decimals + "f").formatted(score);
    }

    /** A statement of which no model could be made, beside those that could. */
    static String unstated(Horizon horizon, String statement, String reason) {
        return "%-5s %-11s refused: %s".formatted(horizon, statement, reason);
    }

    static String refused(Horizon horizon, String reason) {
        return "%-5s refused: %s".formatted(horizon, reason);
    }
}
