package org.cryptosmarttrader.ingest.kraken;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.cryptosmarttrader.ingest.box.BoxedTrade;
import org.cryptosmarttrader.ingest.net.HttpSource;
import org.cryptosmarttrader.ingest.net.IngestClock;

/** Small words for scenes at the venue. */
final class Scene {

    /** 2025-11-11T00:00:00Z. */
    static final long START = 1_762_819_200_000L;

    static final ListRules RULES = new ListRules("ZUSD", Set.of("ZEUR", "USDT"), 60_000);

    private Scene() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A pair under its own name everywhere but for Bitcoin's key. */
    static TradedPair pair(String name) {
        String key = name.equals("BTC/USD") ? "XXBTZUSD" : name.replace("/", "");
        return new TradedPair(
                name,
                key,
                name.replace("/", "").replace("BTC", "XBT"),
                name,
                new BigDecimal("0.01"),
                8,
                new BigDecimal("0.00005"),
                new BigDecimal("0.5"));
    }

    static Trade trade(long id) {
        return new Trade(
                "BTC/USD",
                id,
                START + id,
                (START + id) * 1_000_000,
                BigDecimal.TEN,
                BigDecimal.ONE,
                Trade.BUY,
                bytes("[" + id + "]"));
    }

    static List<Trade> trades(long... ids) {
        List<Trade> trades = new ArrayList<>();
        for (long id : ids) {
            trades.add(trade(id));
        }
        return trades;
    }

    static List<Long> ids(List<Trade> trades) {
        return trades.stream().map(Trade::id).toList();
    }

    /**
     * Trades at the venue, so many, one each so many milliseconds from {@link #START} on. For the order of ids and nothing else:
     * their prices mean nothing.
     */
    static List<BoxedTrade> traded(long firstId, int count, long everyMillis) {
        return traded(START, firstId, count, everyMillis);
    }

    /** The same from an instant on, epoch milliseconds. */
    static List<BoxedTrade> traded(long from, long firstId, int count, long everyMillis) {
        List<BoxedTrade> trades = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long nanos = (from + (i + 1) * everyMillis) * 1_000_000 + 123_400;
            trades.add(new BoxedTrade(
                    firstId + i, nanos, 100 + i % 7 + ".50", "0.0" + (1 + i % 9), i % 3 == 0 ? 's' : 'b'));
        }
        return trades;
    }

    static KrakenRest rest(URI base, IngestClock clock, int attempts) {
        HttpSource source = new HttpSource(
                new HttpSource.Settings("kraken", base, 1_000, 2_000, "CryptoSmartTrader/test", 1 << 20),
                List.of(),
                clock);
        return new KrakenRest(source, attempts, clock, new Random(11));
    }
}
