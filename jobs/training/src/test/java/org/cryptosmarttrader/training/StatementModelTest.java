package org.cryptosmarttrader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.training.Learning.CATALOG;
import static org.cryptosmarttrader.training.Learning.COLUMNS;
import static org.cryptosmarttrader.training.Learning.HOUR;
import static org.cryptosmarttrader.training.Learning.HOURLY;
import static org.cryptosmarttrader.training.Learning.hours;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cryptosmarttrader.evaluation.Fold;
import org.cryptosmarttrader.evaluation.WalkForward;
import org.cryptosmarttrader.statements.Beyond;
import org.cryptosmarttrader.statements.Outperforms;
import org.cryptosmarttrader.statements.RealisedReturn;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The model of a statement")
class StatementModelTest {

    private static final int ROWS = 6_000;
    /** As of hour 6,000, 2,000 hours held back; horizon and embargo between the blocks. */
    private static final Fold FOLD = new WalkForward(
                    hours(ROWS + 1), hours(ROWS + 2), TickGrid.DAY, HOUR, 2_000 * TickGrid.HOUR, TickGrid.DAY)
            .folds()
            .get(0);

    private final ModelMaker maker =
            new ModelMaker(CATALOG, HOURLY, Learning.definition(Learning.SMALL), new Engine(), "test 1.0");

    private Refit refit(TrainingSet set) {
        return maker.refit(set, HOUR, FOLD, "ab".repeat(32));
    }

    /** Of the rows themselves, and nothing else. */
    private static Targets.Outcomes outcomes(TrainingSet set) {
        TreeMap<Long, List<RealisedReturn>> byDecision = new TreeMap<>();
        for (int row = 0; row < set.size(); row++) {
            byDecision
                    .computeIfAbsent(set.decisions()[row], absent -> new ArrayList<>())
                    .add(new RealisedReturn(set.pairs()[row], set.values()[row], set.scaled()[row]));
        }
        return new Targets.Outcomes(byDecision);
    }

    private Refit about(String statement, TrainingSet set) {
        return refit(set).about(Statement.parse(statement), outcomes(set));
    }

    /** Returns whose size, not their direction, follows the first feature. */
    private static TrainingSet restless() {
        TrainingSet set = Learning.set(ROWS, 0, 1);
        for (int row = 0; row < ROWS; row++) {
            float first = set.features()[row * COLUMNS];
            set.scaled()[row] *= Float.isNaN(first) ? 1 : StrictMath.exp(first);
        }
        return set;
    }

    @Test
    void finds_what_makes_a_move_large_where_its_direction_cannot_be_told() throws IOException {
        TrainingSet set = restless();

        ModelCard direction = maker.make(refit(set), Learning.SMALL).card();
        ModelCard size = maker.state(about("beyond_1", set)).card();

        assertThat(direction.scores().get("auc")).isBetween(0.45, 0.55);
        assertThat(size.scores().get("auc")).isGreaterThan(0.7);
        assertThat(size.scores().get("brier_skill")).isPositive();
    }

    @Test
    void says_the_mean_size_of_every_row_and_grows_trees_for_its_probability_alone() throws IOException {
        TrainingSet set = restless();
        ModelMaker.Made made = maker.state(about("beyond_1", set));

        TrainingSet trained = set.between(Long.MIN_VALUE, FOLD.lastTraining());
        double mean = Arrays.stream(trained.scaled()).map(Math::abs).average().orElseThrow();
        float[] said = Learning.said(made.onnx(), 100).scaledReturns();
        assertThat(said).containsOnly(said[0]);
        assertThat((double) said[0]).isCloseTo(mean, within(1e-5));
        assertThat(made.boosters()).containsOnlyKeys("p_up");
    }

    @Test
    void has_a_card_that_names_it_and_tells_its_own_base_rate() throws IOException {
        TrainingSet set = restless();
        ModelCard card = maker.state(about("beyond_1.5", set)).card();

        TrainingSet trained = set.between(Long.MIN_VALUE, FOLD.lastTraining());
        double beyond = Arrays.stream(trained.scaled())
                .filter(scaled -> Math.abs(scaled) > 1.5)
                .count();
        assertThat(card.statement()).isEqualTo("beyond_1.5");
        assertThat(card.member()).isEqualTo("beyond_1.5");
        assertThat(card.climatology()).isCloseTo(beyond / trained.size(), within(1e-15));
        assertThat(card.training().rows()).isEqualTo(trained.size());
        assertThat(card.parameters()).containsEntry("trees", "40").containsKey("booster_sha256_p_up");
    }

    @Test
    void gives_equal_bytes_for_equal_rows_card_and_model() throws IOException {
        ModelMaker.Made one = maker.state(about("beyond_1", restless()));
        ModelMaker.Made other = maker.state(about("beyond_1", restless()));

        assertThat(other.onnx()).isEqualTo(one.onnx());
        assertThat(Json.write(other.card())).isEqualTo(Json.write(one.card()));
    }

