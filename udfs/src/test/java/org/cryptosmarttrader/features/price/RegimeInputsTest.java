package org.cryptosmarttrader.features.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.features.Tape.at;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.cryptosmarttrader.features.Tape;
import org.cryptosmarttrader.history.History;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What tells the regime")
class RegimeInputsTest {

    private final VolatilityRatio ratio = new VolatilityRatio();
    private final TrendStrength trend = new TrendStrength();

    @Test
    void is_the_volatility_of_a_day_over_that_of_a_month() {
        // returns of ±a for 696 hours, then of ±2a for 24; their means are 0
        History history = closes(720, hour -> (hour % 2) * (hour <= 696 ? 0.01 : 0.02));
        double day = 0.02 * Math.sqrt(24 / 23.0);
        double month = 0.01 * Math.sqrt((696 + 4 * 24) / 719.0);

        assertThat(ratio.value(history)).isCloseTo(day / month, within(1e-9));
    }

    @Test
    void is_the_return_of_a_week_by_what_is_likely() {
        // returns of 0.03 and −0.01 in turn: mean 0.01, deviations ±0.02
        History history = closes(168, hour -> 0.01 * hour + (hour % 2) * 0.02);

        assertThat(trend.value(history))
                .isCloseTo(1.68 / (0.02 * Math.sqrt(168 / 167.0) * Math.sqrt(168)), within(1e-9));
        assertThat(trend.value(closes(168, hour -> -(0.01 * hour + (hour % 2) * 0.02))))
                .isCloseTo(-trend.value(history), within(1e-9));
    }

    @Test
    void is_unknown_where_nothing_moved_and_before_its_window_is_full() {
        assertThat(ratio.value(closes(720, hour -> 0))).isNaN();
        assertThat(trend.value(closes(168, hour -> 0))).isNaN();
        assertThat(trend.value(closes(167, hour -> (hour % 2) * 0.02))).isNaN();
        assertThat(ratio.value(closes(640, hour -> (hour % 2) * 0.02))).isNaN();
    }

    /** The history at the last of some hours, 0 and itself included, of prices given by their logarithm. */
    private static History closes(int last, IntToDoubleFunction logarithm) {
        Tape tape = Tape.of(IntStream.rangeClosed(0, last)
                .mapToObj(hour -> at(100 * StrictMath.exp(logarithm.applyAsDouble(hour))))
                .toArray(Tape.Bar[]::new));
        return tape.decidedOn(last);
    }
}
