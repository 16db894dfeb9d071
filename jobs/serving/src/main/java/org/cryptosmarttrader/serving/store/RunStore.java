package org.cryptosmarttrader.serving.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * What a run wrote, by SQL over its Parquet files. A run under way grows: each {@link #snapshot} is of what was whole when it was
 * taken. Safe for use by many threads.
 */
public final class RunStore implements AutoCloseable {

    private final RunFolder run;
    private final DuckDb duckDb;

    private RunStore(RunFolder run, DuckDb duckDb) {
        this.run = run;
        this.duckDb = duckDb;
    }

    /**
     * @param root output of a run
     * @throws IOException if there is none
     */
    public static RunStore open(Path root) throws IOException {
        RunFolder run = RunFolder.open(root);
        try {
            return new RunStore(run, new DuckDb());
        } catch (SQLException e) {
            throw new IOException("duckdb: does not start (%s)".formatted(e.getMessage()), e);
        }
    }

    /** The run as it is whole now. */
    public Snapshot snapshot() throws IOException {
        return new Snapshot(run, run.wholeUpTo());
    }

    /**
     * The rows of a statement: values by column, in order; instants as {@link java.time.Instant}, NaN as null.
     *
     * @throws IOException if a file cannot be read
     */
    public List<Map<String, Object>> rows(Sql sql) throws IOException, InterruptedException {
        try {
            return duckDb.rows(sql);
        } catch (SQLException e) {
            throw new IOException("output %s: %s".formatted(run.root(), e.getMessage()), e);
        }
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
            duckDb.close();
        } catch (SQLException e) {
            throw new IOException("duckdb: does not end (%s)".formatted(e.getMessage()), e);
        }
    }
}
