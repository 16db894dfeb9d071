package org.cryptosmarttrader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.training.Learning.CATALOG;
import static org.cryptosmarttrader.training.Learning.COLUMNS;
import static org.cryptosmarttrader.training.Learning.HOUR;
import static org.cryptosmarttrader.training.Learning.HOURLY;
import static org.cryptosmarttrader.training.Learning.hours;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cryptosmarttrader.evaluation.Fold;
import org.cryptosmarttrader.evaluation.WalkForward;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.uncertainty.ScoreHistogram;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The maker of models")
class ModelMakerTest {

    private static final int ROWS = 8_000;
    /** As of hour 8,000, 2,000 hours held back; horizon and embargo between the blocks. */
    private static final Fold FOLD = new WalkForward(
                    hours(ROWS + 1), hours(ROWS + 2), TickGrid.DAY, HOUR, 2_000 * TickGrid.HOUR, TickGrid.DAY)
            .folds()
            .get(0);

    private static final String ROOT = "ab".repeat(32);

    private final ModelMaker maker = new ModelMaker(
            CATALOG, HOURLY, Learning.definition(Learning.SMALL, new Climatology()), new Engine(), "test 1.0");

    private ModelMaker.Made made(TrainingSet set) throws IOException {
        return maker.make(set, HOUR, FOLD, ROOT).get(0);
    }

    @Test
    void finds_a_planted_signal_in_rows_it_never_saw() throws IOException {
        ModelCard card = made(Learning.set(ROWS, 1, 1)).card();

        // signal and noise of equal size correlate the first feature and the label by 1/√2; by it a rise is ranked
        // before a
        // fall with 4 · (1/8 + 2 asin(1/2) / 4π) = 5/6, where it is there
        assertThat(card.scores().get("auc")).isBetween(0.79, 5 / 6.0);
        assertThat(card.scores().get("brier_skill")).isPositive();
    }

    @Test
    void finds_nothing_where_labels_are_shuffled() throws IOException {
        TrainingSet set = Learning.set(ROWS, 1, 1);
        TrainingSet shuffled = shuffled(set, 3);

        ModelCard card = made(shuffled).card();

        TrainingSet heldBack = shuffled.between(FOLD.calibrationAfter() + 1, FOLD.lastCalibration());
        double ups = Arrays.stream(heldBack.values()).filter(value -> value > 0).count();
        double downs = heldBack.size() - ups;
        double sigma = Math.sqrt((ups + downs + 1) / (12 * ups * downs));
        assertThat(card.scores().get("auc")).isCloseTo(0.5, within(3 * sigma));
    }

