package org.cryptosmarttrader.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An interval")
class IntervalTest {

    @Test
    void holds_both_of_its_ends() {
        Interval interval = new Interval(-0.02, 0.03);

        assertThat(interval.contains(-0.02)).isTrue();
        assertThat(interval.contains(0.03)).isTrue();
        assertThat(interval.contains(Math.nextUp(0.03))).isFalse();
        assertThat(interval.width()).isEqualTo(0.05);
    }

    @Test
    void holds_everything_if_it_is_infinite() {
        Interval infinite = SplitConformal.interval(0.01, 0.02, Double.POSITIVE_INFINITY);

        assertThat(infinite.isInfinite()).isTrue();
        assertThat(infinite.contains(1e9)).isTrue();
    }

    @Test
    void holds_nothing_if_it_is_empty() {
        Interval empty = SplitConformal.interval(0.01, 0.02, Double.NEGATIVE_INFINITY);

        assertThat(empty.isEmpty()).isTrue();
        assertThat(empty.isKnown()).isTrue();
        assertThat(empty.contains(0.01)).isFalse();
        assertThat(empty.width()).isZero();
    }

    @Test
    void is_unknown_without_a_forecast_or_a_volatility() {
        assertThat(SplitConformal.interval(Double.NaN, 0.02, 1)).isEqualTo(Interval.UNKNOWN);
        assertThat(SplitConformal.interval(0.01, Double.NaN, 1)).isEqualTo(Interval.UNKNOWN);
        assertThat(SplitConformal.interval(0.01, 0, 1)).isEqualTo(Interval.UNKNOWN);
        assertThat(Interval.UNKNOWN.width()).isNaN();
        assertThat(Interval.UNKNOWN.isInfinite()).isFalse();
        assertThat(Interval.UNKNOWN.isEmpty()).isFalse();
    }

    @Test
    void judges_only_what_is_known() {
        assertThatIllegalArgumentException().isThrownBy(() -> Interval.UNKNOWN.contains(0.01));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(-1, 1).contains(Double.NaN))
                .withMessageContaining("known outcomes only");
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1));
    }
}
