package org.cryptosmarttrader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.training.Learning.COLUMNS;
import static org.cryptosmarttrader.training.Learning.FRESH;

import java.io.IOException;
import java.util.Arrays;
import org.cryptosmarttrader.training.LogisticModel.Comparable;
import org.cryptosmarttrader.training.LogisticModel.Line;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The linear models")
class LogisticModelTest {

    private static final int ROWS = 3_000;
    private static final TrainingSet SET = Learning.set(ROWS, 1, 1);
    private static final Lesson LESSON = Learning.lesson(SET);
    private static final LogisticModel MODEL = new LogisticModel(0.1, 50, 5);
    private static final Comparable COMPARABLE = Comparable.of(LESSON.novelty(), 5);
    private static final float[] FEATURES = COMPARABLE.of(SET.features(), COLUMNS);
    private static final byte[] ONNX = Learning.grown(MODEL, SET);

    private static Line line(float[] targets, String objective, double base) {
        try (Grower grower = new Grower(FEATURES, COLUMNS, LESSON.weights())) {
            return LogisticModel.line(grower.grow(targets, MODEL.parameters(objective, base), MODEL.rounds()));
        }
    }

    private static final Line LOG_ODDS = line(LESSON.ups(), "binary:logistic", 0.5);
    private static final Line SCALED_RETURN = line(LESSON.scaledReturns(), "reg:squarederror", 0);

    /** At the minimum of the mean loss and the penalty, the slope in every direction is 0. */
    @Test
    void have_settled_at_the_minimum_of_the_penalised_cross_entropy() {
        assertThat(steepness(LOG_ODDS, LESSON.ups(), true)).isLessThan(1e-5);
    }

    @Test
    void have_settled_at_the_minimum_of_the_penalised_squares() {
        assertThat(steepness(SCALED_RETURN, LESSON.scaledReturns(), false)).isLessThan(1e-5);
    }

    /** Greatest partial derivative, in double precision; rows count alike, labels of an hour do not overlap. */
    private static double steepness(Line line, float[] targets, boolean isChance) {
        double[] slopes = new double[COLUMNS + 1];
        for (int row = 0; row < ROWS; row++) {
            double said = line.base();
            for (int column = 0; column < COLUMNS; column++) {
                said += (double) line.slopes()[column] * FEATURES[row * COLUMNS + column];
            }
            double miss = (isChance ? 1 / (1 + Math.exp(-said)) : said) - targets[row];
            for (int column = 0; column < COLUMNS; column++) {
                slopes[column] += miss * FEATURES[row * COLUMNS + column] / ROWS;
            }
            slopes[COLUMNS] += miss / ROWS;
        }
        for (int column = 0; column < COLUMNS; column++) {
            slopes[column] += MODEL.penalty() * line.slopes()[column];
        }
        return Arrays.stream(slopes).map(Math::abs).max().orElseThrow();
    }

    @Test
    void lean_on_the_feature_the_label_follows() {
        // a label of deviation √2 along a feature of deviation 1, shrunk by 1/(1 + 0.1)
        assertThat((double) SCALED_RETURN.slopes()[0]).isCloseTo(1 / 1.1, within(0.06));
        for (int column = 1; column < COLUMNS; column++) {
            assertThat((double) SCALED_RETURN.slopes()[column]).isCloseTo(0, within(0.08));
        }
    }

    @Test
    void say_in_onnx_the_sum_by_halves_bit_by_bit() throws IOException {
        float[] ofOnnx = Learning.said(ONNX, 1_000).scaledReturns();

        float[] comparable = COMPARABLE.of(FRESH, COLUMNS);
        for (int row = 0; row < ofOnnx.length; row++) {
            assertThat(ofOnnx[row]).as("row %d", row).isEqualTo(byHalves(SCALED_RETURN, comparable, row));
        }
    }

    /** Six columns filled up to eight. */
    private static float byHalves(Line line, float[] comparable, int row) {
        float[] products = new float[8];
        for (int column = 0; column < COLUMNS; column++) {
            products[column] = comparable[row * COLUMNS + column] * line.slopes()[column];
        }
        for (int half = 4; half >= 1; half /= 2) {
            for (int i = 0; i < half; i++) {
                products[i] += products[i + half];
            }
        }
        return products[0] + line.base();
    }

    @Test
    void say_the_chance_of_their_log_odds() throws IOException {
        float[] pUp = Learning.said(ONNX, 1_000).risesLikely();

        float[] comparable = COMPARABLE.of(FRESH, COLUMNS);
        for (int row = 0; row < pUp.length; row++) {
            double exact = 1 / (1 + Math.exp(-byHalves(LOG_ODDS, comparable, row)));
            assertThat((double) pUp[row]).as("row %d", row).isCloseTo(exact, within(1.2e-7));
        }
    }

    @Test
    void score_a_row_alike_alone_and_among_others() throws IOException {
        ModelScorer.Scores alone = Learning.said(ONNX, 1);

        for (int batch : new int[] {2, 3, 7, 33, 5_000}) {
            assertThat(Learning.said(ONNX, batch)).usingRecursiveComparison().isEqualTo(alone);
        }
    }

    @Test
    void count_a_wild_value_no_further_than_the_bound_and_a_missing_one_as_the_median() throws IOException {
        float[] rows = new float[5 * COLUMNS];
        for (int column = 0; column < COLUMNS; column++) {
            float median = COMPARABLE.medians()[column];
            rows[column] = median;
            rows[COLUMNS + column] = Float.NaN;
            rows[2 * COLUMNS + column] = 1e30f;
            rows[3 * COLUMNS + column] = median + 5 / COMPARABLE.scales()[column] + 1;
            rows[4 * COLUMNS + column] = Float.MAX_VALUE;
        }

        float[] said = new Engine().score(ONNX, COLUMNS, rows, 5).scaledReturns();

        assertThat(said[1]).isEqualTo(said[0]).isEqualTo(SCALED_RETURN.base());
        assertThat(said[2]).isEqualTo(said[3]).isEqualTo(said[4]).isNotEqualTo(said[0]);
    }

    @Test
    void leave_out_a_feature_that_does_not_vary() throws IOException {
        TrainingSet set = Learning.set(ROWS, 1, 1);
        for (int row = 0; row < ROWS; row++) {
            set.features()[row * COLUMNS + 2] = 42;
        }
        byte[] onnx = Learning.grown(MODEL, set);
        float[] one = Arrays.copyOf(FRESH, COLUMNS);
        float[] other = one.clone();
        other[2] = -7;

        assertThat(new Engine().score(onnx, COLUMNS, other, 1))
                .usingRecursiveComparison()
                .isEqualTo(new Engine().score(onnx, COLUMNS, one, 1));
    }

    @Test
    void work_over_a_single_column_and_over_a_power_of_two() throws IOException {
        for (int left : new int[] {1, 2, 4, 5}) {
            int[] dropped = new int[COLUMNS - left];
            Arrays.setAll(dropped, i -> COLUMNS - 1 - i);
            TrainingSet some = SET.without(dropped);
            byte[] onnx = Learning.grown(MODEL, some);

            assertThat(new Engine().score(onnx, left, some.features(), ROWS).risesLikely()[0])
                    .as("%d columns", left)
                    .isBetween(0.01f, 0.99f);
        }
    }

    @Test
    void give_equal_bytes_for_equal_rows() {
        assertThat(Learning.grown(MODEL, Learning.set(ROWS, 1, 1))).isEqualTo(ONNX);
    }
}
