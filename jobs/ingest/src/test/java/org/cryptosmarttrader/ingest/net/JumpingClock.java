package org.cryptosmarttrader.ingest.net;

import java.util.ArrayList;
import java.util.List;

/** A clock for one thread: who waits for an instant finds it has come. It keeps what was waited for. */
public final class JumpingClock implements IngestClock {

    private final List<Long> waits = new ArrayList<>();
    private long now;

    /** @param start epoch milliseconds */
    public JumpingClock(long start) {
        now = start;
    }

    @Override
    public synchronized long millis() {
        return now;
    }

    @Override
    public synchronized void await(long until) {
        if (until > now) {
            waits.add(until - now);
            now = until;
        }
    }

    public synchronized void pass(long millis) {
        now += millis;
    }

    /** Each wait that was one, in milliseconds. */
    public synchronized List<Long> waits() {
        return List.copyOf(waits);
    }
}
