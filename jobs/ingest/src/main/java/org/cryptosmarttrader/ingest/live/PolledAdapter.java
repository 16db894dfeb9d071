package org.cryptosmarttrader.ingest.live;

import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceHealth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A source that is asked every so often, in a thread of its own. What fails for the moment is asked again when the source wants
 * it; a source that refuses its access is asked no more and says so until the next start.
 */
public final class PolledAdapter implements Adapter {

    private static final Logger LOG = LoggerFactory.getLogger(PolledAdapter.class);

    private final String source;
    private final long everyMillis;
    private final Poll poll;
    private final Supplier<SourceHealth.Snapshot> health;
    private final IngestClock clock;
    private final Thread thread;
    private volatile String complaint = "";

    /** Asks once and hands over what came. */
    @FunctionalInterface
    public interface Poll {

        void once() throws SourceException, InterruptedException;
    }

    /**
     * @param everyMillis from one poll to the next
     * @param health of its calls
     * @param threads makes its thread
     */
    public PolledAdapter(
            String source,
            long everyMillis,
            Poll poll,
            Supplier<SourceHealth.Snapshot> health,
            IngestClock clock,
            ThreadFactory threads) {
        this.source = source;
        this.everyMillis = everyMillis;
        this.poll = poll;
        this.health = health;
        this.clock = clock;
        this.thread = threads.newThread(this::pollUntilClosed);
        thread.setName("poll-" + source);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public void start() {
        thread.start();
    }

    private void pollUntilClosed() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long wait = everyMillis;
                try {
                    poll.once();
                    complaint = "";
                } catch (SourceException e) {
                    LOG.warn("{}: {}", source, e.getMessage());
                    complaint = e.getMessage();
                    if (e.kind() == SourceException.Kind.DISABLED) {
                        return;
                    }
                    wait = Math.max(wait, e.retryAfterMillis());
                }
                clock.await(clock.millis() + wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public SourceHealth.Snapshot health() {
        return health.get();
    }

    @Override
    public List<String> complaints() {
        String now = complaint;
        return now.isEmpty() ? List.of() : List.of(now);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
