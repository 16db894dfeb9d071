package org.cryptosmarttrader.serving.store;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;

/**
 * A run as it was whole at one instant. All parts of one answer are of one snapshot.
 *
 * @param wholeUpTo instant up to which rows are whole, epoch milliseconds; {@link Long#MIN_VALUE} if none are
 * @param store that took it
 */
public record Snapshot(RunFolder run, long wholeUpTo, RunStore store) {

    public RunManifest manifest() {
        return run.manifest();
    }

    /** What the run was sent and recorded, by kind of event, as of the same instant. */
    public Snapshot recorded() {
        return new Snapshot(run.recorded(), wholeUpTo, store);
    }

    /** Whether there are rows. */
    public boolean isEmpty() {
        return wholeUpTo == Long.MIN_VALUE;
    }

    /**
     * Whole rows of a dataset as a table of a statement. Only files of those days are opened.
     *
     * @param from first instant of availability, epoch milliseconds
     * @param until last one
     * @return text in parentheses; a table without rows where there are no files
     */
    public String table(RowSchema schema, long from, long until) throws IOException {
        long last = Math.min(until, wholeUpTo);
        Optional<String> rows = isEmpty() || last < from ? Optional.empty() : store.table(this, schema, from, last);
        if (rows.isEmpty()) {
            return Sql.empty(schema.columns());
        }
        return "(SELECT * FROM %s WHERE \"%s\" BETWEEN TIMESTAMPTZ '%s' AND TIMESTAMPTZ '%s')"
                .formatted(rows.get(), schema.availableAt(), instant(from), instant(last));
    }

    /** The rows of the last tick that has any, as a table; none if that lies more than two days back. */
    public String lastTick(RowSchema schema) throws IOException, InterruptedException {
        OptionalLong last = store.lastTick(this, schema);
        return last.isPresent() ? table(schema, last.getAsLong(), last.getAsLong()) : table(schema, 0, -1);
    }

    /** All whole rows up to now of the last so many milliseconds. */
    public String last(RowSchema schema, long millis) throws IOException {
        return isEmpty() ? table(schema, 0, -1) : table(schema, wholeUpTo - millis, wholeUpTo);
    }

    private static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
