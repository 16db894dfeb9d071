package org.cryptosmarttrader.ingest.live;

import java.util.concurrent.atomic.AtomicLong;
import org.cryptosmarttrader.ingest.net.IngestClock;

/** A clock that stands where it was set. */
final class StillClock implements IngestClock {

    private final AtomicLong now;

    StillClock(long now) {
        this.now = new AtomicLong(now);
    }

    void set(long millis) {
        now.set(millis);
    }

    @Override
    public long millis() {
        return now.get();
    }

    @Override
    public void await(long until) {
        now.accumulateAndGet(until, Math::max);
    }
}
