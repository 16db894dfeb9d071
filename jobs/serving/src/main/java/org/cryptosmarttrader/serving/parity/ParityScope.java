package org.cryptosmarttrader.serving.parity;

import java.util.List;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;

/**
 * What of two outputs is compared.
 *
 * @param datasets names; empty for all
 * @param columns compared besides the key; empty for all
 * @param pairs empty for all
 * @param from first decision or, in datasets without one, first instant of availability
 * @param until last one
 */
public record ParityScope(List<String> datasets, List<String> columns, List<String> pairs, long from, long until) {

    public static ParityScope everything() {
        return new ParityScope(List.of(), List.of(), List.of(), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    boolean includes(String dataset) {
        return datasets.isEmpty() || datasets.contains(dataset);
    }

    /** Whether anything of a dataset can be compared: it has a column chosen and, if pairs were chosen, rows by pair. */
    boolean covers(RowSchema schema) {
        return (columns.isEmpty() || columns.stream().anyMatch(schema::has))
                && (pairs.isEmpty() || schema.has(Datasets.PAIR));
    }

    /** The columns compared: the key and what was chosen of the rest. */
    RowSchema project(RowSchema schema) {
        List<ColumnSpec> chosen = schema.columns().stream()
                .filter(column -> columns.isEmpty()
                        || columns.contains(column.name())
                        || schema.key().contains(column.name())
                        || column.name().equals(schema.availableAt()))
                .toList();
        return new RowSchema(schema.dataset(), chosen, schema.key(), schema.availableAt());
    }

    /** The rows compared. */
    RowBatch select(RowSchema schema, RowBatch batch) {
        String timeColumn = schema.has(Datasets.DECISION_AT) ? Datasets.DECISION_AT : schema.availableAt();
        long[] times = batch.longs(schema.indexOf(timeColumn));
        String[] pairOf = schema.has(Datasets.PAIR) ? batch.strings(schema.indexOf(Datasets.PAIR)) : null;
        return batch.where(
                row -> times[row] >= from && times[row] <= until && (pairs.isEmpty() || pairs.contains(pairOf[row])));
    }
}
