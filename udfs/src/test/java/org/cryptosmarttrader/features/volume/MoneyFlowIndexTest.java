package org.cryptosmarttrader.features.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.features.Tape.GAP;
import static org.cryptosmarttrader.features.Tape.at;
import static org.cryptosmarttrader.features.Tape.history;
import static org.cryptosmarttrader.features.Tape.ohlc;

import java.util.stream.IntStream;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.Tape;
import org.cryptosmarttrader.history.History;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Money flow index of two changes")
class MoneyFlowIndexTest {

    private final Feature index = new MoneyFlowIndex(2);

    @Test
    void is_the_share_of_money_that_came_at_rises() {
        // 11 · 2 flows in, 10 · 3 flows out
        assertThat(index.value(history(at(10), at(11).volume(2), at(10).volume(3))))
                .isCloseTo(100 * 22.0 / 52, within(1e-12));
    }

    @Test
    void goes_by_the_typical_price_and_not_by_the_close() {
        // typical price (11 + 9 + 13) / 3 = 11 rises, then (14 + 4 + 6) / 3 = 8 falls although nothing else would say
        // so
        History history = history(
                at(10), ohlc(11, 13, 9, 11).volume(2), ohlc(11, 12, 3, 12).volume(10));

        assertThat(index.value(history)).isCloseTo(100 * 22.0 / (22 + 90), within(1e-12));
    }

    @Test
    void counts_an_unchanged_price_in_neither() {
        assertThat(index.value(history(at(10), at(11).volume(2), at(11).volume(50))))
                .isEqualTo(100);
        assertThat(index.value(history(at(10), at(10), at(10)))).isNaN();
    }

    @Test
    void leaves_an_absent_hour_out() {
        // nine changes need ten bars, nine of which are enough: eight rises
        Tape.Bar[] bars = IntStream.range(0, 10).mapToObj(hour -> at(10 + hour)).toArray(Tape.Bar[]::new);
        bars[4] = GAP;
        assertThat(new MoneyFlowIndex(9).value(history(bars))).isEqualTo(100);

        bars[5] = GAP;
        assertThat(new MoneyFlowIndex(9).value(history(bars))).isNaN();
    }
}
