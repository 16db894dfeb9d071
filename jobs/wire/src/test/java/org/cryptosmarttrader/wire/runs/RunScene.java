package org.cryptosmarttrader.wire.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.io.LocalOutputFile;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.parquet.ParquetRowWriter;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;

/** An output of a run as its sinks would leave it, made of rows noted in a test. */
public final class RunScene {

    public static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);

    private static final long ROW_GROUP = 1 << 20;

    private final RunFolder folder;
    private int files;

    /**
     * @param root an empty or absent folder
     * @param run id
     * @param until last tick
     */
    public RunScene(Path root, String run, FeatureCatalog catalog, long until) {
        this(root, run, catalog, until, "content");
    }

    /** @param content root of what was read */
    public RunScene(Path root, String run, FeatureCatalog catalog, long until, String content) {
        try {
            this.folder = RunFolder.create(
                    root,
                    new RunManifest(
                            run,
                            "dataset",
                            0,
                            0,
                            until,
                            null,
                            HOURLY.intervalMillis(),
                            HOURLY.graceMillis(),
                            catalog.fingerprint(HOURLY),
                            catalog.names(),
                            List.of("1h"),
                            new TreeMap<>(),
                            List.of(),
                            new RunManifest.ArchiveState(1, until, content),
                            new TreeMap<>(),
                            "{}",
                            "conf",
                            0.2,
                            List.of(),
                            List.of(),
                            "test",
                            null,
                            null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files rows under the days they became available, one file a day and call. */
    public RunScene write(RowSchema schema, RowBatch rows) {
        return write(folder, schema, rows);
    }

    /** Files events among those the run was sent. */
    public RunScene writeRecorded(RowSchema schema, RowBatch events) {
        return write(folder.recorded(), schema, events);
    }

    private RunScene write(RunFolder to, RowSchema schema, RowBatch rows) {
        TreeMap<Long, List<Integer>> byDay = new TreeMap<>();
        long[] times = rows.longs(schema.indexOf(schema.availableAt()));
        for (int row = 0; row < rows.rows(); row++) {
            byDay.computeIfAbsent(UtcDays.dayOf(times[row]), day -> new ArrayList<>())
                    .add(row);
        }
        byDay.forEach((day, ofDay) -> write(
                to,
                schema,
                rows.select(ofDay.stream().mapToInt(Integer::intValue).toArray()),
                day));
        return this;
    }

    private void write(RunFolder to, RowSchema schema, RowBatch rows, long day) {
        Path file = to.root()
                .resolve(schema.dataset())
                .resolve("run=" + folder.manifest().run())
                .resolve("date=" + UtcDays.date(day))
                .resolve("part-%05d.parquet".formatted(files++));
        try {
            Files.createDirectories(file.getParent());
            try (ParquetRowWriter writer =
                    new ParquetRowWriter(new LocalOutputFile(file), schema, Map.of(), ROW_GROUP)) {
                writer.write(rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that the output is whole up to an instant. */
    public RunScene wholeUpTo(long instant) {
        String run = folder.manifest().run();
        try {
            Json.replace(folder.root().resolve(WholeUpTo.fileName(run)), new WholeUpTo(run, instant));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public RunFolder folder() {
        return folder;
    }

    public Path root() {
        return folder.root();
    }
}
