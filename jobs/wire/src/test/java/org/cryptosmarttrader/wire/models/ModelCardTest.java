package org.cryptosmarttrader.wire.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.uncertainty.ClimatologyShrink;
import org.cryptosmarttrader.uncertainty.ScoreHistogram;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.events.EventCodec;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A model card")
class ModelCardTest {

    private static final FeatureCatalog CATALOG =
            new FeatureCatalog(List.of(new LogReturn(1), new LogReturn(24), new LogReturn(168)), List.of());
    private static final byte[] MODEL = {1, 2, 3};

    private static ModelCard card(String... features) {
        return Cards.of(List.of(features), CATALOG.fingerprint(RunScene.HOURLY), "24h", MODEL);
    }

    private static void refuses(ModelCard card, TickGrid grid, String... words) {
        assertThatExceptionOfType(StaleCardException.class)
                .isThrownBy(() -> card.requireFits(CATALOG, grid))
                .satisfies(refusal -> assertThat(refusal).message().contains(words));
    }

    @Test
    void fits_the_catalogue_its_training_set_was_made_with() {
        assertThatCode(() -> Cards.of(CATALOG, "24h", MODEL).requireFits(CATALOG, RunScene.HOURLY))
                .doesNotThrowAnyException();
    }

    @Test
    void that_lists_another_column_is_refused_by_the_name_of_the_first_that_differs() {
        refuses(
                card("ret_1", "ret_72", "whale_inflow"),
                RunScene.HOURLY,
                "forest 24h: card lists 3 columns, catalogue has 3, first difference at 1 (card ret_72, catalogue ret_24)",
                "train the 24h forest again");
    }

    @Test
    void that_lists_the_columns_in_another_order_is_refused() {
        refuses(card("ret_1", "ret_168", "ret_24"), RunScene.HOURLY, "at 1 (card ret_168, catalogue ret_24)");
    }

    @Test
    void that_lacks_a_column_or_has_one_more_is_refused_by_its_name() {
        refuses(card("ret_1", "ret_24"), RunScene.HOURLY, "2 columns", "at 2 (card nothing, catalogue ret_168)");
        refuses(
                card("ret_1", "ret_24", "ret_168", "ret_720"),
                RunScene.HOURLY,
                "4 columns",
                "at 3 (card ret_720, catalogue nothing)");
    }

    @Test
    void of_other_ticks_is_refused_though_its_columns_have_the_same_names() {
        refuses(
                Cards.of(CATALOG, "24h", MODEL),
                new TickGrid(5 * TickGrid.MINUTE, 5_000),
                "same column names, but units, memories or the tick interval differ");
    }

    @Test
    void brings_calibration_and_errors_back_from_its_text() throws IOException {
        ScoreHistogram errors = new ScoreHistogram();
        for (int i = 1; i <= 99; i++) {
            errors.add(i / 10.0);
        }
        ModelCard.Prior prior = ModelCard.Prior.of(12.5, new ClimatologyShrink(0.52, 0.25), errors);

        ModelCard.Prior read = Json.read(Json.write(prior), ModelCard.Prior.class, "prior");

        assertThat(read.independentOutcomes()).isEqualTo(12.5);
        assertThat(read.map()).isEqualTo(new ClimatologyShrink(0.52, 0.25));
        assertThat(read.scores().count()).isEqualTo(99);
        assertThat(read.scores().quantile(0.2)).isEqualTo(errors.quantile(0.2));
    }

    @Test
    void that_names_no_statement_is_of_the_direction() throws IOException {
        String older = Json.write(Cards.of(CATALOG, "24h", MODEL)).replace(",\"statement\":\"up\"", "");

        assertThat(older).doesNotContain("statement");
        assertThat(Json.read(older, ModelCard.class, "card").statement()).isEqualTo("up");
    }

    @Test
    void whose_errors_were_cut_off_says_so() {
        ModelCard.Prior damaged = new ModelCard.Prior(1, "platt", new double[] {0, 1}, "AAAA");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(damaged::scores)
                .withMessageContaining("model card: prior.errors is damaged; train the model again");
    }

    @Test
    void travels_in_the_event_that_announces_it_through_kafka_and_back() throws IOException {
        ModelAnnouncement announcement =
                new ModelAnnouncement("champion", "file:///models/ä.onnx", Cards.of(CATALOG, "24h", MODEL));
        EventBlock event = announcement.event(1_646_092_805_000L, 3);
        EventCodec codec = new EventCodec();

        EventBlock received = codec.decode(codec.encode(event, 0));

        assertThat(received.kind()).isEqualTo(EventKind.MODEL);
        assertThat(received.availableAt(0)).isEqualTo(1_646_092_805_000L);
        assertThat(received.sequence(0)).isEqualTo(3);
        assertThat(Json.write(ModelAnnouncement.of(received))).isEqualTo(Json.write(announcement));
        assertThat(ModelAnnouncement.cardHash(received)).isEqualTo(event.payloadHash(0));
    }

    @Test
    void of_two_models_that_differ_in_anything_gives_events_of_different_hash() {
        EventBlock one = new ModelAnnouncement("champion", "file:///a", Cards.of(CATALOG, "24h", MODEL)).event(5, 1);
        EventBlock other = new ModelAnnouncement("champion", "file:///a", Cards.of(CATALOG, "1h", MODEL)).event(5, 1);

        assertThat(one.payloadHashes()).isNotEqualTo(other.payloadHashes());
    }
}
