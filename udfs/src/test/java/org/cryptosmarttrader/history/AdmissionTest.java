package org.cryptosmarttrader.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.history.Scene.FEED;
import static org.cryptosmarttrader.history.Scene.HOURLY;
import static org.cryptosmarttrader.history.Scene.TRADES;
import static org.cryptosmarttrader.history.Scene.bar;
import static org.cryptosmarttrader.history.Scene.minute;
import static org.cryptosmarttrader.history.Scene.trade;
import static org.cryptosmarttrader.history.Scene.with;

import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Admission to a bar")
class AdmissionTest {

    private final EventBlock good = bar(0, 100, 110, 90, 105, 7, 3);

    @Test
    void is_granted_to_a_bar_that_holds_together() {
        assertThat(Admission.fault(good, 0, FEED, HOURLY)).isEmpty();
        assertThat(Admission.fault(bar(0, 1, 1, 1, 1, Double.MIN_VALUE, Double.NaN), 0, FEED, HOURLY))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "LOW, 0",
        "LOW, -1",
        "LOW, 101",
        "LOW, NaN",
        "HIGH, 104",
        "HIGH, Infinity",
        "HIGH, NaN",
        "OPEN, 89",
        "OPEN, 111",
        "OPEN, NaN",
        "CLOSE, 89",
        "CLOSE, 111",
        "CLOSE, NaN",
        "VOLUME, -1",
        "VOLUME, NaN",
        "VOLUME, Infinity",
        "QUOTE_VOLUME, -1",
        "QUOTE_VOLUME, Infinity",
        "COUNT, -1",
        "COUNT, Infinity",
        "BUY_VOLUME, -1",
        "SELL_VOLUME, Infinity"
    })
    void is_refused_to_a_bar_where(Column column, double value) {
        assertThat(Admission.fault(with(column.ordinal(), value, good), 0, FEED, HOURLY))
                .contains(Refusal.BAD_BAR);
    }

    @ParameterizedTest(name = "price {0}, quantity {1}")
    @CsvSource({"0, 1", "-1, 1", "NaN, 1", "Infinity, 1", "1, 0", "1, -1", "1, NaN", "1, Infinity"})
    void is_refused_to_a_trade_of(double price, double quantity) {
        assertThat(Admission.fault(trade(1, 0, price, quantity, 1), 0, TRADES, HOURLY))
                .contains(Refusal.BAD_TRADE);
    }

    @Test
    void is_refused_to_a_bar_that_does_not_lie_within_one_of_the_grid() {
        MarketFeed sevenMinutes = new MarketFeed("test-venue", EventKind.BAR, 7 * TickGrid.MINUTE);
        EventBlock shifted = bar(1_000, 100, 110, 90, 105, 7, 3);

        assertThat(Admission.fault(shifted, 0, FEED, HOURLY)).contains(Refusal.BAD_INTERVAL);
        assertThat(Admission.fault(ofInterval(7 * TickGrid.MINUTE), 0, sevenMinutes, HOURLY))
                .contains(Refusal.BAD_INTERVAL);
        assertThat(Admission.fault(
                        ofInterval(TickGrid.DAY), 0, new MarketFeed("test-venue", EventKind.BAR, TickGrid.DAY), HOURLY))
                .contains(Refusal.BAD_INTERVAL);
    }

    private static EventBlock ofInterval(long interval) {
        EventBlock minute = minute(0, 100);
        return new EventBlock(
                EventKind.BAR,
                minute.source(),
                minute.pair(),
                interval,
                minute.availability(),
                new long[] {0},
                new long[] {interval - 1},
                new long[] {interval},
                minute.values(),
                minute.payloadHashes());
    }
}
