package org.cryptosmarttrader.ingest.files;

import java.util.Comparator;
import org.cryptosmarttrader.domain.CanonicalOrder;
import org.cryptosmarttrader.history.MarketFeed;

/**
 * What one feed says of one pair.
 *
 * @param pair canonical pair
 */
record PairFeed(String pair, MarketFeed feed) {

    /** By source in the canonical order, then by pair. */
    static final Comparator<PairFeed> BY_SOURCE =
            (one, other) -> CanonicalOrder.compareSources(one.feed.source(), other.feed.source());

    @Override
    public String toString() {
        return pair + " " + feed;
    }
}
