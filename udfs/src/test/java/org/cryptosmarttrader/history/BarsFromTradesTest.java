package org.cryptosmarttrader.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.history.Scene.TRADES;
import static org.cryptosmarttrader.history.Scene.known;
import static org.cryptosmarttrader.history.Scene.rules;
import static org.cryptosmarttrader.history.Scene.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Bars from trades")
class BarsFromTradesTest {

    private static final int BUY = 1;
    private static final int SELL = -1;
    private static final long NOON = 447_084; // bar of 2021-01-01T12:00Z
    private static final long START = NOON * TickGrid.HOUR;

    private final Golden golden = Golden.vector("B1-");

    @Test
    void are_those_of_the_golden_vector() {
        checkGolden(goldenTrades());
    }

    @Test
    void do_not_depend_on_the_order_of_arrival() {
        List<EventBlock> trades = goldenTrades();

        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(trades, new Random(seed));
            checkGolden(trades);
        }
    }

    @Test
    void do_not_depend_on_when_within_the_grace_a_trade_is_known() {
        List<EventBlock> trades = new ArrayList<>();
        long delay = 5_000;
        for (EventBlock trade : goldenTrades()) {
            trades.add(known(trade.eventTime(0) + delay, trade));
            delay -= 700;
        }

        checkGolden(trades);
    }

    private void checkGolden(List<EventBlock> trades) {
        PairRun run = new PairRun(rules(TRADES), trades);
        long last = run.grid().barOf(1_609_470_000_000L);
        run.to(last);

        for (JsonNode bar : golden.outputs().get("bars")) {
            long number = run.grid().barOf(bar.get("startMs").asLong());
            check(bar, "open", run.value(Column.OPEN, number));
            check(bar, "high", run.value(Column.HIGH, number));
            check(bar, "low", run.value(Column.LOW, number));
            check(bar, "close", run.value(Column.CLOSE, number));
            check(bar, "volume", run.value(Column.VOLUME, number));
            check(bar, "quoteVolume", run.value(Column.QUOTE_VOLUME, number));
            check(bar, "vwap", run.value(Column.QUOTE_VOLUME, number) / run.value(Column.VOLUME, number));
            check(bar, "count", run.value(Column.COUNT, number));
            check(bar, "buyVolume", run.value(Column.BUY_VOLUME, number));
            check(bar, "sellVolume", run.value(Column.SELL_VOLUME, number));
        }
        for (JsonNode absent : golden.outputs().get("absentStartMs")) {
            assertThat(run.isPresent(run.grid().barOf(absent.asLong()))).isFalse();
        }
    }

    private void check(JsonNode bar, String field, double actual) {
        golden.check(bar.get("startMs") + " " + field, actual, bar.get(field).asDouble());
    }

    private List<EventBlock> goldenTrades() {
        List<EventBlock> trades = new ArrayList<>();
        for (JsonNode trade : golden.inputs().get("trades")) {
            trades.add(trade(
                    trades.size(),
                    trade.get("t").asLong(),
                    trade.get("price").asDouble(),
                    trade.get("qty").asDouble(),
                    trade.get("side").asText().equals("b") ? BUY : SELL));
        }
        return trades;
    }

    @Test
    void open_and_close_by_sequence_where_trades_share_an_instant() {
        PairRun run = new PairRun(
                TRADES, trade(3, START, 103, 1, BUY), trade(1, START, 101, 1, BUY), trade(2, START, 102, 1, BUY));
        run.to(NOON);

        assertThat(run.bar(NOON)).containsExactly(101, 103, 101, 103, 3);
    }

    @Test
    void count_a_trade_of_unknown_side_for_neither_side() {
        PairRun run = new PairRun(
                TRADES,
                trade(1, START, 100, 1, BUY),
                trade(2, START + 1, 100, 2, Double.NaN),
                trade(3, START + 2, 100, 4, SELL));
        run.to(NOON);

        assertThat(run.value(Column.VOLUME, NOON)).isEqualTo(7);
        assertThat(run.value(Column.BUY_VOLUME, NOON)).isEqualTo(1);
        assertThat(run.value(Column.SELL_VOLUME, NOON)).isEqualTo(4);
    }

    @Test
    void keep_the_first_prices_behind_the_decision_and_behind_the_latency() {
        PairRun run = new PairRun(
                TRADES,
                trade(1, START + 4_999, 100, 1, BUY),
                trade(2, START + 5_000, 101, 1, BUY),
                trade(3, START + 5_999, 102, 1, BUY),
                trade(4, START + 6_000, 103, 1, BUY),
                trade(5, START + 7_000, 104, 1, BUY));
        run.to(NOON);

        assertThat(run.value(Column.ENTRY_PRICE, NOON)).isEqualTo(101);
        assertThat(run.value(Column.FILL_PRICE, NOON)).isEqualTo(103);
    }

    @Test
    void have_no_such_price_if_all_was_traded_before() {
        PairRun run = new PairRun(TRADES, trade(1, START, 100, 1, BUY), trade(2, START + 4_999, 101, 1, BUY));
        run.to(NOON);

        assertThat(run.value(Column.ENTRY_PRICE, NOON)).isZero();
        assertThat(run.value(Column.FILL_PRICE, NOON)).isZero();
    }
}
