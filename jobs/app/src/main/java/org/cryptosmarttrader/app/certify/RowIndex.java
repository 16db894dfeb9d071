package org.cryptosmarttrader.app.certify;

import java.util.HashMap;
import java.util.Map;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;

/** The rows of a dataset by what identifies them. */
final class RowIndex {

    private static final int DECISION = 0;
    private static final int PAIR = 1;

    private final RowSchema schema;
    private final RowBatch rows;
    private final int horizon;
    private final int availableAt;
    private final Map<Key, Integer> byKey;
    private int repeated = -1;

    /** @param horizon empty of a dataset without */
    record Key(long decisionAt, String pair, String horizon) {}

    RowIndex(RowSchema schema, RowBatch rows) {
        this.schema = schema;
        this.rows = rows;
        this.horizon = schema.has(Datasets.HORIZON) ? schema.indexOf(Datasets.HORIZON) : -1;
        this.availableAt = schema.indexOf(schema.availableAt());
        this.byKey = new HashMap<>(rows.rows() * 4 / 3 + 1);
        for (int row = 0; row < rows.rows(); row++) {
            if (byKey.put(key(row), row) != null) {
                repeated = row;
            }
        }
    }

    RowSchema schema() {
        return schema;
    }

    RowBatch rows() {
        return rows;
    }

    Key key(int row) {
        return new Key(
                rows.longs(DECISION)[row], rows.strings(PAIR)[row], horizon < 0 ? "" : rows.strings(horizon)[row]);
    }

    /** When a row becomes available. */
    long availableAt(int row) {
        return rows.longs(availableAt)[row];
    }

    /** Position of a row; null if there is none of that key. */
    Integer find(Key key) {
        return byKey.get(key);
    }

    /** A row whose key stands twice; -1 if none does. */
    int repeated() {
        return repeated;
    }
}
