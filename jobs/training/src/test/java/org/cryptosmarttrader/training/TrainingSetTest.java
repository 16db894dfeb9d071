package org.cryptosmarttrader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.cryptosmarttrader.training.Learning.CATALOG;
import static org.cryptosmarttrader.training.Learning.COLUMNS;
import static org.cryptosmarttrader.training.Learning.START;
import static org.cryptosmarttrader.training.Learning.hours;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.Fold;
import org.cryptosmarttrader.evaluation.WalkForward;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A training set")
class TrainingSetTest {

    private static final RowSchema FEATURES = Datasets.features(CATALOG);
    private static final Horizon DAY = new Horizon(24);

    @TempDir
    Path folder;

    private final RowBuilder features = new RowBuilder(FEATURES);
    private final RowBuilder labels = new RowBuilder(Datasets.LABELS);

    /** Row {@code hour} of a pair: feature i is {@code hour + i / 10}. */
    private void row(int hour, String pair) {
        features.row().set(0, hours(hour)).set(1, pair);
        for (int i = 0; i < COLUMNS; i++) {
            features.set(Datasets.FEATURES_FROM + i, hour + i / 10.0);
        }
    }

    private void label(int hour, String pair, Horizon horizon, double scaled) {
        labels.row()
                .set(0, hours(hour))
                .set(1, pair)
                .set(2, horizon.label())
                .set(3, hours(hour + horizon.hours()))
                .set(4, scaled / 100)
                .set(5, scaled)
                .set(6, "OK");
    }

    private RunScene run() {
        return new RunScene(folder, "r1", CATALOG, hours(10_000))
                .write(FEATURES, features.build())
                .write(Datasets.LABELS, labels.build())
                .wholeUpTo(hours(10_000));
    }

    private static TrainingSet read(RunScene run, long asOf) throws IOException {
        return TrainingSet.read(run.folder(), CATALOG, DAY, asOf);
    }

    @Test
    void joins_features_with_the_labels_of_its_horizon_by_decision_and_pair() throws IOException {
        row(0, "ETH/USD");
        row(0, "BTC/USD");
        row(1, "BTC/USD");
        row(2, "BTC/USD");
        label(1, "BTC/USD", DAY, -0.5);
        label(0, "BTC/USD", new Horizon(1), 9);
        label(0, "ETH/USD", DAY, 1.5);
        label(0, "BTC/USD", DAY, 0.5);
        label(3, "BTC/USD", DAY, 7);

        TrainingSet set = read(run(), hours(100));

        assertThat(set.decisions()).containsExactly(hours(0), hours(0), hours(1));
        assertThat(set.pairs()).containsExactly("BTC/USD", "ETH/USD", "BTC/USD");
        assertThat(set.scaled()).containsExactly(0.5, 1.5, -0.5);
        assertThat(set.values()).containsExactly(0.005, 0.015, -0.005);
        assertThat(Arrays.copyOfRange(set.features(), 2 * COLUMNS, 3 * COLUMNS))
                .containsExactly(1, 1.1f, 1.2f, 1.3f, 1.4f, 1.5f);
    }

    @Test
    void is_made_of_rows_that_can_be_read_one_by_one_too() throws IOException {
        row(3, "BTC/USD");
        row(3, "ETH/USD");
        features.set(Datasets.FEATURES_FROM + 1, Double.NaN);
        RunScene run = run();

        assertThat(FeatureRow.read(run.folder(), CATALOG, "BTC/USD", hours(3)))
                .containsExactly(3, 3.1f, 3.2f, 3.3f, 3.4f, 3.5f);
        assertThat(FeatureRow.read(run.folder(), CATALOG, "ETH/USD", hours(3))[1])
                .isNaN();
        assertThatIOException()
                .isThrownBy(() -> FeatureRow.read(run.folder(), CATALOG, "BTC/USD", hours(4)))
                .withMessageContaining("no row of BTC/USD at 2020-09-13T16:00:05Z")
                .withMessageContaining("the last before it that day is at 2020-09-13T15:00:05Z");
        assertThatIOException()
                .isThrownBy(() -> FeatureRow.read(run.folder(), CATALOG, "DOGE/USD", hours(3)))
                .withMessageContaining("it has none of this pair that day, but of BTC/USD, ETH/USD");
    }

