package org.cryptosmarttrader.serving.export;

import java.time.Instant;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;

/** Values as texts that other programs read: instants in ISO 8601, UTC; what is missing is empty. */
final class Cells {

    private Cells() {}

    /** A number with as many digits as bring it back bit by bit. */
    static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    static String of(RowBatch rows, int row, int column, ColumnSpec spec) {
        Object value = rows.value(row, column);
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof Long millis && spec.isInstant()) {
            return instant(millis);
        }
        return value == null ? "" : value.toString();
    }
}
