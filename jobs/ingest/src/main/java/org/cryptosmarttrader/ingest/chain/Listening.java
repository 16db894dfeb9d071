package org.cryptosmarttrader.ingest.chain;

import java.util.List;
import org.cryptosmarttrader.ingest.live.Heard;
import org.cryptosmarttrader.ingest.live.RawLog;
import org.cryptosmarttrader.ingest.live.Receipts;
import org.cryptosmarttrader.time.TickGrid;

/**
 * For how long a chain has been followed without a hole. Features ask for whole hours of the clock, so it is said when one has
 * ended, and of all the time since it was said last. Not thread-safe.
 */
final class Listening {

    private static final long NEVER = -1;

    private final String source;
    private final List<String> feeds;
    private final RawLog rawLog;
    private final Receipts receipts;
    private long since = NEVER;

    Listening(String source, List<String> feeds, RawLog rawLog, Receipts receipts) {
        this.source = source;
        this.feeds = feeds;
        this.rawLog = rawLog;
        this.receipts = receipts;
    }

    /** All is well at an instant, as the chain's newest block shows. */
    void well(long now, BlockSeen newest) {
        if (since == NEVER) {
            since = now;
        } else if (Math.floorDiv(now, TickGrid.HOUR) > Math.floorDiv(since, TickGrid.HOUR)) {
            byte[] hash = rawLog.keep(source, newest.url(), newest.payload());
            receipts.put(feeds.stream()
                    .map(feed -> Heard.listened(source, feed, since, now, hash))
                    .toList());
            since = now;
        }
    }

    /** Something is not: the time since it was said last does not count. */
    void broken() {
        since = NEVER;
    }
}
