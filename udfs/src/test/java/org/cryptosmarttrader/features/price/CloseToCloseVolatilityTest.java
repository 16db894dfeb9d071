package org.cryptosmarttrader.features.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.history.Scene.closes;

import org.cryptosmarttrader.history.Scene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Close-to-close volatility over the last two hours")
class CloseToCloseVolatilityTest {

    private final CloseToCloseVolatility volatility = new CloseToCloseVolatility(2);

    @Test
    void is_unknown_until_three_bars_have_closed() {
        assertThat(volatility.value(closes(100, 101))).isNaN();
    }

    @Test
    void is_the_sample_standard_deviation_of_the_log_returns() {
        double up = Math.log(110.0 / 100);
        double down = Math.log(99.0 / 110);

        assertThat(volatility.value(closes(100, 110, 99))).isCloseTo((up - down) / Math.sqrt(2), within(1e-12));
    }

    @Test
    void never_uses_a_return_across_a_gap() {
        assertThat(volatility.value(closes(100, Scene.GAP, 110, 99))).isNaN();
    }

    @Test
    void can_be_asked_what_it_was() {
        double before = volatility.value(closes(100, 110, 99));

        assertThat(volatility.valueAt(closes(100, 110, 99, 130, 80), 2)).isEqualTo(before);
        assertThat(volatility.valueAt(closes(100, 110, Scene.GAP, 130, 80), 2)).isNaN();
    }
}
