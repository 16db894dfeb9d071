package org.cryptosmarttrader.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which everything is folded: by the instant an event became available, then by source (unsigned UTF-8
 * bytes), then by sequence. Two sources can stamp the same millisecond; this breaks the tie the same way in every run.
 *
 * <p>See docs/glossary.md, canonical order.
 */
public final class CanonicalOrder {

    /** What to do with one event of a block. */
    @FunctionalInterface
    public interface Visitor {
        void visit(EventBlock block, int event);
    }

    private record Event(EventBlock block, int index) {}

    private static final Comparator<Event> ORDER =
            (event, other) -> compare(event.block, event.index, other.block, other.index);

    private CanonicalOrder() {}

    /**
     * Visits the events of some blocks in canonical order, whatever the order of the blocks and within them. Events that
     * agree in all three keep the order given.
     */
    public static void visit(List<EventBlock> blocks, Visitor visitor) {
        if (isInOrder(blocks)) {
            for (EventBlock block : blocks) {
                for (int event = 0; event < block.count(); event++) {
                    visitor.visit(block, event);
                }
            }
        } else {
            for (Event event : sorted(blocks)) {
                visitor.visit(event.block, event.index);
            }
        }
    }

    /** Negative, zero or positive as one event of a block comes before, with or after one of another block. */
    public static int compare(EventBlock block, int event, EventBlock other, int otherEvent) {
        int order = Long.compare(block.availableAt(event), other.availableAt(otherEvent));
        if (order == 0) {
            order = compareSources(block.source(), other.source());
        }
        return order != 0 ? order : Long.compare(block.sequence(event), other.sequence(otherEvent));
    }

    /** Negative, zero or positive by the unsigned bytes of the source ids in UTF-8. */
    public static int compareSources(String source, String other) {
        return source.equals(other)
                ? 0
                : Arrays.compareUnsigned(
                        source.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** The archive's blocks are in order already; looking costs a fraction of sorting. */
    private static boolean isInOrder(List<EventBlock> blocks) {
        EventBlock last = null;
        for (EventBlock block : blocks) {
            for (int event = 0; event < block.count(); event++) {
                boolean isFirst = event == 0;
                if (last != null && compare(last, isFirst ? last.count() - 1 : event - 1, block, event) > 0) {
                    return false;
                }
                last = block;
            }
        }
        return true;
    }

    private static List<Event> sorted(List<EventBlock> blocks) {
        List<Event> events = new ArrayList<>();
        for (EventBlock block : blocks) {
            for (int event = 0; event < block.count(); event++) {
                events.add(new Event(block, event));
            }
        }
        events.sort(ORDER);
        return events;
    }
}
