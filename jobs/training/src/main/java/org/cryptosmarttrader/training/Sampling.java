package org.cryptosmarttrader.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.cryptosmarttrader.wire.conf.ConfFile;

/**
 * Which rows of a training block all members of a horizon learn from, and how much each counts.
 *
 * @param mostRows a larger block is sampled down to about this, by a hash of pair and decision
 * @param seed of the hash
 */
public record Sampling(int mostRows, Weights weights, long seed) {

    /** How much a row counts. */
    public enum Weights {
        /** All the same. */
        EQUAL,
        /** As much of its label as is its own; see {@link org.cryptosmarttrader.labels.Uniqueness}. */
        UNIQUENESS
    }

    private static final List<String> WORDS =
            Arrays.stream(Weights.values()).map(Sampling::word).toList();

    private static String word(Weights weights) {
        return weights.name().toLowerCase(Locale.ROOT);
    }

    static Sampling read(ConfFile block, long seed) {
        int mostRows = block.whole("most");
        String weights = block.text("weights");
        if (mostRows < 1_000) {
            block.fault("most", mostRows, "1000 or more");
        }
        if (!WORDS.contains(weights)) {
            block.fault("weights", weights, "one of " + WORDS);
        }
        block.finish();
        return new Sampling(mostRows, Weights.values()[Math.max(0, WORDS.indexOf(weights))], seed);
    }

    Sampling seeded(long other) {
        return new Sampling(mostRows, weights, other);
    }

    /** For the card. */
    void describe(SortedMap<String, String> parameters) {
        parameters.put("most_rows", Integer.toString(mostRows));
        parameters.put("weights", word(weights));
    }
}
