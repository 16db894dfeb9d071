package org.cryptosmarttrader.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.CanonicalOrder;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.time.TickGrid;

/**
 * Everything remembered of one pair's market: its bars, the raw events that may still heal them, the hashes both rest on, and
 * what was bid and asked last. Folding a tick's events gives the same memory whatever the blocks they came in.
 *
 * <p>Mutable, not thread-safe; the state of one key.
 */
public final class PairMemory {

    private static final long NEVER = Long.MIN_VALUE;

    private final String pair;
    private final BarCells cells;
    private final TreeMap<Long, RawBar> raw;
    private final DayDigests digests;
    private long delistedAt;
    private LastQuote quote;

    /** @param pair canonical pair, e.g. {@code BTC/USD} */
    public PairMemory(String pair) {
        this(pair, new BarCells(MemoryRules.HISTORY_BARS), new TreeMap<>(), new DayDigests(), NEVER, LastQuote.NONE);
    }

    private PairMemory(
            String pair,
            BarCells cells,
            TreeMap<Long, RawBar> raw,
            DayDigests digests,
            long delistedAt,
            LastQuote quote) {
        this.pair = pair;
        this.cells = cells;
        this.raw = raw;
        this.digests = digests;
        this.delistedAt = delistedAt;
        this.quote = quote;
    }

    /** An independent copy. */
    public PairMemory copy() {
        TreeMap<Long, RawBar> rawCopy = new TreeMap<>();
        raw.forEach((bar, events) -> rawCopy.put(bar, events.copy()));
        return new PairMemory(pair, cells.copy(), rawCopy, digests.copy(), delistedAt, quote);
    }

    /**
     * Takes in what became known by a tick.
     *
     * @param tick the decision instant; each call's is later than the one before
     * @param blocks events available by {@code tick} and not before the last one, in any order
     * @throws IllegalArgumentException if the instant is not a tick of the grid behind the last one, a block is of
     *     another pair, or an event is not known by then
     */
    public FoldReport fold(long tick, List<EventBlock> blocks, MemoryRules rules) {
        TickGrid grid = rules.grid();
        long before = cells.newest();
        requireNext(tick, grid);
        blocks.forEach(this::requireOwn);
        cells.advanceTo(grid.barAt(tick));
        forgetBefore(cells.oldest());
        FoldReport report = new FoldReport();
        Intake intake = new Intake(pair, tick, cells, raw, rules, report);
        CanonicalOrder.visit(blocks, (block, event) -> {
            switch (block.kind()) {
                case LISTING -> note(block, event);
                case QUOTE -> quote(block, event);
                default -> intake.visit(block, event);
            }
        });
        SortedSet<Long> touched = intake.touched();
        // events of a bar may arrive before its own tick, within the grace of the bar before
        touched.addAll(raw.subMap(before, false, cells.newest(), true).keySet());
        for (long bar : touched.headSet(cells.newest() + 1)) {
            compute(bar, rules, report);
        }
        forgetBefore(grid.barOf(tick - rules.lateness().healLimitMillis()));
        digests.advanceTo(tick, cells.oldest(), grid);
        return report;
    }

    /** Only a bar that starts after a delisting ends it; being listed again is not yet being traded. */
    private void note(EventBlock listing, int event) {
        if (listing.word(event, EventKind.STANDING).equals(EventKind.DELISTED)) {
            delistedAt = Math.max(delistedAt, listing.eventTime(event));
        }
    }

    private void quote(EventBlock block, int event) {
        if (block.eventTime(event) >= quote.at()) {
            quote = new LastQuote(
                    block.eventTime(event), block.value(event, EventKind.BID), block.value(event, EventKind.ASK));
        }
    }

    private void forgetBefore(long bar) {
        while (!raw.isEmpty() && raw.firstKey() < bar) {
            raw.pollFirstEntry();
        }
    }

    private void requireNext(long tick, TickGrid grid) {
        if (!grid.isTick(tick) || grid.barAt(tick) <= cells.newest()) {
            throw new IllegalArgumentException(
                    "memory of %s: cannot fold at %d, expected a tick of the grid behind that of bar %d"
                            .formatted(pair, tick, cells.newest()));
        }
    }

    private void requireOwn(EventBlock block) {
        if (!block.pair().equals(pair)) {
            throw new IllegalArgumentException(
                    "memory of %s: was given %s; key events by their pair".formatted(pair, block));
        }
    }

    /** The pair's bars as features see them; valid until the next fold. */
    public History history(TickGrid grid, List<ReferenceReturns> references) {
        return new History(pair, cells, quote, grid, references);
    }

    /** Whether the memory holds any bar; a pair without one does not exist. */
    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Whether the pair is traded at its venue, as far as is known: no delisting, or a bar that started after it. */
    public boolean isListed(TickGrid grid) {
        if (delistedAt == NEVER) {
            return true;
        }
        long bar = cells.newest();
        while (cells.holds(bar) && grid.start(bar) > delistedAt) {
            if (cells.isPresent(bar)) {
                return true;
            }
            bar--;
        }
        return false;
    }

    /** Whether events wait for the tick of their bar. */
    public boolean hasWaiting() {
        return !raw.tailMap(cells.newest(), false).isEmpty();
    }

    /** The hashes that a row of this tick rests on: n × 32 bytes, sorted, distinct. */
    public byte[] inputs() {
        return digests.inputs();
    }

    private void compute(long bar, MemoryRules rules, FoldReport report) {
        long start = rules.grid().start(bar);
        RawBar events = raw.get(bar);
        MarketFeed feed = rules.feeds().feedOf(pair, start).orElseThrow();
        cells.set(bar, BarFold.of(events, start, feed, rules));
        digests.put(bar, events.payloadHashes());
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
        out.writeLong(delistedAt);
        quote.write(out);
    }

    public static PairMemory read(DataInput in) throws IOException {
        String pair = in.readUTF();
        BarCells cells = BarCells.read(in);
        TreeMap<Long, RawBar> raw = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            long bar = in.readLong();
            raw.put(bar, RawBar.read(in));
        }
        return new PairMemory(pair, cells, raw, DayDigests.read(in), in.readLong(), LastQuote.read(in));
    }
}
