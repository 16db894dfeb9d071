package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.history.MarketFeed;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.ArchiveFile;
import org.cryptosmarttrader.wire.archive.ArchiveLock;
import org.cryptosmarttrader.wire.archive.Commit;
import org.cryptosmarttrader.wire.archive.Coverage;
import org.cryptosmarttrader.wire.archive.DayFilesWriter;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.archive.Leftovers;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * What a run over Kafka was sent, as an archive that can be replayed: the same events with the same instants of receipt. It
 * may be called again while the run goes on and then adds what came since. Holds one day of one kind in memory.
 */
public final class CapturedEvents {

    private static final String PREFIX = "captured-";

    private CapturedEvents() {}

    /**
     * Adds what an archive made of this run does not hold yet, up to where the run's record is whole.
     *
     * @param run output of an unbounded run
     * @param folder an archive of this run's events, new or not
     * @return events added, by kind
     * @throws IOException if the run recorded nothing, or the archive holds other events
     */
    public static SortedMap<EventKind, Long> addTo(Path folder, RunFolder run) throws IOException {
        try (ArchiveLock lock = ArchiveLock.take(folder)) {
            Archive archive = Archive.openOrCreate(folder);
            requireOwn(archive, run);
            new Leftovers(archive).clear();
            return addTo(archive, run);
        }
    }

    private static SortedMap<EventKind, Long> addTo(Archive archive, RunFolder run) throws IOException {
        long after = archive.files(file -> true).stream()
                .mapToLong(ArchiveFile::lastAvailableAt)
                .max()
                .orElse(Long.MIN_VALUE);
        long until = run.recorded().wholeUpTo();
        if (until == Long.MIN_VALUE) {
            throw new IOException(
                    "output %s: recorded no events up to any instant; only a run over Kafka records them, and shows them behind its first checkpoint"
                            .formatted(run.root()));
        }
        SortedMap<EventKind, Long> counts = new TreeMap<>();
        List<ArchiveFile> added = new ArrayList<>();
        SortedMap<String, Coverage> coverage = new TreeMap<>();
        for (EventKind kind : EventKind.values()) {
            if (kind != EventKind.HEARTBEAT) {
                Copy copy = new Copy(run, kind, after, until, coverage);
                added.addAll(copy.into(new DayFilesWriter(
                        archive.root(),
                        kind,
                        "%s%s-%d".formatted(PREFIX, run.manifest().run(), archive.nextCommit()))));
                counts.put(kind, copy.events);
            }
        }
        if (archive.commits().stream().noneMatch(commit -> Objects.equals(commit.wholeUpTo(), until))) {
            archive.commit(new Commit(
                    archive.nextCommit(), added, List.of(), List.copyOf(coverage.values()), List.of(), 0, until));
        }
        return counts;
    }

    private static void requireOwn(Archive archive, RunFolder run) throws IOException {
        String own = PREFIX + run.manifest().run();
        for (ArchiveFile file : archive.files(file -> true)) {
            if (!Path.of(file.path()).getFileName().toString().startsWith(own)) {
                throw new IOException(
                        "archive %s: holds %s, which was not captured by run %s; capture into a folder of its own"
                                .formatted(
                                        archive.root(),
                                        file.path(),
                                        run.manifest().run()));
            }
        }
    }

    /** The events of one kind, day by day. */
    private static final class Copy {

        private final RunFolder recorded;
        private final EventKind kind;
        private final RowSchema schema;
        private final long after;
        private final long until;
        private final SortedMap<String, Coverage> coverage;
        private final List<RowBatch> ofDay = new ArrayList<>();
        private long events;

        Copy(RunFolder run, EventKind kind, long after, long until, SortedMap<String, Coverage> coverage) {
            this.recorded = run.recorded();
            this.kind = kind;
            this.schema = EventRows.schema(kind);
            this.after = after;
            this.until = until;
            this.coverage = coverage;
        }

        List<ArchiveFile> into(DayFilesWriter files) throws IOException {
            long firstDay = after == Long.MIN_VALUE ? Long.MIN_VALUE : UtcDays.dayOf(after);
            long[] day = {Long.MIN_VALUE};
            recorded.read(schema, firstDay, UtcDays.dayOf(until), batch -> {
                RowBatch wanted = wanted(batch);
                if (wanted.rows() > 0) {
                    long next = UtcDays.dayOf(wanted.longs(EventRows.AVAILABLE_AT)[0]);
                    if (next != day[0]) {
                        endDay(files);
                        day[0] = next;
                    }
                    ofDay.add(wanted);
                }
            });
            endDay(files);
            return files.finish();
        }

        private RowBatch wanted(RowBatch batch) {
            long[] availableAts = batch.longs(EventRows.AVAILABLE_AT);
            return batch.where(row -> availableAts[row] > after && availableAts[row] <= until);
        }

        private void endDay(DayFilesWriter files) throws IOException {
            if (!ofDay.isEmpty()) {
                RowBatch all = inOrder(RowBatch.concat(schema, ofDay));
                ofDay.clear();
                files.addDay(all);
                count(all);
            }
        }

        /** The canonical order of definitions A.1; within a millisecond and a sequence pairs decide, which mean nothing. */
        private static RowBatch inOrder(RowBatch rows) {
            long[] availableAts = rows.longs(EventRows.AVAILABLE_AT);
            String[] sources = rows.strings(EventRows.SOURCE);
            long[] sequences = rows.longs(EventRows.SEQUENCE);
            String[] pairs = rows.strings(EventRows.PAIR);
            Comparator<Integer> order = Comparator.<Integer>comparingLong(row -> availableAts[row])
                    .thenComparing(row -> sources[row])
                    .thenComparingLong(row -> sequences[row])
                    .thenComparing(row -> pairs[row]);
            return rows.select(IntStream.range(0, rows.rows())
                    .boxed()
                    .sorted(order)
                    .mapToInt(Integer::intValue)
                    .toArray());
        }

        private void count(RowBatch rows) {
            events += rows.rows();
            if (kind.isTraded()) {
                for (int row = 0; row < rows.rows(); row++) {
                    String pair = rows.strings(EventRows.PAIR)[row];
                    MarketFeed feed = new MarketFeed(
                            rows.strings(EventRows.SOURCE)[row], kind, rows.longs(EventRows.INTERVAL)[row]);
                    long time = rows.longs(EventRows.EVENT_TIME)[row];
                    coverage.merge(
                            pair + " " + feed.id(), new Coverage(pair, feed.id(), 1, time, time), Coverage::plus);
                }
            }
        }
    }
}
