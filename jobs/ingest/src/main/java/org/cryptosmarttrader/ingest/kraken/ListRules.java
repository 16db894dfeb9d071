package org.cryptosmarttrader.ingest.kraken;

import java.util.Set;

/**
 * Which pairs are of interest, and how often one looks.
 *
 * @param quote asset id of the quote currency, e.g. {@code ZUSD}
 * @param leftOutBases asset ids whose pairs have no momentum worth a forecast: other currencies and stablecoins
 * @param everyMillis between two looks at what is listed
 */
public record ListRules(String quote, Set<String> leftOutBases, long everyMillis) {

    public ListRules {
        leftOutBases = Set.copyOf(leftOutBases);
    }
}
