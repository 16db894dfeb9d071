package org.cryptosmarttrader.ingest.kraken;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.ingest.live.Heard;
import org.cryptosmarttrader.ingest.live.RawLog;
import org.cryptosmarttrader.ingest.live.Receipts;

/**
 * What was bid and asked last of each pair. It becomes an event once an hour, right behind its end and before it is decided on; a
 * pair that did not trade in that hour has nothing new to say. Safe for use by many threads.
 */
final class LastQuotes {

    private final RawLog rawLog;
    private final Receipts receipts;
    private SortedMap<String, Ticker> fresh = new TreeMap<>();
    private long toldUntil = Long.MIN_VALUE;

    LastQuotes(RawLog rawLog, Receipts receipts) {
        this.rawLog = rawLog;
        this.receipts = receipts;
    }

    synchronized void take(Ticker ticker) {
        fresh.put(ticker.pair(), ticker);
    }

    /** Tells what is new, unless that was done for this hour. */
    void tell(long endOfHour) {
        List<Ticker> quotes = taken(endOfHour);
        if (!quotes.isEmpty()) {
            receipts.put(quotes.stream().map(this::heard).toList());
        }
    }

    private synchronized List<Ticker> taken(long endOfHour) {
        if (endOfHour <= toldUntil) {
            return List.of();
        }
        toldUntil = endOfHour;
        List<Ticker> taken = List.copyOf(fresh.values());
        fresh = new TreeMap<>();
        return taken;
    }

    private Heard heard(Ticker ticker) {
        return Heard.quote(
                KrakenFeed.SOURCE,
                ticker.pair(),
                ticker.receivedAt(),
                ticker.bid().doubleValue(),
                ticker.ask().doubleValue(),
                rawLog.keep(KrakenFeed.SOURCE, "ticker " + ticker.pair(), ticker.raw()));
    }
}
