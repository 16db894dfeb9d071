package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The Sharpe ratio")
class SharpeRatioTest {

    @Test
    void is_as_likely_above_as_below_itself() {
        SharpeRatio ratio = SharpeRatio.of(new double[] {0.01, -0.02, 0.03, 0.005});

        assertThat(ratio.probabilistic(ratio.perPeriod())).isEqualTo(0.5);
    }

    @Test
    void of_a_minimum_track_record_is_above_its_benchmark_with_95_per_cent() {
        SharpeRatio ratio = new SharpeRatio(0.1, -0.5, 5, 1_000);
        double length = ratio.minimumTrackRecord(0.04);

        // the same ratio over that many periods; whole ones bracket it
        assertThat(new SharpeRatio(0.1, -0.5, 5, (int) length).probabilistic(0.04))
                .isLessThan(0.95);
        assertThat(new SharpeRatio(0.1, -0.5, 5, (int) length + 1).probabilistic(0.04))
                .isGreaterThan(0.95);
    }

    @Test
    void is_shown_by_no_record_if_it_is_not_there() {
        SharpeRatio ratio = new SharpeRatio(0.1, 0, 3, 100);

        assertThat(ratio.minimumTrackRecord(0.1)).isNaN();
        assertThat(ratio.minimumTrackRecord(0.2)).isNaN();
    }

    @Test
    void is_not_judged_where_its_moments_allow_no_variance() {
        // 1 − 3 × 1 + (4 − 1)/4 × 1 is negative
        SharpeRatio skewed = new SharpeRatio(1, 3, 4, 100);

        assertThat(skewed.probabilistic(0)).isNaN();
        assertThat(skewed.minimumTrackRecord(0)).isNaN();
    }

    @Test
    void follows_the_normal_distribution() {
        // Abramowitz and Stegun, table 26.1; the tail beyond 3 and the series within meet
        assertThat(NormalDistribution.cumulative(0)).isEqualTo(0.5);
        assertThat(NormalDistribution.cumulative(1)).isCloseTo(0.841344746068543, within(1e-14));
        assertThat(NormalDistribution.cumulative(-2)).isCloseTo(0.022750131948179, within(1e-14));
        assertThat(NormalDistribution.cumulative(3)).isCloseTo(0.998650101968370, within(1e-14));
        assertThat(NormalDistribution.cumulative(-3.0000001) / 0.001349898031630)
                .isCloseTo(1, within(1e-6));
        assertThat(NormalDistribution.cumulative(-5) / 2.866515718791939e-7).isCloseTo(1, within(1e-12));
        assertThat(NormalDistribution.cumulative(4)).isCloseTo(0.999968328758167, within(1e-14));
        assertThat(NormalDistribution.cumulative(NormalDistribution.QUANTILE_95))
                .isCloseTo(0.95, within(1e-15));
        assertThat(NormalDistribution.cumulative(-40)).isBetween(0.0, 1e-300);
        assertThat(NormalDistribution.cumulative(Double.NaN)).isNaN();
    }

    @Test
    void inverts_the_normal_distribution() {
        // Wichura's algorithm AS 241, as Python's statistics.NormalDist has it
        assertThat(NormalDistribution.quantile(0.5)).isCloseTo(0.0, within(1e-12));
        assertThat(NormalDistribution.quantile(0.975)).isCloseTo(1.9599639845400536, within(1e-12));
        assertThat(NormalDistribution.quantile(0.9)).isCloseTo(1.2815515655446008, within(1e-12));
        assertThat(NormalDistribution.quantile(0.25)).isCloseTo(-0.6744897501960817, within(1e-12));
        assertThat(NormalDistribution.quantile(0.001)).isCloseTo(-3.090232306167813, within(1e-12));
        assertThat(NormalDistribution.quantile(1e-10)).isCloseTo(-6.361340902404056, within(1e-12));
        assertThat(NormalDistribution.quantile(0.999)).isCloseTo(3.090232306167813, within(1e-12));
        assertThat(NormalDistribution.quantile(0.99)).isCloseTo(2.3263478740408408, within(1e-12));
        assertThat(NormalDistribution.quantile(0.02425)).isCloseTo(-1.9729610513118845, within(1e-12));
        for (double x = -8; x <= 3; x += 0.37) {
            assertThat(NormalDistribution.quantile(NormalDistribution.cumulative(x)))
                    .isCloseTo(x, within(1e-12));
        }
        assertThat(NormalDistribution.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(NormalDistribution.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(NormalDistribution.quantile(1.1)).isNaN();
        assertThat(NormalDistribution.quantile(Double.NaN)).isNaN();
    }
}