    @Test
    void has_a_version_of_its_own_beside_one_that_every_label_answers_alike() throws IOException {
        TrainingSet set = restless();
        // sizes of whole numbers: none lies between one and one and a half
        Arrays.setAll(set.scaled(), row -> Math.rint(set.scaled()[row]));
        ModelMaker.Made one = maker.state(about("beyond_1", set));
        ModelMaker.Made other = maker.state(about("beyond_1.5", set));

        assertThat(other.onnx()).isEqualTo(one.onnx());
        assertThat(one.card().version()).endsWith("-beyond_1");
        assertThat(other.card().version()).endsWith("-beyond_1.5");
    }

    @Test
    void shares_with_the_forest_what_does_not_depend_on_labels() {
        TrainingSet set = restless();
        Refit forest = refit(set);
        Refit stated = forest.about(new Beyond(1), outcomes(set));

        assertThat(stated.lesson().novelty()).isSameAs(forest.lesson().novelty());
        assertThat(stated.lesson().deciles()).isSameAs(forest.lesson().deciles());
        assertThat(stated.lesson().weights()).isSameAs(forest.lesson().weights());
        assertThat(stated.lesson().sample().features())
                .isSameAs(forest.lesson().sample().features());
        assertThat(stated.finiteShare()).isSameAs(forest.finiteShare());
    }

    @Test
    void learns_from_no_row_whose_answer_is_missing() throws IOException {
        TrainingSet set = restless();
        Targets.Outcomes half = outcomes(set);
        half.byDecision().keySet().removeIf(decision -> HOURLY.barAt(decision) % 2 == 0);
        Refit stated = refit(set).about(new Beyond(1), half);

        Lesson lesson = stated.lesson();
        assertThat(Arrays.stream(lesson.sample().decisions()).map(decision -> HOURLY.barAt(decision) % 2))
                .containsOnly(1L);
        assertThat(lesson.weights()).hasSameSizeAs(lesson.sample().decisions());
        assertThat(IntStream.range(0, lesson.weights().length)
                        .mapToDouble(row -> lesson.weights()[row])
                        .average())
                .hasValueCloseTo(1.0, within(1e-6));
        assertThat(maker.state(stated).card().training().rows())
                .isEqualTo(lesson.rows().size())
                .isBetween(1_900L, 2_000L);
    }

    @Test
    void is_refused_alone_if_its_answers_are_all_the_same() {
        TrainingSet set = Learning.set(ROWS, 0, 1);

        assertThat(refit(set).refusal()).isEmpty();
        assertThat(about("beyond_10", set).refusal())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("beyond_10 was false of all 3,"));
    }

    @Test
    void is_refused_alone_if_too_few_answers_are_known() {
        // one pair is no market
        assertThat(about("outperforms", Learning.set(ROWS, 0, 1)).refusal())
                .hasValue("0 labels known to train on (200 needed) and 0 to hold back for calibration");
    }

    @Test
    void of_the_market_answers_with_the_pairs_that_have_no_row_of_their_own(@TempDir Path folder) throws IOException {
        RowBuilder labels = new RowBuilder(Datasets.LABELS);
        label(labels, "BTC/USD", 0.01, 1);
        label(labels, "ETH/USD", 0.02, 1.5);
        label(labels, "XRP/USD", 0.03, Double.NaN);
        RunScene run = new RunScene(folder, "r1", CATALOG, hours(100))
                .write(Datasets.LABELS, labels.build())
                .wholeUpTo(hours(100));
        // only two of the three have a row; without the third there would be no market
        TrainingSet rows = new TrainingSet(
                new long[] {hours(0), hours(0)},
                new String[] {"BTC/USD", "ETH/USD"},
                new float[2 * COLUMNS],
                COLUMNS,
                new double[] {1, 1.5},
                new double[] {0.01, 0.02});

        Targets known = Targets.Outcomes.read(run.folder(), HOUR, hours(1)).of(new Outperforms(), rows);
        Targets before = Targets.Outcomes.read(run.folder(), HOUR, hours(1) - 1).of(new Outperforms(), rows);

        // the median return is 2 %, the median in volatilities 1.25
        assertThat(known.values()).containsExactly(-1, -1);
        assertThat(known.scaled()).containsExactly(-0.25, 0.25);
        assertThat(before.values()).containsOnly(Double.NaN);
    }

    private static void label(RowBuilder labels, String pair, double value, double scaled) {
        labels.row()
                .set(0, hours(0))
                .set(1, pair)
                .set(2, HOUR.label())
                .set(3, hours(1))
                .set(4, value)
                .set(5, scaled)
                .set(6, "OK");
    }
}
