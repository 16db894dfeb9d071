package org.cryptosmarttrader.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cryptosmarttrader.history.Scene.GAP;
import static org.cryptosmarttrader.history.Scene.HOURLY;
import static org.cryptosmarttrader.history.Scene.bar;
import static org.cryptosmarttrader.history.Scene.closes;
import static org.cryptosmarttrader.time.TickGrid.HOUR;

import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.domain.EventBlock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("History, what is known of a pair at a decision")
class HistoryTest {

    private final History history = closes(100, 110, GAP, 121);

    @Test
    void ends_at_the_bar_decided_on() {
        assertThat(history.bar()).isEqualTo(3);
        assertThat(history.tick()).isEqualTo(4 * HOUR + 5_000);
        assertThat(history.now(Column.CLOSE)).isEqualTo(121);
        assertThat(history.at(Column.CLOSE, 2)).isEqualTo(110);
        assertThat(history.at(Column.CLOSE, -1)).isNaN();
    }

    @Test
    void begins_900_bars_before() {
        assertThat(history.length()).isEqualTo(900);
        assertThat(history.at(Column.CLOSE, 899)).isNaN();
        assertThat(history.at(Column.CLOSE, 900)).isNaN();
        assertThat(history.isPresent(900)).isFalse();
    }

    @Test
    void counts_grid_intervals_not_bars() {
        Window window = history.window(Column.CLOSE, 3);

        assertThat(window.at(0)).isEqualTo(110);
        assertThat(window.at(1)).isNaN();
        assertThat(window.at(2)).isEqualTo(121);
        assertThat(history.window(Column.CLOSE, 2, 2).last()).isEqualTo(110);
    }

    @Test
    void refuses_a_window_beyond_its_beginning() {
        assertThat(history.window(Column.CLOSE, 900).present()).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.window(Column.CLOSE, 900, 1))
                .withMessage("history: window of 900 bars ending 1 bars ago, memory holds 900");
    }

    @Test
    void keeps_900_bars_however_long_it_runs() {
        List<EventBlock> bars = new ArrayList<>();
        for (long bar = 0; bar < 2_000; bar++) {
            double price = 1 + bar;
            bars.add(bar(bar * HOUR, price, price, price, price, 1, 1));
        }
        for (long last : new long[] {899, 900, 1_023, 1_024, 1_150, 1_999}) {
            Window closes = Scene.history(bars, last).window(Column.CLOSE, 900);
            for (int i = 0; i < 900; i++) {
                assertThat(closes.at(i)).isEqualTo(1 + last - 899 + i);
            }
        }
    }

    @Test
    void knows_no_return_from_before_its_beginning() {
        List<EventBlock> bars = new ArrayList<>();
        for (long bar = 0; bar < 950; bar++) {
            bars.add(bar(bar * HOUR, 100, 100, 100, 100, 1, 1));
        }
        History full = Scene.history(bars, 949);

        assertThat(full.at(Column.CLOSE, 899)).isEqualTo(100);
        assertThat(full.at(Column.RETURN, 899)).isNaN();
        assertThat(full.at(Column.LOG_OPEN_PREVIOUS, 899)).isNaN();
        assertThat(full.at(Column.RETURN, 898)).isZero();
    }

    @Test
    void has_the_returns_of_a_reference_only_if_they_are_of_this_tick() {
        List<EventBlock> bars = List.of(bar(0, 100, 100, 100, 100, 1, 1));
        ReferenceReturns current =
                new ReferenceReturns("ETH/USD", 0, new double[] {0.1, 0.2, 0.3}, new double[] {7, 8, 9});
        ReferenceReturns stale =
                new ReferenceReturns("BTC/USD", -1, new double[] {0.1, 0.2, 0.3}, new double[] {7, 8, 9});
        History known = Scene.history(bars, 0, List.of(stale, current));

        assertThat(known.referenceReturns("ETH/USD", 2).at(0)).isEqualTo(0.2);
        assertThat(known.referenceReturns("ETH/USD", 2).length()).isEqualTo(2);
        assertThat(known.referenceReturns("ETH/USD", 4).length()).isZero();
        assertThat(known.referenceReturns("BTC/USD", 2).length()).isZero();
        assertThat(known.referenceCloses("ETH/USD", 2).at(0)).isEqualTo(8);
        assertThat(known.referenceCloses("BTC/USD", 2).length()).isZero();
        assertThat(known.referenceReturns("XRP/USD", 2).length()).isZero();
        assertThat(HOURLY.barAt(known.tick())).isZero();
    }
}
