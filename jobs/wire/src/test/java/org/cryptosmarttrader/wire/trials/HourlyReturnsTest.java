package org.cryptosmarttrader.wire.trials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Hourly returns")
class HourlyReturnsTest {

    private static final long MINUTE = 60_000;

    @Test
    void are_those_from_tick_to_tick_if_ticks_are_hourly() {
        HourlyReturns returns = HourlyReturns.of(minutes(60, 120, 180), values(100, 110, 99));

        assertThat(returns.firstHour()).isEqualTo(2);
        assertThat(returns.values()).containsExactly(110 / 100.0 - 1, 99 / 110.0 - 1);
    }

    @Test
    void take_the_last_tick_of_each_hour_and_the_first_of_all_as_the_start() {
        HourlyReturns returns = HourlyReturns.of(minutes(0, 30, 59, 60, 90), values(80, 7, 100, 5, 150));

        assertThat(returns.firstHour()).isZero();
        assertThat(returns.values()).containsExactly(0.25, 0.5);
    }

    @Test
    void stand_still_in_an_hour_without_a_tick() {
        HourlyReturns returns = HourlyReturns.of(minutes(0, 240), values(100, 50));

        assertThat(returns.values()).containsExactly(0, 0, 0, -0.5);
    }

    @Test
    void do_not_exist_of_a_single_tick() {
        assertThat(HourlyReturns.of(minutes(5), values(1)).values()).isEmpty();
        assertThat(HourlyReturns.of(new long[0], new double[0]).values()).isEmpty();
    }

    @Test
    void can_be_cut_to_a_span_they_cover() {
        HourlyReturns returns = new HourlyReturns(10, values(0.1, 0.2, 0.3));

        assertThat(returns.within(11, 2)).containsExactly(0.2, 0.3);
        assertThat(returns.within(9, 2)).isNull();
        assertThat(returns.within(11, 3)).isNull();
    }

    private static long[] minutes(long... minutes) {
        long[] times = minutes.clone();
        for (int i = 0; i < times.length; i++) {
            times[i] *= MINUTE;
        }
        return times;
    }

    private static double[] values(double... values) {
        return values;
    }
}
