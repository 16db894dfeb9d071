package org.cryptosmarttrader.ingest.net;

/**
 * A budget of calls: so many a second, and so many at once after a pause. One for each limit a source documents. Safe for
 * use by many threads, which are served in the order they ask.
 */
public final class TokenBucket {

    private final double perMilli;
    private final double burst;
    private final IngestClock clock;
    private double tokens;
    private long countedAt;

    /**
     * @param perSecond calls a second in the long run
     * @param burst calls at once at most, at least 1
     * @throws IllegalArgumentException if it would never let a call pass
     */
    public TokenBucket(double perSecond, int burst, IngestClock clock) {
        if (!(perSecond > 0) || burst < 1) {
            throw new IllegalArgumentException(
                    "budget of %s calls a second, %d at once: expected more than 0 and at least 1"
                            .formatted(perSecond, burst));
        }
        this.perMilli = perSecond / 1_000;
        this.burst = burst;
        this.clock = clock;
        this.tokens = burst;
        this.countedAt = clock.millis();
    }

    /** Returns when the call may go out; it is then counted. */
    public void take() throws InterruptedException {
        clock.await(reserve());
    }

    /** Takes a call out of the budget and says from when on it may be made. */
    private synchronized long reserve() {
        long now = clock.millis();
        // a clock that was set back gives nothing, and takes nothing
        tokens = Math.min(burst, tokens + Math.max(0, now - countedAt) * perMilli);
        countedAt = now;
        tokens--;
        return tokens >= 0 ? now : now + (long) Math.ceil(-tokens / perMilli);
    }
}
