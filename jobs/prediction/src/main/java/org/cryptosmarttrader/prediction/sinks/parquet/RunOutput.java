package org.cryptosmarttrader.prediction.sinks.parquet;

import java.io.Serializable;
import java.util.Map;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.RecordedRows;

/**
 * Where and how a run's rows are written.
 *
 * @param root folder or URI of the output
 * @param run id of the run, part of every path
 * @param schemas by dataset
 * @param emitFrom rows of decisions before this instant are left out
 * @param until last tick of the run
 * @param metadata key-value pairs written into every file
 */
public record RunOutput(
        String root,
        String run,
        Map<String, RowSchema> schemas,
        long emitFrom,
        long until,
        Map<String, String> metadata)
        implements Serializable {

    /** Where the events go that the run was sent: whole, whatever decisions are wanted. */
    RunOutput recorded() {
        return new RunOutput(
                root + "/" + RecordedRows.FOLDER, run, RecordedRows.schemas(), Long.MIN_VALUE, until, metadata);
    }

    /** Path of a file, e.g. {@code features/run=…/date=2022-03-01/part-….parquet}. */
    public String path(String dataset, String date, String file) {
        return "%s/%s/run=%s/date=%s/%s".formatted(root, dataset, run, date, file);
    }
}
