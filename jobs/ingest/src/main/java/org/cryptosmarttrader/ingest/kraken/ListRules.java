package org.cryptosmarttrader.ingest.kraken;

import java.util.Set;

/**
 * Which pairs are of interest.
 *
 * @param quote asset id of the quote currency, e.g. {@code ZUSD}
 * @param leftOutBases asset ids whose pairs have no momentum worth a forecast: other currencies and stablecoins
 */
public record ListRules(String quote, Set<String> leftOutBases) {

    public ListRules {
        leftOutBases = Set.copyOf(leftOutBases);
    }
}
