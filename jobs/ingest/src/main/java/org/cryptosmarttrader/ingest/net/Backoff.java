package org.cryptosmarttrader.ingest.net;

import java.util.random.RandomGenerator;

/**
 * Waits that double from one failure to the next, each somewhere in the upper half of its length so that many callers do
 * not come back together. Not thread-safe.
 */
public final class Backoff {

    private final long firstMillis;
    private final long longestMillis;
    private final RandomGenerator random;
    private int failures;

    /** @param random handed in, so that a test can repeat it */
    public Backoff(long firstMillis, long longestMillis, RandomGenerator random) {
        this.firstMillis = firstMillis;
        this.longestMillis = longestMillis;
        this.random = random;
    }

    /** The wait after one more failure, milliseconds. */
    public long next() {
        long whole = Math.min(longestMillis, firstMillis << Math.min(failures, 30));
        failures++;
        synchronized (random) { // may be shared, and generators need not be safe for that
            return whole / 2 + random.nextLong(whole - whole / 2 + 1);
        }
    }

    /** The wait after one more failure, or exactly the one the source asked for. */
    public long next(SourceException failure) {
        long own = next();
        return failure.retryAfterMillis() > 0 ? failure.retryAfterMillis() : own;
    }

    /** Starts again with the shortest wait. */
    public void reset() {
        failures = 0;
    }
}
