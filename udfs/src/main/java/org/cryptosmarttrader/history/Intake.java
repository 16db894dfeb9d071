package org.cryptosmarttrader.history;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cryptosmarttrader.domain.CanonicalOrder;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;

/**
 * Files what became known at one tick among the raw events of its bars, or refuses it. Made for one fold.
 */
final class Intake implements CanonicalOrder.Visitor {

    private final String pair;
    private final long tick;
    private final BarCells cells;
    private final TreeMap<Long, RawBar> raw;
    private final MemoryRules rules;
    private final FoldReport report;
    private final SortedSet<Long> touched = new TreeSet<>();

    /** The one instant whose refill each absent bar takes; from the next tick on the bar exists and takes none. */
    private final SortedMap<Long, Long> refilledAt = new TreeMap<>();

    // the bar of the last event, its feed (null if none is configured) and whether it is among the touched
    private long bar = Long.MIN_VALUE;
    private MarketFeed feed;
    private boolean isTouched;

    Intake(String pair, long tick, BarCells cells, TreeMap<Long, RawBar> raw, MemoryRules rules, FoldReport report) {
        this.pair = pair;
        this.tick = tick;
        this.cells = cells;
        this.raw = raw;
        this.rules = rules;
        this.report = report;
    }

    /** The bars that took an event. */
    SortedSet<Long> touched() {
        return touched;
    }

    @Override
    public void visit(EventBlock block, int event) {
        requireKnown(block, event);
        turnTo(rules.grid().barOf(block.eventTime(event)));
        Optional<Refusal> fault = Admission.fault(block, event, feed, rules.grid());
        if (fault.isPresent()) {
            report.refuse(block, event, fault.get());
        } else if (Admission.isEmpty(block, event)) {
            report.countEmpty();
        } else {
            take(block, event);
        }
    }

    private void requireKnown(EventBlock block, int event) {
        if (block.availableAt(event) > tick) {
            throw new IllegalArgumentException(
                    "memory of %s: event %d of %s is not known at tick %d; fold it at a later one"
                            .formatted(pair, event, block, tick));
        }
    }

    /** Events mostly follow one another within a bar, so its feed is looked up once. */
    private void turnTo(long next) {
        if (next != bar) {
            bar = next;
            feed = rules.feeds().feedOf(pair, rules.grid().start(next)).orElse(null);
            isTouched = false;
        }
    }

    private void take(EventBlock block, int event) {
        if (block.availableAt(event) < block.eventTime(event)) {
            report.countSkewed();
        }
        if (rules.lateness().isLate(Admission.happenedAt(block, event), block.availableAt(event))) {
            report.late(block, event);
        }
        Optional<Refusal> refusal = file(block, event);
        if (refusal.isPresent()) {
            report.refuse(block, event, refusal.get());
        } else if (!isTouched) {
            isTouched = touched.add(bar);
        }
    }

    private Optional<Refusal> file(EventBlock block, int event) {
        if (bar <= cells.newest() && !cells.holds(bar)) {
            return Optional.of(Refusal.TOO_OLD);
        }
        long availableAt = block.availableAt(event);
        boolean refills = rules.lateness().isBeyondHealing(Admission.happenedAt(block, event), availableAt);
        if (refills && (cells.isPresent(bar) || refilledAt.getOrDefault(bar, availableAt) != availableAt)) {
            return Optional.of(Refusal.TOO_LATE);
        }
        RawBar events = raw.get(bar);
        if (events == null) {
            events = new RawBar(block.kind(), block.count() - event);
            raw.put(bar, events);
        }
        return switch (events.add(block, event)) {
            case YES -> {
                if (refills) {
                    refilledAt.put(bar, availableAt);
                }
                yield Optional.empty();
            }
            case DUPLICATE -> Optional.of(Refusal.DUPLICATE);
            case REVISED -> Optional.of(block.kind() == EventKind.BAR ? Refusal.REVISED : Refusal.KEY_CONFLICT);
        };
    }
}
