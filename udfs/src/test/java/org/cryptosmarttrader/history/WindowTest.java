package org.cryptosmarttrader.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A window of a column")
class WindowTest {

    private static final double GAP = Double.NaN;

    private final Window gapped = Window.of(2, GAP, 4, 9);

    @Test
    void counts_and_sums_what_is_present() {
        assertThat(gapped.length()).isEqualTo(4);
        assertThat(gapped.present()).isEqualTo(3);
        assertThat(gapped.sum()).isEqualTo(15);
        assertThat(gapped.mean()).isEqualTo(5);
        assertThat(gapped.min()).isEqualTo(2);
        assertThat(gapped.max()).isEqualTo(9);
        assertThat(gapped.last()).isEqualTo(9);
        assertThat(gapped.at(1)).isNaN();
    }

    @Test
    void spreads_by_the_sample_or_by_the_population() {
        // deviations -3, -1, 4: squares sum to 26
        assertThat(gapped.squaredDeviations()).isEqualTo(26);
        assertThat(gapped.standardDeviation()).isEqualTo(Math.sqrt(13));
        assertThat(gapped.populationDeviation()).isEqualTo(Math.sqrt(26.0 / 3));
        assertThat(gapped.centralMoment(3, 5)).isEqualTo(-27 - 1 + 64);
        assertThat(gapped.sumOfSquares()).isEqualTo(4 + 16 + 81);
        assertThat(gapped.zScoreOfLast()).isCloseTo(4 / Math.sqrt(13), within(1e-15));
    }

    @Test
    void is_covered_by_nine_tenths() {
        assertThat(Window.of(1, 1, 1, 1, 1, 1, 1, 1, 1, GAP).isCovered()).isTrue();
        assertThat(Window.of(1, 1, 1, 1, 1, 1, 1, 1, GAP, GAP).isCovered()).isFalse();
        assertThat(Window.of(1, 1, 1, 1, 1, 1, 1, 1, GAP).isCovered()).isFalse(); // 8 of 9, ceil(8.1) = 9
        assertThat(Window.of().isCovered()).isFalse();
    }

    @Test
    void does_not_spread_if_all_values_are_equal() {
        // the plain sum of 20 times 0.9998 divided by 20 is not 0.9998
        double[] values = new double[20];
        Arrays.fill(values, 0.9998);
        Window constant = Window.of(values);

        assertThat(constant.sum() / 20).isNotEqualTo(0.9998);
        assertThat(constant.mean()).isEqualTo(0.9998);
        assertThat(constant.standardDeviation()).isZero();
        assertThat(constant.populationDeviation()).isZero();
        assertThat(constant.zScoreOfLast()).isNaN();
    }

    @Test
    void says_nothing_of_too_few_values() {
        for (Window empty : new Window[] {Window.of(), Window.of(GAP, GAP)}) {
            assertThat(empty.mean()).isNaN();
            assertThat(empty.standardDeviation()).isNaN();
            assertThat(empty.populationDeviation()).isNaN();
            assertThat(empty.zScoreOfLast()).isNaN();
            assertThat(empty.max()).isNaN();
            assertThat(empty.min()).isNaN();
            assertThat(empty.last()).isNaN();
        }
        assertThat(Window.of(GAP, 3).mean()).isEqualTo(3);
        assertThat(Window.of(GAP, 3).standardDeviation()).isNaN();
        assertThat(Window.of(GAP, 3).populationDeviation()).isZero();
        assertThat(Window.of(3, 4, GAP).zScoreOfLast()).isNaN();
    }
}
