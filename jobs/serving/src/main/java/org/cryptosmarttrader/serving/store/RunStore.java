package org.cryptosmarttrader.serving.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * What a run wrote, by SQL over its Parquet files. A run under way grows: each {@link #snapshot} is of what was whole when it was
 * taken. Safe for use by many threads.
 */
public final class RunStore implements AutoCloseable {

    private static final long LOOK_BACK = 2 * TickGrid.DAY;

    /** What pages show over a span, in the order in which it is missed. */
    private static final List<RowSchema> LOOKED_BACK_ON = List.of(
            Datasets.BARS, Datasets.VERDICTS, Datasets.LABELS, Datasets.FORECASTS, Datasets.ACCOUNTS, Datasets.STATUS);

    /** Thirty days is the most a page shows unasked, and what matures in them was decided earlier. */
    private static final long MOST_LOOKED_BACK = 33 * TickGrid.DAY;

    private final RunFolder run;
    private final DuckDb duckDb;
    private final FileCopies copies;
    private final Map<Path, LastTick> lastTicks = new ConcurrentHashMap<>();

    /** The last tick of a dataset in what was whole up to an instant. */
    private record LastTick(long wholeUpTo, OptionalLong tick) {}

    private RunStore(RunFolder run, DuckDb duckDb, FileCopies copies) {
        this.run = run;
        this.duckDb = duckDb;
        this.copies = copies;
    }

    /**
     * @param root output of a run
     * @throws IOException if there is none
     */
    public static RunStore open(Path root) throws IOException {
        RunFolder run = RunFolder.open(root);
        try {
            DuckDb duckDb = new DuckDb();
            return new RunStore(run, duckDb, new FileCopies(duckDb, FileCopies.MOST_BYTES));
        } catch (SQLException e) {
            throw new IOException("duckdb: does not start (%s)".formatted(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("duckdb: stopped before it had started");
        }
    }

    /**
     * Begins to copy what people look back on, behind the answers: whoever asks first waits for no copy. A run of 471 pairs takes
     * some 20 seconds.
     *
     * @throws IOException if the folder cannot be read
     */
    public void copyAhead() throws IOException {
        Snapshot now = snapshot();
        for (RowSchema schema : LOOKED_BACK_ON) {
            now.last(schema, MOST_LOOKED_BACK);
        }
    }

    /** The run as it is whole now. */
    public Snapshot snapshot() throws IOException {
        return new Snapshot(run, run.wholeUpTo(), this);
    }

    /**
     * The rows of a statement: values by column, in order; instants as {@link java.time.Instant}, NaN as null.
     *
     * @throws IOException if a file cannot be read
     */
    public List<Map<String, Object>> rows(Sql sql) throws IOException, InterruptedException {
        List<Map<String, Object>> rows = new ArrayList<>();
        read(sql, (columns, values) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                row.put(columns.get(i), values.get(i));
            }
            rows.add(row);
        });
        return rows;
    }

    /**
     * Reads the rows of a statement in their order.
     *
     * @throws IOException if a file cannot be read
     */
    public void read(Sql sql, RowReader reader) throws IOException, InterruptedException {
        try {
            duckDb.read(sql, reader);
        } catch (SQLException e) {
            throw new IOException("output %s: %s".formatted(run.root(), e.getMessage()), e);
        }
    }

    /** Rows of the days of a span as a table of a statement; empty if there is no file. */
    Optional<String> table(Snapshot snapshot, RowSchema schema, long from, long until) throws IOException {
        List<Path> files = snapshot.run().files(schema.dataset(), UtcDays.dayOf(from), UtcDays.dayOf(until));
        if (files.isEmpty()) {
            return Optional.empty();
        }
        // the files of a day know which of them hold one tick; its copy is sorted by pair
        return Optional.of(from == until ? DuckDb.table(files) : copies.table(schema, files));
    }

    /**
     * The last tick of which a dataset has rows, of those whole by a snapshot; none if it lies more than two days back. It is
     * looked for once: a statement over rows of one known instant leaves most files unread.
     */
    OptionalLong lastTick(Snapshot snapshot, RowSchema schema) throws IOException, InterruptedException {
        Path dataset = snapshot.run().root().resolve(schema.dataset());
        LastTick known = lastTicks.get(dataset);
        if (known == null || known.wholeUpTo() != snapshot.wholeUpTo()) {
            Sql last = new Sql("SELECT max(\"%s\") AS last FROM %s"
                    .formatted(schema.availableAt(), snapshot.last(schema, LOOK_BACK)));
            Instant tick = (Instant) rows(last).get(0).get("last");
            known = new LastTick(
                    snapshot.wholeUpTo(), tick == null ? OptionalLong.empty() : OptionalLong.of(tick.toEpochMilli()));
            lastTicks.put(dataset, known);
        }
        return known.tick();
    }

    /** Writes the rows of a statement to a Parquet file. */
    public void toParquet(Sql sql, Path file) throws IOException, InterruptedException {
        try {
            duckDb.toParquet(sql, file);
        } catch (SQLException e) {
            throw new IOException("output %s: %s".formatted(run.root(), e.getMessage()), e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            copies.close();
            duckDb.close();
        } catch (SQLException e) {
            throw new IOException("duckdb: does not end (%s)".formatted(e.getMessage()), e);
        }
    }
}
