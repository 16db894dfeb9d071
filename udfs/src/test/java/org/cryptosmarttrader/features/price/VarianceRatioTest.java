package org.cryptosmarttrader.features.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.history.Scene.closes;

import java.util.stream.IntStream;
import org.cryptosmarttrader.features.Tape;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Scene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Variance ratio and Hurst exponent")
class VarianceRatioTest {

    @Test
    void ratio_is_above_one_where_returns_go_on() {
        // returns a, a, -a, -a: σ²(1) = 4a²/3; two-bar returns 2a, 0, -2a: σ²(2) = 8a² / (2 · 3 · ½)
        assertThat(new VarianceRatio(2, 4).value(closes(1, 2, 4, 2, 1))).isCloseTo(2, within(1e-14));
    }

    @Test
    void ratio_is_zero_where_every_second_price_returns() {
        assertThat(new VarianceRatio(2, 4).value(closes(1, 2, 1, 2, 1))).isCloseTo(0, within(1e-14));
    }

    @Test
    void ratio_takes_the_drift_off() {
        // the returns of the first case and 2a in each
        assertThat(new VarianceRatio(2, 4).value(closes(1, 8, 64, 128, 256))).isCloseTo(2, within(1e-14));
    }

    @Test
    void ratio_is_unknown_where_returns_never_differ_or_a_bar_is_absent() {
        assertThat(new VarianceRatio(2, 4).value(closes(1, 2, 4, 8, 16))).isNaN();
        assertThat(new VarianceRatio(2, 4).value(closes(1, Scene.GAP, 4, 2, 1))).isNaN();
    }

    @Test
    void ratio_needs_more_bars_than_its_lag() {
        assertThatThrownBy(() -> new VarianceRatio(4, 4))
                .hasMessage("variance ratio: window is 4 bars, needs 5 to 899");
        assertThatThrownBy(() -> new VarianceRatio(1, 4))
                .hasMessage("variance ratio, lag: window is 1 bars, needs 2 to 899");
    }

    @Test
    void exponent_follows_the_ratio_over_24_bars() {
        Tape tape = Tape.golden();
        History history = tape.decidedOn(tape.last());
        double ratio = new VarianceRatio(24, 168).value(history);

        assertThat(new HurstExponent(168).value(history))
                .isEqualTo((1 + StrictMath.log(ratio) / StrictMath.log(24)) / 2)
                .isBetween(0.0, 0.5); // the ratio is below 1
    }

    @Test
    void exponent_is_unknown_without_a_positive_ratio() {
        double[] closes =
                IntStream.range(0, 27).mapToDouble(hour -> 1 + hour % 2).toArray();

        assertThat(new VarianceRatio(24, 26).value(closes(closes))).isZero();
        assertThat(new HurstExponent(26).value(closes(closes))).isNaN();
    }
}
