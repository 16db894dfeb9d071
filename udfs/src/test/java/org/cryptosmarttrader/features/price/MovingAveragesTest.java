package org.cryptosmarttrader.features.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.history.Scene.closes;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Scene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Moving averages of the closes")
class MovingAveragesTest {

    private static final int BARS = 240;

    @Test
    void simple_is_the_mean_of_the_window() {
        assertThat(new SimpleAverageDeviation(2).value(closes(70, 100, 110))).isEqualTo(StrictMath.log(110.0 / 105));
    }

    @Test
    void exponential_lags_a_steady_rise_by_half_its_period() {
        // seeded with the mean of the first p closes, (p - 1)/2 behind, and it stays there
        History rise = closes(rise());
        double close = 1_000 + BARS - 1;

        assertThat(new ExponentialAverageDeviation(12).value(rise))
                .isCloseTo(StrictMath.log(close / (close - 5.5)), within(1e-14));
        assertThat(new ExponentialAverageDeviation(26).value(rise))
                .isCloseTo(StrictMath.log(close / (close - 12.5)), within(1e-14));
        assertThat(new MacdLine().value(rise)).isCloseTo(7 / close, within(1e-14));
        assertThat(new MacdSignal().value(rise)).isCloseTo(7 / close, within(1e-14));
        assertThat(new MacdHistogram().value(rise)).isCloseTo(0, within(1e-14));
    }

    @Test
    void exponential_takes_two_over_period_plus_one_of_a_jump() {
        assertJump(closes(jump()));
    }

    @Test
    void exponential_skips_absent_hours() {
        double[] closes = jump();
        closes[BARS - 2] = Scene.GAP;
        closes[BARS - 90] = Scene.GAP;

        assertJump(closes(closes));
    }

    private static void assertJump(History history) {
        double line = 100 * (2.0 / 13 - 2.0 / 27);

        assertThat(new ExponentialAverageDeviation(12).value(history))
                .isCloseTo(StrictMath.log(200 / (100 + 200.0 / 13)), within(1e-14));
        assertThat(new MacdLine().value(history)).isCloseTo(line / 200, within(1e-15));
        assertThat(new MacdSignal().value(history)).isCloseTo(0.2 * line / 200, within(1e-15));
        assertThat(new MacdHistogram().value(history)).isCloseTo(0.8 * line / 200, within(1e-15));
    }

    @Test
    void exponential_needs_180_of_240_bars() {
        double[] closes = rise();
        Arrays.fill(closes, 0, 60, Scene.GAP);
        closes[59] = 1_000;
        assertThat(new MacdLine().value(closes(Arrays.copyOfRange(closes, 59, BARS))))
                .isFinite();
        assertThat(new MacdLine().value(closes(Arrays.copyOfRange(closes, 61, BARS))))
                .isNaN();
    }

    @Test
    void exponential_needs_22_of_the_last_24_bars() {
        double[] closes = rise();
        closes[BARS - 5] = Scene.GAP;
        closes[BARS - 8] = Scene.GAP;
        assertThat(new MacdLine().value(closes(closes))).isFinite();

        closes[BARS - 23] = Scene.GAP;
        assertThat(new MacdLine().value(closes(closes))).isNaN();
    }

    @Test
    void exponential_is_kept_for_the_two_periods_of_macd_only() {
        assertThatThrownBy(() -> new ExponentialAverageDeviation(13))
                .hasMessage("exponential average deviation: period is 13, expected 12 or 26");
    }

    private static double[] rise() {
        return IntStream.range(0, BARS).mapToDouble(hour -> 1_000 + hour).toArray();
    }

    private static double[] jump() {
        return IntStream.range(0, BARS)
                .mapToDouble(hour -> hour == BARS - 1 ? 200 : 100)
                .toArray();
    }
}
