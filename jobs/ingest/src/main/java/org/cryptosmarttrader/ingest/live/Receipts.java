package org.cryptosmarttrader.ingest.live;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.ingest.net.IngestClock;

/**
 * Where adapters hand over what they heard. Each event is stamped on receipt, never earlier than one before it, so the order
 * of receipt is the order of availability; what is taken out together with an instant is all there will ever be before it.
 *
 * <p>An event may be at most {@value #SKEW_MILLIS} ms ahead of this clock, and is then known from its own time on (definitions
 * A.1); one farther ahead is refused and counted. Safe for use by many threads.
 */
public final class Receipts {

    /** How far a venue's clock may run ahead of ours. */
    static final long SKEW_MILLIS = 2_000;

    /**
     * What was received since the last time.
     *
     * @param events in order of availability
     * @param before whatever is received from now on is available at this instant or later
     * @param marks how far sources are, by source, once these events are written
     */
    public record Taken(List<EventBlock> events, long before, SortedMap<String, String> marks) {}

    private final IngestClock clock;
    private final SortedMap<String, Long> refused = new TreeMap<>();
    private final SortedMap<String, String> marks = new TreeMap<>();
    private List<EventBlock> waiting = new ArrayList<>();
    private long last;

    /** @param last nothing is stamped earlier: the newest instant already written */
    public Receipts(IngestClock clock, long last) {
        this.clock = clock;
        this.last = last;
    }

    /**
     * Takes in events that become known at one instant, e.g. those of a message or of an hour that was fetched again.
     *
     * @return that instant
     */
    public synchronized long put(List<Heard> heard) {
        long now = now();
        List<Heard> timely =
                heard.stream().filter(event -> isTimely(event, now)).toList();
        // those of one message stay together: the venue's clock may be ahead of ours by little
        last = timely.stream().mapToLong(Heard::eventTime).reduce(now, Math::max);
        timely.forEach(event -> waiting.add(event.knownFrom(last)));
        return last;
    }

    /** Notes how far a source is with what it handed over so far, in its own words; see {@link Cursors#mark}. */
    public synchronized void mark(String source, String how) {
        marks.put(source, how);
    }

    private boolean isTimely(Heard event, long now) {
        boolean timely = event.eventTime() - now <= SKEW_MILLIS;
        if (!timely) {
            refused.merge(event.source(), 1L, Long::sum);
        }
        return timely;
    }

    private long now() {
        return Math.max(last, clock.millis());
    }

    /** Takes out what was received. */
    public synchronized Taken take() {
        List<EventBlock> events = waiting;
        waiting = new ArrayList<>();
        last = now();
        SortedMap<String, String> reached = new TreeMap<>(marks);
        marks.clear();
        return new Taken(events, last, reached);
    }

    /** Events whose time lay too far ahead of this clock, by source. */
    public synchronized SortedMap<String, Long> refused() {
        return new TreeMap<>(refused);
    }
}
