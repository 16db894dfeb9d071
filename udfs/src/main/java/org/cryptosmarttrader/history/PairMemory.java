package org.cryptosmarttrader.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.MerkleTree;
import org.cryptosmarttrader.time.TickGrid;

/**
 * Everything remembered of one pair's market: its bars, the raw events that may still heal them, and the hashes both rest
 * on. Folding a tick's events gives the same memory whatever the blocks they came in.
 *
 * <p>Mutable, not thread-safe; the state of one key. Source: definitions A.1 (late rule), A.2, B.
 */
public final class PairMemory {

    private final String pair;
    private final BarCells cells;
    private final TreeMap<Long, RawBar> raw;
    private final DayDigests digests;

    /** @param pair canonical pair, e.g. {@code BTC/USD} */
    public PairMemory(String pair) {
        this(pair, new BarCells(MemoryRules.HISTORY_BARS), new TreeMap<>(), new DayDigests());
    }

    private PairMemory(String pair, BarCells cells, TreeMap<Long, RawBar> raw, DayDigests digests) {
        this.pair = pair;
        this.cells = cells;
        this.raw = raw;
        this.digests = digests;
    }

    /** An independent copy. */
    public PairMemory copy() {
        TreeMap<Long, RawBar> rawCopy = new TreeMap<>();
        raw.forEach((bar, events) -> rawCopy.put(bar, events.copy()));
        return new PairMemory(pair, cells.copy(), rawCopy, digests.copy());
    }

    /**
     * Takes in what became known by a tick.
     *
     * @param tick the decision instant; each call's is later than the one before
     * @param blocks events available by {@code tick} and not before the last one, in any order
     */
    public FoldReport fold(long tick, List<EventBlock> blocks, MemoryRules rules) {
        FoldReport report = new FoldReport();
        long newest = rules.grid().barAt(tick);
        TreeSet<Long> touched = new TreeSet<>();
        long before = cells.newest();
        cells.advanceTo(newest);
        for (Event event : inOrder(blocks)) {
            take(event, rules, touched, report);
        }
        // events of a bar may arrive before its own tick, within the grace of the bar before
        touched.addAll(raw.subMap(before, false, newest, true).keySet());
        for (long bar : touched.headSet(newest, true)) {
            compute(bar, rules, report);
        }
        raw.headMap(rules.grid().barOf(tick - rules.lateness().healLimitMillis()))
                .clear();
        digests.advanceTo(tick, rules.grid(), cells);
        return report;
    }

    /** The pair's bars as features see them; valid until the next fold. */
    public History history(TickGrid grid, List<ReferenceReturns> references) {
        return new History(pair, cells, grid, references);
    }

    /** Whether the memory holds any bar; a pair without one does not exist. */
    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Whether events wait for the tick of their bar. */
    public boolean hasWaiting() {
        return !raw.tailMap(cells.newest(), false).isEmpty();
    }

    /** The hashes that a row of this tick rests on: n × 32 bytes, sorted, distinct. */
    public byte[] inputs() {
        return digests.inputs();
    }

    private record Event(EventBlock block, int index) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int order = Long.compare(block.availableAt(index), other.block.availableAt(other.index));
            if (order == 0) {
                order = compareUtf8(block.source(), other.block.source());
            }
            return order != 0 ? order : Long.compare(block.sequence(index), other.block.sequence(other.index));
        }
    }

    private static int compareUtf8(String left, String right) {
        return left.equals(right)
                ? 0
                : Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static Event[] inOrder(List<EventBlock> blocks) {
        Event[] events = new Event[blocks.stream().mapToInt(EventBlock::count).sum()];
        int size = 0;
        for (EventBlock block : blocks) {
            for (int i = 0; i < block.count(); i++) {
                events[size++] = new Event(block, i);
            }
        }
        Arrays.sort(events);
        return events;
    }

    private void take(Event event, MemoryRules rules, TreeSet<Long> touched, FoldReport report) {
        EventBlock block = event.block();
        int index = event.index();
        Optional<Refusal> fault = Admission.fault(block, index, rules);
        if (fault.isPresent()) {
            report.refuse(block, index, fault.get());
            return;
        }
        if (Admission.isEmpty(block, index)) {
            report.countEmpty();
            return;
        }
        if (Admission.isLate(block, index, rules.lateness())) {
            report.late(block, index);
        }
        long bar = rules.grid().barOf(block.eventTime(index));
        Optional<Refusal> refusal = file(bar, block, index, rules);
        refusal.ifPresentOrElse(reason -> report.refuse(block, index, reason), () -> touched.add(bar));
    }

    private Optional<Refusal> file(long bar, EventBlock block, int index, MemoryRules rules) {
        if (bar <= cells.newest() && !cells.holds(bar)) {
            return Optional.of(Refusal.TOO_OLD);
        }
        long availableAt = block.availableAt(index);
        boolean refills = rules.lateness().isBeyondHealing(block.eventTime(index), availableAt);
        if (refills && isClosed(bar, availableAt)) {
            return Optional.of(Refusal.TOO_LATE);
        }
        RawBar events = raw.computeIfAbsent(bar, absent -> new RawBar(block.kind()));
        if (refills) {
            events.refilledAt(availableAt);
        }
        return switch (events.add(block, index, block.payloadHash(index))) {
            case YES -> Optional.empty();
            case DUPLICATE -> Optional.of(Refusal.DUPLICATE);
            case REVISED -> Optional.of(block.kind() == EventKind.BAR ? Refusal.REVISED : Refusal.KEY_CONFLICT);
        };
    }

    /** A bar that exists takes no event beyond the heal limit; an absent one takes those of a single instant. */
    private boolean isClosed(long bar, long availableAt) {
        RawBar events = raw.get(bar);
        boolean otherRefill =
                events != null && events.refilledAt() != Long.MIN_VALUE && events.refilledAt() != availableAt;
        return cells.isPresent(bar) || otherRefill;
    }

    private void compute(long bar, MemoryRules rules, FoldReport report) {
        long start = rules.grid().start(bar);
        RawBar events = raw.get(bar);
        MarketFeed feed = rules.feeds().feedOf(pair, start).orElseThrow();
        byte[] payloads = events.payloadHashes();
        cells.set(bar, BarFold.of(events, start, feed, rules), MerkleTree.rootOfSet(payloads));
        digests.put(bar, payloads);
        if (bar < cells.newest()) {
            report.countHealed();
        }
    }

    public void write(DataOutput out) throws IOException {
        out.writeUTF(pair);
        cells.write(out);
        out.writeInt(raw.size());
        for (Map.Entry<Long, RawBar> entry : raw.entrySet()) {
            out.writeLong(entry.getKey());
            entry.getValue().write(out);
        }
        digests.write(out);
    }

    public static PairMemory read(DataInput in) throws IOException {
        String pair = in.readUTF();
        BarCells cells = BarCells.read(in);
        TreeMap<Long, RawBar> raw = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            long bar = in.readLong();
            raw.put(bar, RawBar.read(in));
        }
        return new PairMemory(pair, cells, raw, DayDigests.read(in));
    }
}
