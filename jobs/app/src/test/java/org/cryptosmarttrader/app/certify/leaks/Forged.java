package org.cryptosmarttrader.app.certify.leaks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cryptosmarttrader.app.certify.Input;
import org.cryptosmarttrader.domain.CanonicalOrder;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.ArchiveFile;
import org.cryptosmarttrader.wire.archive.Commit;
import org.cryptosmarttrader.wire.archive.Coverage;
import org.cryptosmarttrader.wire.archive.DayFilesWriter;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.archive.Intake;
import org.cryptosmarttrader.wire.parquet.ParquetRowReader;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;

/** Archives whose events are not as they came. */
public final class Forged {

    private Forged() {}

    /** A copy with its raw payloads, in which all events of a kind happened and were known earlier. */
    static Path earlier(Path original, EventKind kind, long millis, Path copy) throws IOException {
        return rewritten(original, kind, copy, rows -> {
            shift(rows, EventRows.AVAILABLE_AT, millis);
            shift(rows, EventRows.EVENT_TIME, millis);
            if (kind == EventKind.BAR) {
                shift(rows, EventRows.SEQUENCE, millis);
            }
        });
    }

    /** A copy with its raw payloads, in which the events of a kind were changed, all of them in one batch. */
    public static Path rewritten(Path original, EventKind kind, Path copy, Consumer<RowBatch> change)
            throws IOException {
        Archive archive = Archive.open(original);
        copyRaw(original, copy);
        List<ArchiveFile> written = new ArrayList<>();
        for (EventKind each : EventKind.values()) {
            List<ArchiveFile> files = archive.files(each);
            if (!files.isEmpty()) {
                RowBatch rows = rows(original, each, files);
                if (each == kind) {
                    change.accept(rows);
                }
                written.addAll(write(copy, each, rows));
            }
        }
        List<Coverage> coverage = archive.coverage();
        List<Intake> intakes = archive.commits().stream()
                .flatMap(commit -> commit.intakes().stream())
                .toList();
        Archive.openOrCreate(copy).commit(new Commit(1, written, List.of(), coverage, intakes, 0));
        return copy;
    }

    private static RowBatch rows(Path original, EventKind kind, List<ArchiveFile> files) throws IOException {
        RowBuilder rows = new RowBuilder(EventRows.schema(kind));
        for (ArchiveFile file : files) {
            try (ParquetRowReader reader =
                    ParquetRowReader.open(original.resolve(file.path()), EventRows.schema(kind))) {
                for (RowBatch batch = reader.next(); batch != null; batch = reader.next()) {
                    for (int row = 0; row < batch.rows(); row++) {
                        rows.copy(batch, row);
                    }
                }
            }
        }
        return rows.build();
    }

    private static void shift(RowBatch rows, int column, long millis) {
        long[] values = rows.longs(column);
        Arrays.setAll(values, row -> values[row] - millis);
    }

    private static void copyRaw(Path original, Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(original.resolve("raw"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(original.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    private static List<ArchiveFile> write(Path root, EventKind kind, RowBatch rows) throws IOException {
        DayFilesWriter files = new DayFilesWriter(root, kind, "forged");
        long[] availableAts = rows.longs(EventRows.AVAILABLE_AT);
        int[] order = IntStream.range(0, rows.rows())
                .boxed()
                .sorted(Comparator.comparingLong(row -> availableAts[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int row : order) {
            files.add(rows, row);
        }
        return files.finish();
    }

    /** The events of a run's input, bent together, as an archive of their own. */
    static Path bent(Input input, UnaryOperator<List<EventBlock>> bend, Path root) throws IOException {
        List<EventBlock> events = new ArrayList<>();
        input.read(
                block -> IntStream.range(0, block.count()).mapToObj(block::only).forEach(events::add));
        SortedMap<EventKind, List<EventBlock>> byKind = new TreeMap<>();
        for (EventBlock event : bend.apply(events)) {
            byKind.computeIfAbsent(event.kind(), absent -> new ArrayList<>()).add(event);
        }
        List<ArchiveFile> written = new ArrayList<>();
        for (List<EventBlock> ofKind : byKind.values()) {
            ofKind.sort(Comparator.comparingLong((EventBlock event) -> event.availableAt(0))
                    .thenComparing(EventBlock::source, CanonicalOrder::compareSources)
                    .thenComparingLong(event -> event.sequence(0)));
            RowBuilder rows = new RowBuilder(EventRows.schema(ofKind.get(0).kind()));
            ofKind.forEach(event -> EventRows.add(rows, event, 0, 1));
            written.addAll(write(root, ofKind.get(0).kind(), rows.build()));
        }
        Archive.openOrCreate(root).commit(new Commit(1, written, List.of(), List.of(), List.of(), 0));
        return root;
    }

    /** The same event at another time, saying something else. */
    static EventBlock with(EventBlock event, long eventTime, long availableAt, double... values) {
        return new EventBlock(
                event.kind(),
                event.source(),
                event.pair(),
                event.intervalMillis(),
                event.availability(),
                event.sequences(),
                new long[] {eventTime},
                new long[] {availableAt},
                values,
                event.payloadHashes(),
                event.words());
    }
}
