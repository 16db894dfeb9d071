package org.cryptosmarttrader.features.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.features.Tape.at;
import static org.cryptosmarttrader.features.Tape.history;
import static org.cryptosmarttrader.features.Tape.ohlc;

import org.cryptosmarttrader.history.History;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Volatility from opens, highs, lows and closes")
class RangeVolatilityTest {

    private static final double LN_2 = StrictMath.log(2);

    @Test
    void after_parkinson_takes_the_ranges() {
        // ln ranges ln 2 and 2 ln 2: mean square 2.5 (ln 2)², over 4 ln 2
        History history = history(ohlc(100, 200, 100, 150), ohlc(150, 400, 100, 300));

        assertThat(new ParkinsonVolatility(2).value(history)).isCloseTo(Math.sqrt(2.5 * LN_2 / 4), within(1e-15));
    }

    @Test
    void after_garman_and_klass_takes_the_body_off_the_range() {
        History doubling = history(ohlc(100, 200, 100, 200));
        History returning = history(ohlc(100, 200, 100, 100));

        assertThat(new GarmanKlassVolatility(1).value(doubling))
                .isCloseTo(LN_2 * Math.sqrt(0.5 - (2 * LN_2 - 1)), within(1e-15));
        assertThat(new GarmanKlassVolatility(1).value(returning)).isCloseTo(LN_2 * Math.sqrt(0.5), within(1e-15));
    }

    @Test
    void after_rogers_and_satchell_is_not_disturbed_by_a_drift() {
        History drift = history(ohlc(100, 200, 100, 200), ohlc(200, 300, 200, 300));
        History swing = history(ohlc(100, 200, 50, 100), ohlc(100, 200, 50, 100));

        assertThat(new RogersSatchellVolatility(2).value(drift)).isZero();
        assertThat(new RogersSatchellVolatility(2).value(swing)).isCloseTo(LN_2 * Math.sqrt(2), within(1e-15));
    }

    @Test
    void after_yang_and_zhang_is_that_of_the_jumps_where_nothing_moves_within_a_bar() {
        // jumps a, -a, a: mean a/3, squared deviations (4 + 16 + 4)/9 a², over 2
        History jumping = history(at(100), at(200), at(100), at(200));

        assertThat(new YangZhangVolatility(3).value(jumping)).isCloseTo(LN_2 * Math.sqrt(4.0 / 3), within(1e-15));
    }

    @Test
    void after_yang_and_zhang_weighs_the_bodies_where_nothing_jumps() {
        // bodies a, -a, a without wicks; three returns, so κ = 0.34 / (1.34 + 4/2)
        History history =
                history(at(100), ohlc(100, 200, 100, 200), ohlc(200, 200, 100, 100), ohlc(100, 200, 100, 200));
        double weight = 0.34 / 3.34;

        assertThat(new YangZhangVolatility(3).value(history))
                .isCloseTo(LN_2 * Math.sqrt(weight * 4 / 3), within(1e-15));
    }

    @Test
    void after_yang_and_zhang_weighs_the_wicks_with_the_rest() {
        // wicks of 2 up and down in each bar that has a return: Rogers-Satchell term 2 (ln 2)², no jumps, no bodies
        History history = history(
                ohlc(100, 800, 100, 100), ohlc(100, 200, 50, 100), ohlc(100, 200, 50, 100), ohlc(100, 200, 50, 100));
        double weight = 0.34 / 3.34;

        assertThat(new YangZhangVolatility(3).value(history))
                .isCloseTo(LN_2 * Math.sqrt((1 - weight) * 2), within(1e-15));
    }
}