    private static TrainingSet shuffled(TrainingSet set, long seed) {
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < set.size(); row++) {
            order.add(row);
        }
        Collections.shuffle(order, new Random(seed));
        double[] scaled = new double[set.size()];
        double[] values = new double[set.size()];
        for (int row = 0; row < set.size(); row++) {
            scaled[row] = set.scaled()[order.get(row)];
            values[row] = set.values()[order.get(row)];
        }
        return new TrainingSet(set.decisions(), set.pairs(), set.features(), COLUMNS, scaled, values);
    }

    @Test
    void gives_equal_bytes_for_equal_rows_card_and_model() throws IOException {
        ModelMaker.Made one = made(Learning.set(ROWS, 1, 1));
        ModelMaker.Made other = made(Learning.set(ROWS, 1, 1));

        assertThat(other.onnx()).isEqualTo(one.onnx());
        assertThat(Json.write(other.card())).isEqualTo(Json.write(one.card()));
    }

    @Test
    void is_blind_to_the_block_it_holds_back_and_to_all_behind_it() throws IOException {
        TrainingSet set = Learning.set(ROWS + 500, 1, 1);
        byte[] honest = made(set).onnx();

        // poison: every row behind the last trained on is turned round
        for (int row = 0; row < set.size(); row++) {
            if (set.decisions()[row] > FOLD.lastTraining()) {
                set.scaled()[row] = -set.scaled()[row];
                set.values()[row] = -set.values()[row];
                Arrays.fill(set.features(), row * COLUMNS, (row + 1) * COLUMNS, 99);
            }
        }

        assertThat(made(set).onnx()).isEqualTo(honest);
    }

    @Test
    void does_see_the_last_row_it_trains_on() throws IOException {
        TrainingSet set = Learning.set(ROWS, 1, 1);
        byte[] before = made(set).onnx();
        int last = Arrays.binarySearch(set.decisions(), FOLD.lastTraining());
        set.scaled()[last] = 1_000;

        assertThat(made(set).onnx()).isNotEqualTo(before);
    }

    @Test
    void writes_on_the_card_what_the_model_is_made_of() throws IOException {
        TrainingSet set = Learning.set(ROWS, 1, 1);
        ModelMaker.Made made = made(set);
        ModelCard card = made.card();

        assertThat(card.horizon()).isEqualTo("1h");
        assertThat(card.statement()).isEqualTo("up");
        assertThat(card.modelSha256()).isEqualTo(Sha256.hex(Sha256.of(made.onnx())));
        // 333 days and 8 hours behind 2020-09-13T12:00:05Z
        assertThat(card.version())
                .isEqualTo("20210812T200005Z-" + card.modelSha256().substring(0, 8));
        assertThat(card.trainedAsOf()).isEqualTo(hours(ROWS));
        assertThat(card.features()).isEqualTo(CATALOG.names());
        assertThat(card.fingerprint()).isEqualTo(CATALOG.fingerprint(HOURLY));
        assertThat(card.tickIntervalMillis()).isEqualTo(TickGrid.HOUR);
        assertThat(card.trainingRoot()).isEqualTo(ROOT);
        assertThat(card.seed()).isEqualTo(7);
        assertThat(card.madeBy()).isEqualTo("test 1.0");
        assertThat(card.parameters())
                .containsEntry("trees", "40")
                .containsEntry("minimum_leaf_rows", "20")
                .containsEntry("weights", "uniqueness");
        // guards of 25 hours: 7975 back to 5976 held back, 5950 the last trained on
        assertThat(card.calibration()).isEqualTo(new ModelCard.Span(hours(5_976), hours(7_975), 2_000));
        assertThat(card.training()).isEqualTo(new ModelCard.Span(hours(0), hours(5_950), 5_951));
        assertThat(card.scores().keySet()).containsExactly("auc", "brier", "brier_skill", "ece", "log_loss");
        double ups =
                Arrays.stream(set.values(), 0, 5_951).filter(value -> value > 0).count();
        assertThat(card.climatology()).isEqualTo(ups / 5_951);
    }

    @Test
    void writes_on_the_card_what_the_block_held_back_says_of_the_errors() throws IOException {
        ModelCard card = made(Learning.set(ROWS, 1, 1)).card();
        ScoreHistogram errors = card.prior().scores();

        assertThat(card.prior().independentOutcomes()).isEqualTo(2_000);
        assertThat(errors.count()).isEqualTo(2_000);
        // noise of deviation 1 around the truth, and the forest misses the truth by a little
        assertThat(errors.quantile(0.2)).isBetween(1.2, 1.5);
        assertThat(card.prior().map().apply(0.5)).isBetween(0.45, 0.55);
    }

    @Test
    void writes_on_the_card_what_rows_look_like_and_how_many_values_were_there() throws IOException {
        ModelCard card = made(Learning.set(ROWS, 1, 1)).card();

        // standard normal, a twentieth missing
        for (int column = 0; column < COLUMNS; column++) {
            assertThat(card.novelty().medians()[column]).isCloseTo(0, within(0.08));
            assertThat(card.novelty().deviations()[column]).isCloseTo(0.6745, within(0.05));
            assertThat(card.finiteShare()[column]).isCloseTo(0.95, within(0.015));
        }
    }

    @Test
    void leaves_out_a_score_that_does_not_exist_where_every_outcome_was_a_rise() throws IOException {
        TrainingSet set = Learning.set(ROWS, 1, 1);
        Arrays.fill(set.values(), 0.01);

        ModelCard card = made(set).card();

        assertThat(card.scores()).doesNotContainKey("auc").containsKey("brier");
        assertThat(Json.write(card)).doesNotContain("NaN");
    }

    @Test
    void makes_none_of_too_few_rows_or_without_any_to_hold_back() throws IOException {
        TrainingSet set = Learning.set(ROWS, 1, 1);

        assertThat(maker.make(set.between(hours(5_752), hours(ROWS)), HOUR, FOLD, ROOT))
                .isEmpty();
        assertThat(maker.make(set.between(hours(5_751), hours(ROWS)), HOUR, FOLD, ROOT))
                .hasSize(2);
        assertThat(maker.make(set.between(hours(0), hours(5_950)), HOUR, FOLD, ROOT))
                .isEmpty();
    }

    @Test
    void makes_every_member_of_the_definition_the_forest_first_each_with_a_card_and_version_of_its_own()
            throws IOException {
        List<ModelMaker.Made> made = maker.make(Learning.set(ROWS, 1, 1), HOUR, FOLD, ROOT);

        assertThat(made).extracting(one -> one.card().member()).containsExactly("forest", "climatology");
        assertThat(made).extracting(one -> one.card().version()).doesNotHaveDuplicates();
        // what they share was measured on the same rows
        assertThat(Json.write(made.get(1).card().novelty()))
                .isEqualTo(Json.write(made.get(0).card().novelty()));
        // the climatology ranks nothing, and beats itself by no more than a float's rounding
        assertThat(made.get(1).card().scores().get("auc")).isEqualTo(0.5);
        assertThat(made.get(1).card().scores().get("brier_skill")).isCloseTo(0, within(1e-7));
    }

    @Test
    void makes_the_same_bytes_whatever_grows_beside_them() throws Exception {
        TrainingSet set = Learning.set(ROWS, 1, 1);
        List<Member> members = List.of(
                Learning.SMALL,
                new BoostedTrees(30, 4, 0.1, 20, 0.5, 0.5, 64, 7),
                new LogisticModel(0.1, 20, 5),
                new Climatology());
        ModelMaker all = new ModelMaker(
                CATALOG, HOURLY, new HorizonDefinition(Learning.SAMPLING, members), new Engine(), "test 1.0");
        List<ModelMaker.Made> alone = all.make(set, HOUR, FOLD, ROOT);
        Refit refit = all.refit(set, HOUR, FOLD, ROOT);

        ExecutorService cores = Executors.newFixedThreadPool(4);
        try {
            List<Future<ModelMaker.Made>> pieces = new ArrayList<>();
            for (Member member : members) {
                pieces.add(cores.submit(() -> all.make(refit, member)));
            }
            for (int i = 0; i < members.size(); i++) {
                // the card names the hash of the model and of its trees
                assertThat(Json.write(pieces.get(i).get().card()))
                        .isEqualTo(Json.write(alone.get(i).card()));
            }
        } finally {
            cores.shutdownNow();
        }
    }

    @Test
    void takes_in_a_model_made_elsewhere_and_tries_it_like_its_own() throws IOException {
        TrainingSet set = Learning.set(ROWS, 1, 1);
        byte[] onnx = made(set).onnx();

        ModelCard card = maker.adopt(refit(set), "theirs", onnx).card();

        assertThat(card.member()).isEqualTo("theirs");
        assertThat(card.parameters())
                .containsExactly(entry("made", "elsewhere"), entry("source_sha256", card.modelSha256()));
        // all that is measured is what is measured of our own forest of the same bytes
        ModelCard ours = made(set).card();
        assertThat(card)
                .usingRecursiveComparison()
                .ignoringFields("member", "parameters", "seed")
                .isEqualTo(ours);
    }

    private Refit refit(TrainingSet set) {
        return maker.refit(set, HOUR, FOLD, ROOT);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "forest   | is the name of one that is made here",
                "logistic | is the name of one that is made here",
                "beyond_2 | is the name of a statement",
                "up       | is the name of a statement",
                "Mine     | expected a small letter",
                "../mine  | expected a small letter",
                "1st      | expected a small letter"
            })
    void takes_in_no_model_under_a_name_that_is_taken_or_is_none(String member, String words) {
        Refit refit = refit(Learning.set(ROWS, 1, 1));

        assertThatIOException()
                .isThrownBy(() -> maker.adopt(refit, member, Climatology.onnx(0, 0.5f, COLUMNS)))
                .withMessageContaining("member '" + member + "'")
                .withMessageContaining(words);
    }

    @Test
    void takes_in_no_model_that_says_a_probability_above_1_of_any_row_held_back() {
        Refit refit = refit(Learning.set(ROWS, 1, 1));

        assertThatIOException()
                .isThrownBy(() -> maker.adopt(refit, "mine", Climatology.onnx(0, 1.5f, COLUMNS)))
                .withMessageContaining("p_up of row 0 is 1.5, expected 0 to 1");
        assertThatIOException()
                .isThrownBy(() -> maker.adopt(refit, "mine", Climatology.onnx(Float.NaN, Float.NaN, COLUMNS)))
                .withMessageContaining("no number for any of");
        assertThatIOException()
                .isThrownBy(() -> maker.adopt(refit, "mine", Climatology.onnx(0, 0.5f, COLUMNS - 1)))
                .withMessageContaining("takes 5 columns, the catalogue has 6");
    }

    @Test
    void has_a_card_that_comes_back_from_its_file_as_it_was() throws IOException {
        ModelCard card = made(Learning.set(ROWS, 1, 1)).card();
        String text = Json.write(card);

        assertThat(Json.write(Json.read(text, ModelCard.class, "card"))).isEqualTo(text);
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(500_000);
    }
}
