package org.cryptosmarttrader.features.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.features.Tape.GAP;
import static org.cryptosmarttrader.features.Tape.at;
import static org.cryptosmarttrader.features.Tape.history;
import static org.cryptosmarttrader.features.Tape.ohlc;

import java.util.Arrays;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.Tape;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The stochastic of 14 bars")
class StochasticTest {

    private final Feature fast = new StochasticK();
    private final Feature slow = new StochasticD();

    @Test
    void is_the_place_of_the_close_between_the_extremes() {
        assertThat(fast.value(history(between(90, 110, 95)))).isEqualTo(25);
        assertThat(fast.value(history(between(90, 110, 110)))).isEqualTo(100);
    }

    @Test
    void is_smoothed_over_three_bars_each_of_which_must_exist() {
        Tape.Bar[] bars = Arrays.copyOf(between(90, 110, 95), 16);
        bars[14] = ohlc(100, 110, 90, 100);
        bars[15] = ohlc(100, 110, 90, 107.5);
        assertThat(slow.value(history(bars))).isCloseTo((25 + 50 + 87.5) / 3, within(1e-12));

        bars[14] = GAP;
        assertThat(fast.value(history(bars))).isFinite();
        assertThat(slow.value(history(bars))).isNaN();
    }

    @Test
    void does_not_look_further_back() {
        Tape.Bar[] bars = new Tape.Bar[15];
        System.arraycopy(between(90, 110, 95), 0, bars, 1, 14);
        bars[0] = at(1_000);

        assertThat(fast.value(history(bars))).isEqualTo(25);
    }

    @Test
    void is_unknown_where_the_range_is_empty() {
        Tape.Bar[] flat = new Tape.Bar[14];
        Arrays.fill(flat, at(100.1));

        assertThat(fast.value(history(flat))).isNaN();
    }

    /** Fourteen bars within a range, the last with this close. */
    private static Tape.Bar[] between(double low, double high, double close) {
        Tape.Bar[] bars = new Tape.Bar[14];
        Arrays.fill(bars, ohlc(100, high, low, 100));
        bars[13] = ohlc(100, high, low, close);
        return bars;
    }
}
