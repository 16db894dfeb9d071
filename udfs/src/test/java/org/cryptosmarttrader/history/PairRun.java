package org.cryptosmarttrader.history;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;

/** One pair folded tick by tick from a list of events, each at the first tick that knows it. */
public final class PairRun {

    private final MemoryRules rules;
    private final SortedMap<Long, List<EventBlock>> eventsOfTick = new TreeMap<>();
    private PairMemory memory = new PairMemory(Scene.PAIR);
    private long next;

    /** @param events blocks of one event, in any order; the first tick is the first that knows one */
    public PairRun(MemoryRules rules, List<EventBlock> events) {
        this.rules = rules;
        for (EventBlock event : events) {
            long tick = rules.grid().tickOf(event.availableAt(0));
            eventsOfTick.computeIfAbsent(tick, absent -> new ArrayList<>()).add(event);
        }
        this.next = rules.grid().barAt(eventsOfTick.firstKey());
    }

    public PairRun(MarketFeed feed, EventBlock... events) {
        this(Scene.rules(feed), List.of(events));
    }

    /** Folds up to the tick that decides on a bar; the report is that of the last tick. */
    public FoldReport to(long bar) {
        FoldReport report = null;
        for (; next <= bar; next++) {
            report = memory.fold(rules.grid().tick(next), known(next), rules);
        }
        return report;
    }

    /** Folds the tick of a bar at once, leaving out those before it. */
    public FoldReport jumpTo(long bar) {
        next = bar;
        return to(bar);
    }

    /** What becomes known between the tick of the bar before and that of a bar. */
    public List<EventBlock> known(long bar) {
        return eventsOfTick.getOrDefault(rules.grid().tick(bar), List.of());
    }

    public PairMemory memory() {
        return memory;
    }

    /** The bar of the next tick. */
    public long next() {
        return next;
    }

    /** Goes on with another memory, e.g. one read back. */
    public void memory(PairMemory other) {
        memory = other;
    }

    public TickGrid grid() {
        return rules.grid();
    }

    public History history() {
        return memory.history(rules.grid(), List.of());
    }

    /** A value of a bar by its number; NaN if it is absent. */
    public double value(Column column, long bar) {
        History history = history();
        return history.at(column, (int) (history.bar() - bar));
    }

    /** Open, high, low, close and volume of a bar. */
    public double[] bar(long bar) {
        return new double[] {
            value(Column.OPEN, bar),
            value(Column.HIGH, bar),
            value(Column.LOW, bar),
            value(Column.CLOSE, bar),
            value(Column.VOLUME, bar)
        };
    }

    public boolean isPresent(long bar) {
        History history = history();
        return history.isPresent((int) (history.bar() - bar));
    }

    /** The whole state, byte by byte. */
    public static byte[] bytes(PairMemory memory) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            memory.write(new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A hash of the whole state: equal if and only if every byte is, and short where it is not. */
    public static String state(PairMemory memory) {
        return Sha256.hex(Sha256.of(bytes(memory)));
    }

    public static PairMemory read(byte[] bytes) {
        try {
            return PairMemory.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
