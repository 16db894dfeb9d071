package org.cryptosmarttrader.ingest.texts;

import org.cryptosmarttrader.ingest.live.PolledAdapter;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.SourceException;

/**
 * Begins polls at whole multiples of their interval on the clock, one in each. So one begins at each hour's end, and that the hour
 * was listened to is known in time for the decision behind it. A start within an interval in which a poll was made already
 * waits for the next: many starts are not many polls.
 */
final class Slots implements PolledAdapter.Poll {

    /** Between two looks at the clock; a poll waits here for its slot. */
    static final long LOOK_MILLIS = 1;

    private final long everyMillis;
    private final PolledAdapter.Poll poll;
    private final IngestClock clock;
    private long slot;

    /** @param last beginning of the last poll before this start, epoch milliseconds; 0 if there was none */
    Slots(long everyMillis, long last, PolledAdapter.Poll poll, IngestClock clock) {
        this.everyMillis = everyMillis;
        this.poll = poll;
        this.clock = clock;
        this.slot = Math.floorDiv(Math.min(last, clock.millis()), everyMillis);
    }

    @Override
    public void once() throws SourceException, InterruptedException {
        clock.await((slot + 1) * everyMillis);
        slot = Math.floorDiv(clock.millis(), everyMillis);
        poll.once();
    }
}
