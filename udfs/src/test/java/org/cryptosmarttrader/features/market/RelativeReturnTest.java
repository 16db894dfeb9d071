package org.cryptosmarttrader.features.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.features.Tape.GAP;
import static org.cryptosmarttrader.features.Tape.at;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.Tape;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.MemoryRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The return relative to bitcoin over two hours")
class RelativeReturnTest {

    private final Feature relative = new RelativeReturn("BTC", 2);
    private final Tape pair = Tape.of(at(100), GAP, at(130));

    @Test
    void is_the_return_less_that_of_bitcoin() {
        Tape bitcoin = Tape.of(at(50), GAP, at(65)).of("BTC/USD");
        Tape slower = Tape.of(at(50), at(70), at(55)).of("BTC/USD");

        assertThat(relative.value(beside(bitcoin))).isZero();
        // 1.3 / 1.1
        assertThat(relative.value(beside(slower))).isCloseTo(StrictMath.log(13 / 11.0), within(1e-15));
    }

    @Test
    void is_zero_for_bitcoin_itself() {
        assertThat(relative.value(pair.of("BTC/USD").decidedOn(2))).isZero();
    }

    @Test
    void is_missing_where_bitcoin_lacks_one_of_the_two_bars() {
        assertThat(relative.value(beside(Tape.of(GAP, at(50), at(65)).of("BTC/USD"))))
                .isNaN();
        assertThat(relative.value(beside(Tape.of(at(50), at(60), GAP).of("BTC/USD"))))
                .isNaN();
        assertThat(relative.value(pair.decidedOn(2))).isNaN();
        assertThat(relative.value(beside(Tape.of(at(50), at(60), at(65)).of("BTC/EUR"))))
                .isNaN();
    }

    @Test
    void reaches_no_further_than_what_travels_of_a_reference() {
        assertThat(new RelativeReturn("BTC", 168).memoryBars()).isEqualTo(169);
        assertThatThrownBy(() -> new RelativeReturn("BTC", 169))
                .hasMessage("relative return: lag is 169 bars, needs 1 to 168");
    }

    private History beside(Tape bitcoin) {
        return pair.decidedOn(2, MemoryRules.HISTORY_BARS, bitcoin.reference(2));
    }
}