    @Test
    void holds_no_label_that_matured_later_not_even_by_a_millisecond() throws IOException {
        for (int hour = 0; hour < 48; hour++) {
            row(hour, "BTC/USD");
            label(hour, "BTC/USD", DAY, hour);
        }
        RunScene run = run();

        assertThat(read(run, hours(24) - 1).size()).isZero();
        assertThat(read(run, hours(24)).scaled()).containsExactly(0);
        assertThat(read(run, hours(50)).scaled()).hasSize(27).contains(26).doesNotContain(27);
    }

    @Test
    void leaves_out_rows_whose_label_is_a_gap_and_keeps_missing_features() throws IOException {
        row(0, "BTC/USD");
        row(1, "BTC/USD");
        features.set(Datasets.FEATURES_FROM + 2, Double.NaN);
        label(0, "BTC/USD", DAY, Double.NaN);
        label(1, "BTC/USD", DAY, 1);

        TrainingSet set = read(run(), hours(100));

        assertThat(set.decisions()).containsExactly(hours(1));
        assertThat(set.features()[2]).isNaN();
        assertThat(set.features()[3]).isEqualTo(1.3f);
    }

    @Test
    void is_the_same_whatever_the_order_and_the_files_the_rows_came_in() throws IOException {
        List<int[]> cells = new ArrayList<>();
        for (int hour = 0; hour < 60; hour++) {
            for (int pair = 0; pair < 4; pair++) {
                cells.add(new int[] {hour, pair});
            }
        }
        TrainingSet sorted = written(cells, folder.resolve("sorted"), 1);
        Collections.shuffle(cells, new Random(5));

        TrainingSet shuffled = written(cells, folder.resolve("shuffled"), 7);

        assertThat(shuffled.decisions()).isEqualTo(sorted.decisions()).hasSize(240);
        assertThat(shuffled.pairs()).isEqualTo(sorted.pairs());
        assertThat(shuffled.features()).isEqualTo(sorted.features());
        assertThat(shuffled.scaled()).isEqualTo(sorted.scaled());
    }

    private TrainingSet written(List<int[]> cells, Path root, int files) throws IOException {
        RunScene run = new RunScene(root, "r1", CATALOG, hours(100));
        for (int file = 0; file < files; file++) {
            for (int i = file; i < cells.size(); i += files) {
                String pair = "P" + cells.get(i)[1] + "/USD";
                row(cells.get(i)[0], pair);
                label(cells.get(i)[0], pair, DAY, cells.get(i)[0] * 10 + cells.get(i)[1]);
            }
            run.write(FEATURES, features.build()).write(Datasets.LABELS, labels.build());
        }
        return read(run.wholeUpTo(hours(100)), hours(100));
    }

    @Test
    void refuses_a_run_that_is_not_whole_up_to_the_instant_asked_for() throws IOException {
        row(0, "BTC/USD");
        label(0, "BTC/USD", DAY, 1);
        RunScene run = run().wholeUpTo(hours(24));

        assertThat(read(run, hours(24)).size()).isEqualTo(1);
        assertThat(read(run, hours(25) - 1).size()).as("no tick between").isEqualTo(1);
        assertThatIOException()
                .isThrownBy(() -> read(run, hours(25)))
                .withMessageContaining(folder + ": whole up to 2020-09-14T12:00:05Z, asked as of 2020-09-14T13:00:05Z")
                .withMessageContaining("choose an earlier --as-of");
    }

