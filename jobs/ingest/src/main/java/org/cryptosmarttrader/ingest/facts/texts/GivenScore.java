package org.cryptosmarttrader.ingest.facts.texts;

import java.util.OptionalLong;

/**
 * What somebody else's scorer said of a text.
 *
 * @param score from -1 to 1, NaN if it could not say
 * @param scorer name, version and SHA-256
 * @param scoredAt when it did, epoch milliseconds; empty if not stated
 */
record GivenScore(double score, String scorer, OptionalLong scoredAt) {

    boolean isKnown() {
        return !Double.isNaN(score);
    }

    /** Whether it came after something became known. */
    boolean isAfter(long instant) {
        return scoredAt.isPresent() && scoredAt.getAsLong() > instant;
    }
}
