package org.cryptosmarttrader.regimes;

import static org.assertj.core.api.Assertions.assertThat;

import org.cryptosmarttrader.RoundTrip;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The regime of a market")
class MarketRegimeTest {

    private static MarketRegime afterThreeTicks() {
        MarketRegime regime = new MarketRegime(TickGrid.HOUR);
        regime.take(TickGrid.HOUR, 1, 0);
        regime.take(2 * TickGrid.HOUR, 1.6, 0.8);
        regime.take(3 * TickGrid.HOUR, 1.3, -1.1);
        return regime;
    }

    @Test
    void names_volatility_and_trend() {
        // 1.6 enters HIGH, 1.3 does not leave it; 0.8 does not enter UP, −1.1 enters DOWN
        assertThat(afterThreeTicks().state()).isEqualTo("HIGH/DOWN");
        assertThat(new MarketRegime(TickGrid.HOUR).state())
                .isEqualTo(MarketRegime.unknown())
                .isEqualTo("UNKNOWN/UNKNOWN");
    }

    @Test
    void goes_on_alike_from_its_bytes_and_from_a_copy() {
        MarketRegime regime = afterThreeTicks();
        MarketRegime copy = regime.copy();
        MarketRegime read = RoundTrip.of(regime::write, MarketRegime::read);

        for (MarketRegime each : new MarketRegime[] {regime, copy, read}) {
            // leaving HIGH waits for six hours after entering it at hour 2
            each.take(7 * TickGrid.HOUR - TickGrid.HOUR, 1, 1.2);
            assertThat(each.state()).startsWith("HIGH/");
        }
        assertThat(RoundTrip.bytes(copy::write)).isEqualTo(RoundTrip.bytes(regime::write));
        assertThat(RoundTrip.bytes(read::write)).isEqualTo(RoundTrip.bytes(regime::write));
    }
}
