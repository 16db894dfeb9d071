package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Two forecasts compared")
class ForecastComparisonTest {

    private static final StationaryBootstrap DRAWS = new StationaryBootstrap(2, 200, 3);

    private static double[] values(double... values) {
        return values;
    }

    @Test
    void differ_by_the_difference_of_their_scores() {
        ForecastComparison comparison = new ForecastComparison(
                values(0.8, 0.2, 0.6, 0.4), values(0.4, 0.6, 0.4, 0.4), values(1, 0, 1, 0), new long[] {1, 1, 2, 3});

        // first: 0.04 0.04 0.16 0.16, mean 0.1; other: 0.36 0.36 0.36 0.16, mean 0.31
        assertThat(comparison.brierRise()).isCloseTo(0.21, within(1e-15));
        // first ranks every rise above every fall: 1; other: each rise loses to 0.6 and ties with 0.4: (0 + ½) / 2
        assertThat(comparison.areaLoss()).isEqualTo(0.75);
    }

    @Test
    void have_the_area_that_forecasts_alone_have() {
        SplittableRandom random = new SplittableRandom(1);
        double[] first = random.doubles(300).map(p -> Math.rint(20 * p) / 20).toArray();
        double[] other = random.doubles(300).toArray();
        double[] ups = random.ints(300, 0, 2).asDoubleStream().toArray();
        double[] base = new double[300];

        assertThat(new ForecastComparison(
                                first, other, ups, LongStream.range(0, 300).toArray())
                        .areaLoss())
                .isCloseTo(
                        ProbabilityForecasts.of(first, ups, base).areaUnderCurve()
                                - ProbabilityForecasts.of(other, ups, base).areaUnderCurve(),
                        within(1e-15));
    }

    @Test
    void that_are_one_and_the_same_differ_by_nothing_in_any_draw() {
        double[] same = values(0.8, 0.2, 0.6, 0.4);
        ForecastComparison comparison =
                new ForecastComparison(same, same.clone(), values(1, 0, 1, 0), new long[] {1, 1, 2, 2});

        assertThat(comparison.brierRise(DRAWS)).isEqualTo(new StationaryBootstrap.Interval(0, 0));
        assertThat(comparison.areaLoss(DRAWS)).isEqualTo(new StationaryBootstrap.Interval(0, 0));
    }

    @Test
    void are_drawn_again_by_decision_with_all_pairs_of_it() {
        // at one decision the first is better by 0.25 in three pairs, at the other worse by 0.25 in one
        ForecastComparison comparison = new ForecastComparison(
                values(1, 1, 1, 0.5), values(0.5, 0.5, 0.5, 1), values(1, 1, 1, 1), new long[] {1, 1, 1, 2});

        StationaryBootstrap.Interval interval = comparison.brierRise(new StationaryBootstrap(1, 400, 9));

        // of two draws both are of the same decision half the time; were rows drawn, -0.25 would come once in 256
        assertThat(interval).isEqualTo(new StationaryBootstrap.Interval(-0.25, 0.25));
        assertThat(comparison.brierRise()).isEqualTo(0.125);
    }

    @Test
    void have_no_area_where_one_outcome_never_came() {
        double[] same = values(0.8, 0.2);

        assertThat(new ForecastComparison(same, same, values(1, 1), new long[] {1, 2}).areaLoss())
                .isNaN();
    }

    @Test
    void need_as_many_of_each() {
        double[] two = new double[2];
        Arrays.fill(two, 0.5);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForecastComparison(two, values(0.5), two, new long[2]))
                .withMessage("comparison: 2 and 1 forecasts, 2 outcomes, 2 decisions, expected as many of each");
    }

    @Test
    void refuse_a_row_without_a_forecast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForecastComparison(
                        values(0.5, Double.NaN), values(0.5, 0.5), values(0, 1), new long[] {1, 2}))
                .withMessage("comparison: forecast or outcome of row 1 is missing; leave the row out");
    }
}