    @Test
    void refuses_a_run_of_which_nothing_is_whole_yet() {
        RunScene run = new RunScene(folder, "r1", CATALOG, hours(100));

        assertThatIOException()
                .isThrownBy(() -> read(run, START))
                .withMessageContaining(folder + ": nothing of it is whole yet, asked as of ");
    }

    @Test
    void is_cut_by_decisions_both_ends_included() {
        TrainingSet set = Learning.set(10, 0, 1);

        assertThat(set.between(hours(3), hours(5)).decisions()).containsExactly(hours(3), hours(4), hours(5));
        assertThat(set.between(hours(3) + 1, hours(5) - 1).decisions()).containsExactly(hours(4));
        assertThat(set.between(hours(5), hours(3)).size()).isZero();
        assertThat(set.between(Long.MIN_VALUE, Long.MAX_VALUE).size()).isEqualTo(10);
        assertThat(set.between(hours(9), Long.MAX_VALUE).features())
                .containsExactly(Arrays.copyOfRange(set.features(), 9 * COLUMNS, 10 * COLUMNS));
    }

    @Test
    void is_purged_and_embargoed_by_its_fold() {
        // as of hour 1,000: calibrated over 100 h, horizon 24 h, embargo 24 h
        Fold fold = new WalkForward(
                        hours(1_001), hours(1_100), TickGrid.DAY, DAY, 100 * TickGrid.HOUR, 24 * TickGrid.HOUR)
                .folds()
                .get(0);
        TrainingSet set = Learning.set(2_000, 0, 1);

        TrainingSet training = set.between(Long.MIN_VALUE, fold.lastTraining());
        TrainingSet heldBack = set.between(fold.calibrationAfter() + 1, fold.lastCalibration());

        // 1000 − 48 = 952 is the last held back, 852 the last before; 852 − 48 = 804 the last trained on
        assertThat(heldBack.decisions()[heldBack.size() - 1]).isEqualTo(hours(952));
        assertThat(heldBack.decisions()[0]).isEqualTo(hours(853));
        assertThat(training.decisions()[training.size() - 1]).isEqualTo(hours(804));
    }

    @Test
    void is_sampled_by_the_identity_of_its_rows_alone() {
        TrainingSet set = Learning.set(10_000, 0, 1);

        TrainingSet some = set.sample(2_000, 7);

        assertThat(some.size()).isBetween(1_840, 2_160);
        assertThat(some.decisions()).isSorted();
        assertThat(set.sample(2_000, 7).decisions()).isEqualTo(some.decisions());
        assertThat(set.sample(2_000, 8).decisions()).isNotEqualTo(some.decisions());
        assertThat(set.sample(10_000, 7)).isSameAs(set);
        // a row keeps its labels and features
        int third = Arrays.binarySearch(set.decisions(), some.decisions()[3]);
        assertThat(some.scaled()[3]).isEqualTo(set.scaled()[third]);
        assertThat(some.features()[3 * COLUMNS + 1]).isEqualTo(set.features()[third * COLUMNS + 1]);
    }

    @Test
    void is_sampled_evenly_over_time_and_pairs() {
        int rows = 40_000;
        TrainingSet set = new TrainingSet(
                LongStream.range(0, rows).map(i -> hours(i / 4)).toArray(),
                IntStream.range(0, rows).mapToObj(i -> "P" + i % 4 + "/USD").toArray(String[]::new),
                new float[rows],
                1,
                new double[rows],
                new double[rows]);

        TrainingSet some = set.sample(8_000, 7);

        // 2,000 of each pair and of each quarter of the time; five times √(10,000 · 0.2 · 0.8) = 200
        for (int quarter = 0; quarter < 4; quarter++) {
            String pair = "P" + quarter + "/USD";
            assertThat(Arrays.stream(some.pairs()).filter(pair::equals).count()).isBetween(1_800L, 2_200L);
            assertThat(some.between(hours(2_500L * quarter), hours(2_500L * quarter + 2_499))
                            .size())
                    .isBetween(1_800, 2_200);
        }
    }
}
