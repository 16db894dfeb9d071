package org.cryptosmarttrader.ingest.live;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.ingest.kafka.Announcements;
import org.cryptosmarttrader.ingest.kafka.EventPublisher;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.time.TickGrid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of the topic of events. Events go out as they come; each second or so, and right behind each tick, a heartbeat
 * promises that what was received before is written; behind a heartbeat the cursors are kept. Not thread-safe.
 */
public final class EventFeed implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);

    /**
     * How often the feed does something; no result depends on it.
     *
     * @param roundMillis how long events may wait to be sent together
     * @param beatMillis between heartbeats
     */
    public record Rhythm(long roundMillis, long beatMillis) {

        /** What a job that waits for the present needs. */
        public static final Rhythm LIVE = new Rhythm(20, 1_000);
    }

    private final Receipts receipts;
    private final EventPublisher publisher;
    private final RawLog rawLog;
    private final Announcements announcements;
    private final Cursors cursors;
    private final IngestClock clock;
    private final TickGrid grid;
    private final Rhythm rhythm;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile Exception failure;
    private volatile long promised;
    private volatile long events;

    /**
     * @param rawLog made sure of before an event goes out
     * @param announcements of models and re-armings, taken in beside what adapters hear
     * @param cursors kept behind each heartbeat
     * @param promised instant already promised, e.g. before a restart
     */
    public EventFeed(
            Receipts receipts,
            EventPublisher publisher,
            RawLog rawLog,
            Announcements announcements,
            Cursors cursors,
            IngestClock clock,
            TickGrid grid,
            Rhythm rhythm,
            long promised) {
        this.receipts = receipts;
        this.publisher = publisher;
        this.rawLog = rawLog;
        this.announcements = announcements;
        this.cursors = cursors;
        this.clock = clock;
        this.grid = grid;
        this.rhythm = rhythm;
        this.promised = promised;
    }

    @Override
    public void run() {
        try {
            writeUntilStopped();
            Receipts.Taken last = receipts.take();
            rawLog.flush();
            send(last.events());
            cursors.mark(last.marks());
            beat(last.before());
            cursors.keep(publisher.acknowledgedOffsets());
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    private void writeUntilStopped() throws IOException {
        try {
            while (stop.getCount() > 0) {
                round();
                clock.await(Math.min(clock.millis() + rhythm.roundMillis(), nextBeat()));
            }
        } catch (InterruptedException e) {
            // so is a wait ended that would take long; what was received is still written
            LOG.debug("the writer is asked to stop", e);
        }
    }

    private void round() throws IOException {
        send(announcements.poll());
        Receipts.Taken taken = receipts.take();
        if (!taken.events().isEmpty()) {
            // adapters keep a payload before they hand over what it says
            rawLog.flush();
        }
        send(taken.events());
        cursors.mark(taken.marks());
        if (taken.before() >= nextBeat()) {
            beat(taken.before());
        }
    }

    private void send(List<EventBlock> blocks) {
        for (EventBlock block : blocks) {
            if (cursors.holds(block)) {
                LOG.debug("{} stands in the topic", block);
            } else if (block.availableAt(0) < promised) {
                LOG.warn(
                        "{} from {} came after the promise of {} and is left out",
                        block,
                        Instant.ofEpochMilli(block.availableAt(0)),
                        Instant.ofEpochMilli(promised));
            } else {
                publisher.send(List.of(block));
                cursors.written(block);
                events += block.count();
            }
        }
    }

    /** A tick's promise is one of its own: who waits for the tick need not wait for the second. */
    private void beat(long instant) throws IOException {
        long tick = grid.tickOf(instant) - grid.intervalMillis();
        List<Long> acknowledged = publisher.heartbeats(
                tick >= promised && tick + 1 < instant ? List.of(tick + 1, instant) : List.of(instant));
        promised = instant;
        cursors.promised(instant, acknowledged);
    }

    /** Some time behind the last heartbeat, or a millisecond behind the next tick if that comes first. */
    private long nextBeat() {
        return Math.min(promised + rhythm.beatMillis(), grid.tickOf(promised) + 1);
    }

    /** Number of events written. */
    public long events() {
        return events;
    }

    /** Instant up to which everything received is written. */
    public long promised() {
        return promised;
    }

    /** What ended the feed; null while it runs. */
    public Exception failure() {
        return failure;
    }

    /** Ends the feed when what was received is written; its thread may be interrupted to hurry it. */
    public void stop() {
        stop.countDown();
    }
}
