package org.cryptosmarttrader.features.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.features.Tape.GAP;
import static org.cryptosmarttrader.features.Tape.at;
import static org.cryptosmarttrader.features.Tape.history;
import static org.cryptosmarttrader.features.Tape.ohlc;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.Tape;
import org.cryptosmarttrader.history.History;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Wilder's indicators of 14 bars")
class WilderIndicatorsTest {

    private static final int BARS = 240;

    private final Feature strength = new RelativeStrengthIndex();
    private final Feature plus = new PlusDirectionalIndicator();
    private final Feature minus = new MinusDirectionalIndicator();
    private final Feature index = new AverageDirectionalIndex();
    private final Feature range = new AverageTrueRange();

    @Test
    void point_up_in_a_steady_rise() {
        // each bar 1 higher than the one before and 2 wide
        History rise = history(each(hour -> ohlc(500 + hour, 501 + hour, 499 + hour, 500 + hour)));

        assertThat(strength.value(rise)).isEqualTo(100);
        assertThat(plus.value(rise)).isCloseTo(50, within(1e-12));
        assertThat(minus.value(rise)).isZero();
        assertThat(index.value(rise)).isCloseTo(100, within(1e-12));
        assertThat(range.value(rise)).isCloseTo(2.0 / (500 + BARS - 1), within(1e-15));
    }

    @Test
    void point_down_after_a_fall() {
        // nothing moved before: a fourteenth of the fall counts, and all of the movement was down
        History fall = history(each(hour -> at(hour == BARS - 1 ? 90 : 100)));

        assertThat(strength.value(fall)).isZero();
        assertThat(plus.value(fall)).isZero();
        assertThat(minus.value(fall)).isEqualTo(100);
        assertThat(index.value(fall)).isCloseTo(100.0 / 14, within(1e-12));
        assertThat(range.value(fall)).isCloseTo(10.0 / 14 / 90, within(1e-15));
    }

    @Test
    void balance_gains_and_losses_that_alternate() {
        // after a gain g = (13/14)² g + 1/14, so g = 14/27 of gains and losses, which add up to 1
        History zigzag = history(each(hour -> at(100 + hour % 2)));

        assertThat(strength.value(zigzag)).isCloseTo(100 * 14.0 / 27, within(1e-5));
    }

    @Test
    void see_no_direction_where_a_bar_reaches_as_far_up_as_down() {
        History widening = history(each(hour -> ohlc(500, 501 + hour, 499 - hour, 500)));

        assertThat(plus.value(widening)).isZero();
        assertThat(minus.value(widening)).isZero();
        assertThat(index.value(widening)).isZero();
    }

    @Test
    void take_the_true_range_from_the_close_before() {
        // the last bar jumps by 50 and is 2 wide: its true range is 51
        History jump = history(each(hour -> hour == BARS - 1 ? ohlc(150, 151, 149, 150) : at(100)));

        assertThat(range.value(jump)).isCloseTo(51.0 / 14 / 150, within(1e-15));
    }

    @Test
    void say_nothing_of_a_direction_where_nothing_ever_moved() {
        History flat = history(each(hour -> at(100.1)));

        for (Feature feature : List.of(strength, plus, minus, index)) {
            assertThat(feature.value(flat)).isNaN();
        }
        assertThat(range.value(flat)).isZero();
    }

    @Test
    void compare_with_the_bar_before_an_absent_hour() {
        Tape.Bar[] bars = each(hour -> at(hour < BARS - 1 ? 100 : 90));
        bars[BARS - 2] = GAP;

        assertThat(minus.value(history(bars))).isEqualTo(100);
        assertThat(range.value(history(bars))).isCloseTo(10.0 / 14 / 90, within(1e-15));
    }

    private static Tape.Bar[] each(IntFunction<Tape.Bar> bar) {
        return IntStream.range(0, BARS).mapToObj(bar).toArray(Tape.Bar[]::new);
    }
}
