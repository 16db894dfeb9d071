package org.cryptosmarttrader.history;

import java.util.Optional;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.time.TickGrid;

/** Which market events may become part of a bar. */
final class Admission {

    private Admission() {}

    /**
     * Why an event must not be folded; empty if it may.
     *
     * @param feed the feed of the event's bar, null if none is configured
     */
    static Optional<Refusal> fault(EventBlock block, int event, MarketFeed feed, TickGrid grid) {
        if (feed == null || !feed.carries(block)) {
            return Optional.of(Refusal.OTHER_FEED);
        }
        if (block.availableAt(event) < block.eventTime(event) - MemoryRules.MAX_SKEW_MILLIS) {
            return Optional.of(Refusal.CLOCK);
        }
        if (block.kind() == EventKind.TRADE) {
            return isTrade(block, event) ? Optional.empty() : Optional.of(Refusal.BAD_TRADE);
        }
        if (!liesInOneBar(block, event, grid)) {
            return Optional.of(Refusal.BAD_INTERVAL);
        }
        return isEmpty(block, event) || isBar(block, event) ? Optional.empty() : Optional.of(Refusal.BAD_BAR);
    }

    /** A recorded bar in which nothing was traded: a gap, not a bar. */
    static boolean isEmpty(EventBlock block, int event) {
        return block.kind() == EventKind.BAR
                && (block.value(event, EventKind.VOLUME) == 0 || block.value(event, EventKind.COUNT) == 0);
    }

    /** From when an event's delay counts: of a bar from its end, of a trade from the trade. */
    static long happenedAt(EventBlock block, int event) {
        return block.kind() == EventKind.BAR ? block.eventTime(event) + 1 : block.eventTime(event);
    }

    private static boolean liesInOneBar(EventBlock block, int event, TickGrid grid) {
        long interval = block.intervalMillis();
        long end = block.eventTime(event) + 1;
        return interval > 0 && grid.intervalMillis() % interval == 0 && Math.floorMod(end, interval) == 0;
    }

    private static boolean isTrade(EventBlock block, int event) {
        return isPositive(block.value(event, EventKind.PRICE)) && isPositive(block.value(event, EventKind.QUANTITY));
    }

    private static boolean isBar(EventBlock block, int event) {
        double open = block.value(event, EventKind.OPEN);
        double high = block.value(event, EventKind.HIGH);
        double low = block.value(event, EventKind.LOW);
        double close = block.value(event, EventKind.CLOSE);
        return isPositive(low)
                && low <= Math.min(open, close)
                && Math.max(open, close) <= high
                && high < Double.POSITIVE_INFINITY
                && isPositive(block.value(event, EventKind.VOLUME))
                && hasPlausibleExtras(block, event);
    }

    /** What a source need not know may be NaN, but neither negative nor infinite. */
    private static boolean hasPlausibleExtras(EventBlock block, int event) {
        for (int column = EventKind.QUOTE_VOLUME; column <= EventKind.SELL_VOLUME; column++) {
            double value = block.value(event, column);
            if (value < 0 || value == Double.POSITIVE_INFINITY) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPositive(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }
}
