package org.cryptosmarttrader.features.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.features.Tape.at;
import static org.cryptosmarttrader.features.Tape.history;
import static org.cryptosmarttrader.features.Tape.ohlc;

import org.cryptosmarttrader.history.History;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Distance from the volume-weighted average price over two bars")
class VwapDeviationTest {

    @Test
    void weighs_the_typical_prices_by_volume() {
        // typical prices 10 and 20, volumes 1 and 3: average 17.5; the close is 21
        History history = history(at(10).volume(1), ohlc(20, 23, 16, 21).volume(3));

        assertThat(new VwapDeviation(2).value(history)).isCloseTo(StrictMath.log(21 / 17.5), within(1e-15));
    }
}
