package org.cryptosmarttrader.ingest.trading;

import java.math.BigDecimal;
import java.util.Optional;
import org.cryptosmarttrader.book.PairRules;
import org.cryptosmarttrader.ingest.kraken.AssetPairs;
import org.cryptosmarttrader.ingest.kraken.KrakenRest;
import org.cryptosmarttrader.ingest.kraken.ListRules;
import org.cryptosmarttrader.ingest.kraken.TradedPair;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.SourceException;

/** What the venue lists now, looked at again now and then. Not thread-safe. */
final class Listings {

    private final KrakenRest rest;
    private final ListRules rules;
    private final IngestClock clock;
    private AssetPairs pairs;
    private long readAt;

    Listings(KrakenRest rest, ListRules rules, IngestClock clock) {
        this.rest = rest;
        this.rules = rules;
        this.clock = clock;
    }

    /** A pair that is online; empty if it is not. */
    Optional<TradedPair> of(String pair) throws SourceException, InterruptedException {
        return listed().pairs().stream()
                .filter(listed -> listed.pair().equals(pair))
                .findFirst();
    }

    /** Some pair that is online; empty if none is. */
    Optional<TradedPair> any() throws SourceException, InterruptedException {
        return listed().pairs().stream().findFirst();
    }

    private AssetPairs listed() throws SourceException, InterruptedException {
        long now = clock.millis();
        if (pairs == null || now - readAt >= rules.everyMillis()) {
            pairs = rest.assetPairs(rules).value();
            readAt = now;
        }
        return pairs;
    }

    BigDecimal lastPrice(TradedPair pair) throws SourceException, InterruptedException {
        return rest.lastPrice(pair).value();
    }

    /** What the venue states of a pair, as the paper broker knows it. */
    static PairRules rules(TradedPair pair) {
        return new PairRules(pair.lotDecimals(), pair.tickSize(), null, null, pair.orderMin(), pair.costMin(), null);
    }
}
