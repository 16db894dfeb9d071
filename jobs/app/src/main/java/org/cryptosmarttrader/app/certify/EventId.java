package org.cryptosmarttrader.app.certify;

import java.io.Serializable;
import java.util.Comparator;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;

/** What tells an event of an archive from every other. */
public record EventId(EventKind kind, String source, String pair, long intervalMillis, long sequence)
        implements Comparable<EventId>, Serializable {

    private static final Comparator<EventId> ORDER = Comparator.comparing(EventId::kind)
            .thenComparing(EventId::source)
            .thenComparing(EventId::pair)
            .thenComparingLong(EventId::intervalMillis)
            .thenComparingLong(EventId::sequence);

    static EventId of(EventBlock block, int event) {
        return new EventId(block.kind(), block.source(), block.pair(), block.intervalMillis(), block.sequence(event));
    }

    @Override
    public int compareTo(EventId other) {
        return ORDER.compare(this, other);
    }
}
