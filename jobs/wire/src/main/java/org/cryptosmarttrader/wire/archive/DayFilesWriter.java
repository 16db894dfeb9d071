package org.cryptosmarttrader.wire.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.parquet.ParquetRowWriter;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;

/**
 * Writes events of one kind, handed over in canonical order, into a file per day, or several by bucket where a day is
 * large. Holds one day in memory. The files count only once a {@link Commit} names them. Not thread-safe.
 */
public final class DayFilesWriter {

    /** A day with more events is split, so that several readers can share it. */
    private static final int ROWS_PER_FILE = 200_000;

    private static final int MOST_FILES_PER_DAY = 16;

    /** Small row groups keep a reader that merges many files small, and let it enter a file in the middle. */
    private static final long ROW_GROUP_BYTES = 2L << 20;

    private final Path folder;
    private final EventKind kind;
    private final String prefix;
    private final Function<Path, OutputFile> files;
    private final List<ArchiveFile> written = new ArrayList<>();
    private RowBuilder rows;
    private long day = Long.MIN_VALUE;

    /**
     * @param folder where the files are laid down under {@code kind=…/date=…}
     * @param prefix of the file names, unique to the change, so that no file is ever overwritten
     */
    public DayFilesWriter(Path folder, EventKind kind, String prefix) {
        this(folder, kind, prefix, LocalOutputFile::new);
    }

    /** @param files makes the file to write for a path */
    public DayFilesWriter(Path folder, EventKind kind, String prefix, Function<Path, OutputFile> files) {
        this.folder = folder;
        this.kind = kind;
        this.prefix = prefix;
        this.files = files;
        this.rows = new RowBuilder(EventRows.schema(kind));
    }

    /**
     * Adds an event.
     *
     * @throws IllegalStateException if it lies on an earlier day than the one before it
     */
    public void add(RowBatch batch, int row) throws IOException {
        long rowDay = UtcDays.dayOf(batch.longs(EventRows.AVAILABLE_AT)[row]);
        if (rowDay != day) {
            flush();
            begin(rowDay);
        }
        rows.copy(batch, row);
    }

    /**
     * Writes all events of a day at once, without copying them.
     *
     * @throws IllegalStateException if the day is not after the one before it
     */
    public void addDay(RowBatch ofDay) throws IOException {
        flush();
        begin(UtcDays.dayOf(ofDay.longs(EventRows.AVAILABLE_AT)[0]));
        write(ofDay);
    }

    private void begin(long next) {
        if (next <= day) {
            throw new IllegalStateException("archive files: an event of %s after one of %s; hand them over in order"
                    .formatted(UtcDays.date(next), UtcDays.date(day)));
        }
        day = next;
    }

    /** The files written, paths relative to the folder. */
    public List<ArchiveFile> finish() throws IOException {
        flush();
        return written;
    }

    private void flush() throws IOException {
        if (rows.rows() > 0) {
            write(rows.build());
        }
    }

    private void write(RowBatch ofDay) throws IOException {
        requireOrder(ofDay);
        int fileCount = Math.min(MOST_FILES_PER_DAY, 1 + (ofDay.rows() - 1) / ROWS_PER_FILE);
        int bucketsPerFile = Buckets.COUNT / Integer.highestOneBit(fileCount);
        Map<Integer, List<Integer>> parts = new TreeMap<>();
        String[] pairs = ofDay.strings(EventRows.PAIR);
        Map<String, Integer> fileOf = new TreeMap<>();
        for (int row = 0; row < ofDay.rows(); row++) {
            int part = fileOf.computeIfAbsent(pairs[row], pair -> Buckets.of(pair) / bucketsPerFile);
            parts.computeIfAbsent(part, absent -> new ArrayList<>()).add(row);
        }
        for (Map.Entry<Integer, List<Integer>> part : parts.entrySet()) {
            write(ofDay, part.getValue(), part.getKey() * bucketsPerFile, (part.getKey() + 1) * bucketsPerFile);
        }
    }

    private void requireOrder(RowBatch ofDay) {
        long[] availableAts = ofDay.longs(EventRows.AVAILABLE_AT);
        for (int row = 1; row < ofDay.rows(); row++) {
            if (availableAts[row] < availableAts[row - 1] || UtcDays.dayOf(availableAts[row]) != day) {
                throw new IllegalStateException(
                        "archive files: an event available at %d after one at %d on %s; hand them over in order"
                                .formatted(availableAts[row], availableAts[row - 1], UtcDays.date(day)));
            }
        }
    }

    private void write(RowBatch ofDay, List<Integer> chosen, int bucketFrom, int bucketUntil) throws IOException {
        String path = "kind=%s/date=%s/%s-%03d-%03d.parquet"
                .formatted(EventRows.folder(kind), UtcDays.date(day), prefix, bucketFrom, bucketUntil);
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        try (ParquetRowWriter writer =
                new ParquetRowWriter(files.apply(file), EventRows.schema(kind), Map.of(), ROW_GROUP_BYTES)) {
            for (int row : chosen) {
                writer.write(ofDay, row);
            }
        }
        long[] availableAts = ofDay.longs(EventRows.AVAILABLE_AT);
        written.add(new ArchiveFile(
                path,
                EventRows.folder(kind),
                day,
                bucketFrom,
                bucketUntil,
                chosen.size(),
                availableAts[chosen.get(0)],
                availableAts[chosen.get(chosen.size() - 1)],
                Sha256.hex(Sha256.of(Files.readAllBytes(file)))));
    }
}
