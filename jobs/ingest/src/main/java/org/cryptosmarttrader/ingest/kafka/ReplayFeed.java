package org.cryptosmarttrader.ingest.kafka;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.wire.archive.TickReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays archives into the topic of events: all events up to a tick, then a heartbeat one millisecond behind the tick. After
 * the last tick it repeats that heartbeat each second, never a later one, so that a job restored at any time goes on.
 */
public final class ReplayFeed implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayFeed.class);

    /** Events of later ticks may precede a heartbeat, so at full speed many ticks share one wait for acknowledgements. */
    private static final int TICKS_PER_WAIT = 64;

    private final TickReader ticks;
    private final EventPublisher publisher;
    private final long until;
    private final Pace pace;
    private final Announcements announcements;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile Exception failure;
    private volatile long events;
    private long promised = Long.MIN_VALUE;

    /**
     * @param until last tick; its heartbeat is the one repeated
     * @param pace of playing
     * @param announcements taken in beside what is played
     */
    public ReplayFeed(TickReader ticks, EventPublisher publisher, long until, Pace pace, Announcements announcements) {
        this.ticks = ticks;
        this.publisher = publisher;
        this.until = until;
        this.pace = pace;
        this.announcements = announcements;
    }

    @Override
    public void run() {
        try {
            play();
            do {
                takeIn();
                publisher.heartbeat(until + 1);
                promised = until + 1;
            } while (!stop.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    private void play() throws IOException, InterruptedException {
        // who waits between ticks keeps his promises first
        int ticksPerWait = pace == Pace.AT_ONCE ? TICKS_PER_WAIT : 1;
        List<Long> played = new ArrayList<>();
        for (TickReader.Tick tick = ticks.next(); tick != null && stop.getCount() > 0; tick = ticks.next()) {
            pace.before(tick.tick());
            takeIn();
            publisher.send(tick.blocks());
            events += tick.blocks().stream().mapToLong(block -> block.count()).sum();
            played.add(tick.tick() + 1);
            if (played.size() == ticksPerWait) {
                promise(played);
            }
        }
        promise(played);
    }

    private void promise(List<Long> played) {
        publisher.heartbeats(played);
        if (!played.isEmpty()) {
            promised = played.get(played.size() - 1);
            played.clear();
        }
    }

    /** What was announced in time; behind a promise it would be disorder, and whoever announced it sees that it did not come. */
    private void takeIn() throws IOException {
        for (EventBlock announcement : announcements.poll()) {
            if (announcement.availableAt(0) < promised) {
                LOG.warn(
                        "{} announced from {} came after the promise of {} and is left out",
                        announcement.kind(),
                        Instant.ofEpochMilli(announcement.availableAt(0)),
                        Instant.ofEpochMilli(promised));
            } else {
                publisher.send(List.of(announcement));
                events++;
            }
        }
    }

    /** Number of events sent so far. */
    public long events() {
        return events;
    }

    /** What ended the feed early; null while it runs. */
    public Exception failure() {
        return failure;
    }

    public void stop() {
        stop.countDown();
    }
}
