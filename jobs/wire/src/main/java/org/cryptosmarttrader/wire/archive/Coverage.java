package org.cryptosmarttrader.wire.archive;

import org.cryptosmarttrader.wire.Required;

/**
 * What an archive holds of a pair from one feed.
 *
 * @param pair canonical pair
 * @param feed id as in {@code history.MarketFeed}
 * @param rows number of events
 * @param firstEventTime epoch milliseconds
 * @param lastEventTime epoch milliseconds
 */
public record Coverage(
        @Required String pair, @Required String feed, long rows, long firstEventTime, long lastEventTime) {

    /** The coverage of both together. */
    public Coverage plus(Coverage other) {
        return new Coverage(
                pair,
                feed,
                rows + other.rows,
                Math.min(firstEventTime, other.firstEventTime),
                Math.max(lastEventTime, other.lastEventTime));
    }
}
