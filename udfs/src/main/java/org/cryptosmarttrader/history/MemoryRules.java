package org.cryptosmarttrader.history;

import java.io.Serializable;
import org.cryptosmarttrader.time.Lateness;
import org.cryptosmarttrader.time.TickGrid;

/**
 * How events become bars.
 *
 * @param grid the bars and their ticks
 * @param lateness what is late and what may still heal
 * @param feeds which feed each bar is folded from
 * @param fillLatencyMillis time from a decision to the first price an order may fill at
 */
public record MemoryRules(TickGrid grid, Lateness lateness, MarketFeeds feeds, long fillLatencyMillis)
        implements Serializable {

    /** Grid intervals kept: the longest horizon, the volatility window before it, and room. */
    public static final int HISTORY_BARS = 900;

    /** Clock skew of a source that is tolerated; more refuses the event. */
    public static final long MAX_SKEW_MILLIS = 2_000;

    /** @throws IllegalArgumentException if the latency is negative or bars of the grid cannot be folded from a feed */
    public MemoryRules {
        if (fillLatencyMillis < 0) {
            throw new IllegalArgumentException("fill latency: %d ms, expected 0 or more".formatted(fillLatencyMillis));
        }
        feeds.spans().forEach((pairs, spans) -> spans.forEach(span -> requireFit(pairs, span.feed(), grid)));
    }

    private static void requireFit(String pairs, MarketFeed feed, TickGrid grid) {
        if (!feed.fits(grid)) {
            throw new IllegalArgumentException(
                    "feed %s of %s: cannot be folded into bars of %d minutes; name trades or bars that divide them"
                            .formatted(feed, pairs, grid.intervalMillis() / TickGrid.MINUTE));
        }
    }
}
