package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Exponentially weighted volatility")
class EwmaVolatilityTest {

    private final EwmaVolatility volatility = new EwmaVolatility(new TickGrid(TickGrid.HOUR, 5_000));

    private void add(int bars, double logReturn) {
        for (int bar = 0; bar < bars; bar++) {
            volatility.add(logReturn);
        }
    }

    @Test
    void is_unknown_until_a_day_of_returns_was_seen() {
        add(23, 0.01);
        assertThat(volatility.value()).isNaN();

        volatility.add(Double.NaN);
        assertThat(volatility.value()).isNaN();

        add(1, 0.01);
        assertThat(volatility.value()).isCloseTo(0.01, within(1e-15));
    }

    @Test
    void forgets_six_per_cent_a_day() {
        add(400 * 24, 0.01);
        add(24, 0.02);

        // after so long the weights of all but the last day are 0.94 of the whole
        assertThat(volatility.value() * volatility.value()).isCloseTo(0.94 * 0.0001 + 0.06 * 0.0004, within(1e-13));
    }

    @Test
    void is_unknown_of_a_price_that_never_moved() {
        add(100, 0);
        assertThat(volatility.value()).isNaN();
    }

    @Test
    void decays_by_the_day_whatever_the_ticks() {
        EwmaVolatility daily = new EwmaVolatility(new TickGrid(TickGrid.DAY, 5_000));
        for (int day = 0; day < 300; day++) {
            daily.add(0.01);
        }
        daily.add(0.02);

        assertThat(daily.value() * daily.value()).isCloseTo(0.94 * 0.0001 + 0.06 * 0.0004, within(1e-11));
    }
}
