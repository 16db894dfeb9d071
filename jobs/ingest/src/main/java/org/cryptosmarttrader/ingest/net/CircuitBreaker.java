package org.cryptosmarttrader.ingest.net;

/**
 * Leaves a source alone that is down: opens after so many failures in a row, lets one call through after a while, and
 * closes when that one succeeds. Safe for use by many threads.
 */
public final class CircuitBreaker {

    /** venues: five in a row, a minute. */
    private static final int FAILURES = 5;

    private static final long OPEN_MILLIS = 60_000;

    private final IngestClock clock;
    private int inARow;
    private long closedUntilNext;

    public CircuitBreaker(IngestClock clock) {
        this.clock = clock;
    }

    /**
     * How long no call may be made, milliseconds; 0 if one may. With a 0 after an open time, the caller has the one trial:
     * others wait another while unless it reports a success.
     */
    public synchronized long waitMillis() {
        if (inARow < FAILURES) {
            return 0;
        }
        long now = clock.millis();
        if (now < closedUntilNext) {
            return closedUntilNext - now;
        }
        closedUntilNext = now + OPEN_MILLIS;
        return 0;
    }

    public synchronized void succeeded() {
        inARow = 0;
    }

    public synchronized void failed() {
        inARow++;
        if (inARow >= FAILURES) {
            closedUntilNext = clock.millis() + OPEN_MILLIS;
        }
    }

    public synchronized boolean isOpen() {
        return inARow >= FAILURES;
    }
}
