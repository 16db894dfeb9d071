package org.cryptosmarttrader.facts;

import java.io.Serializable;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.time.TickGrid;

/**
 * How facts become features.
 *
 * @param grid of the decision instants
 * @param scorer name of the scorer whose scores count, the part of its id before the first {@code /}
 * @param whaleUsd USD value from which a transfer is a whale's, itself included
 * @param chains chain of each asset whose transfers are followed, by canonical symbol
 */
public record FactRules(TickGrid grid, String scorer, double whaleUsd, SortedMap<String, String> chains)
        implements Serializable {

    /** How far back any feature of facts looks: texts scored as late as they may be, and those they may repeat. */
    public static final long MEMORY_MILLIS = 37 * TickGrid.DAY;

    /** @throws IllegalArgumentException if the threshold is not positive */
    public FactRules {
        if (!(whaleUsd > 0)) {
            throw new IllegalArgumentException("whale threshold: %s USD, expected more than 0".formatted(whaleUsd));
        }
        chains = new TreeMap<>(chains);
    }

    boolean counts(String scorerId) {
        return scorerId.equals(scorer) || scorerId.startsWith(scorer + "/");
    }

    /** Exclusive beginning of the newest hours, the tick their end. */
    static long hoursBefore(long tick, int hours) {
        return tick - hours * TickGrid.HOUR;
    }
}
