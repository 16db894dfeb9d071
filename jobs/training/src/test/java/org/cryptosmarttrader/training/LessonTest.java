package org.cryptosmarttrader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.training.Learning.HOURLY;
import static org.cryptosmarttrader.training.Learning.hours;

import java.util.stream.IntStream;
import org.cryptosmarttrader.domain.Horizon;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What members learn from")
class LessonTest {

    private static final Horizon TWO_HOURS = new Horizon(2);

    private static Lesson lesson(TrainingSet rows, Sampling.Weights weights, int mostRows) {
        return new Lesson(rows, new Sampling(mostRows, weights, 7), TWO_HOURS, HOURLY);
    }

    /** Decisions of two pairs: BTC at hours 0, 1 and 2, ETH at hour 2 only. */
    private static TrainingSet rows() {
        return new TrainingSet(
                new long[] {hours(0), hours(1), hours(2), hours(2)},
                new String[] {"BTC/USD", "BTC/USD", "BTC/USD", "ETH/USD"},
                new float[4],
                1,
                new double[] {1, -1, 0, 2},
                new double[] {0.1, -0.1, 0, 0.2});
    }

    @Test
    void counts_as_much_of_a_row_as_of_its_label_is_its_own() {
        float[] weights = lesson(rows(), Sampling.Weights.UNIQUENESS, 1_000).weights();

        // two hours each: of BTC (1 + 1/2)/2, (1/2 + 1/2)/2 and (1/2 + 1)/2, of ETH all; 3 in sum, 4 rows
        assertThat(weights).containsExactly(new float[] {0.75f / 0.75f, 0.5f / 0.75f, 1, 1 / 0.75f}, within(1e-6f));
    }

    @Test
    void counts_all_rows_alike_if_told_so() {
        assertThat(lesson(rows(), Sampling.Weights.EQUAL, 1_000).weights()).containsOnly(1);
    }

    @Test
    void weighs_1_on_average_whatever_is_sampled() {
        TrainingSet many = Learning.set(10_000, 0, 1);
        Lesson lesson = lesson(many, Sampling.Weights.UNIQUENESS, 2_000);
        float[] weights = lesson.weights();

        assertThat(weights).hasSameSizeAs(lesson.sample().decisions()).hasSizeBetween(1_840, 2_160);
        assertThat(IntStream.range(0, weights.length)
                        .mapToDouble(row -> weights[row])
                        .average())
                .hasValueCloseTo(1.0, within(1e-6));
    }

    @Test
    void has_a_target_of_either_kind_and_a_return_of_0_is_no_rise() {
        Lesson lesson = lesson(rows(), Sampling.Weights.EQUAL, 1_000);

        assertThat(lesson.scaledReturns()).containsExactly(1, -1, 0, 2);
        assertThat(lesson.ups()).containsExactly(1, 0, 0, 1);
    }
}
