package org.cryptosmarttrader.wire.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.time.UtcDays;

/**
 * Reads archives forward, tick by tick, across kinds, days and files. Each file is compared with its hash in the log before
 * an event of it is handed out. Holds a row group of each file of the current day. Not thread-safe.
 */
public final class TickReader implements Closeable {

    /**
     * What becomes known by a tick and was not known by the one before.
     *
     * @param tick the decision instant
     * @param blocks in no particular order
     */
    public record Tick(long tick, List<EventBlock> blocks) {}

    private record Source(Path root, ArchiveFile file) {}

    private final TickGrid grid;
    private final long after;
    private final long until;
    private final Predicate<String> wantedPair;
    private final List<Source> waiting = new ArrayList<>();
    private final List<BlockCursor> open = new ArrayList<>();

    /**
     * @param archives read together; an event must not be in two of them
     * @param buckets pairs of other buckets are left out
     * @param wantedPair pairs left out besides
     * @param after events available up to this instant are left out
     * @param until events available after this instant are left out
     */
    public TickReader(
            List<Archive> archives,
            IntPredicate buckets,
            Predicate<String> wantedPair,
            long after,
            long until,
            TickGrid grid) {
        this.grid = grid;
        this.after = after;
        this.until = until;
        BitSet wantedBuckets = new BitSet();
        IntStream.range(0, Buckets.COUNT).filter(buckets::test).forEach(wantedBuckets::set);
        this.wantedPair = pair -> wantedBuckets.get(Buckets.of(pair)) && wantedPair.test(pair);
        for (Archive archive : archives) {
            for (ArchiveFile file : archive.files(file -> isWanted(file, wantedBuckets))) {
                waiting.add(new Source(archive.root(), file));
            }
        }
        waiting.sort(
                Comparator.comparingLong((Source source) -> source.file().day()).reversed());
    }

    private boolean isWanted(ArchiveFile file, BitSet buckets) {
        boolean inTime = file.lastAvailableAt() > after && file.firstAvailableAt() <= until;
        int bucket = buckets.nextSetBit(file.bucketFrom());
        return inTime && bucket >= 0 && bucket < file.bucketUntil();
    }

    /** The next tick at which anything becomes known; null after the last. */
    public Tick next() throws IOException {
        if (open.isEmpty()) {
            openNextDay();
        }
        if (open.isEmpty()) {
            return null;
        }
        long first = open.stream().mapToLong(BlockCursor::nextAvailableAt).min().orElseThrow();
        if (first > until) {
            return null;
        }
        long tick = grid.tickOf(first);
        while (!waiting.isEmpty() && waiting.get(waiting.size() - 1).file().day() <= UtcDays.dayOf(tick)) {
            openNextDay();
        }
        return new Tick(tick, drain(Math.min(tick, until)));
    }

    private List<EventBlock> drain(long upTo) throws IOException {
        List<EventBlock> blocks = new ArrayList<>();
        List<BlockCursor> ended = new ArrayList<>();
        for (BlockCursor cursor : open) {
            cursor.drain(upTo, blocks);
            if (cursor.isAtEnd()) {
                ended.add(cursor);
                cursor.close();
            }
        }
        open.removeAll(ended);
        return blocks;
    }

    /** Opens the files of the next day that has any event wanted. */
    private void openNextDay() throws IOException {
        int opened = open.size();
        while (!waiting.isEmpty() && open.size() == opened) {
            long day = waiting.get(waiting.size() - 1).file().day();
            while (!waiting.isEmpty() && waiting.get(waiting.size() - 1).file().day() == day) {
                open(waiting.remove(waiting.size() - 1));
            }
        }
    }

    private void open(Source source) throws IOException {
        EventKind kind = EventRows.kind(source.file().kind());
        BlockCursor cursor = new BlockCursor(source.file().intact(source.root()), kind, wantedPair, after);
        if (cursor.isAtEnd()) {
            cursor.close();
        } else {
            open.add(cursor);
        }
    }

    @Override
    public void close() throws IOException {
        for (BlockCursor cursor : open) {
            cursor.close();
        }
    }
}
