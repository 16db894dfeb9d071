package org.cryptosmarttrader.app.explain;

import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;

/** Where two rows of a dataset differ, by bits; all missing numbers are equal. */
final class Differences {

    private static final int MOST_SHOWN = 5;

    private Differences() {}

    /** The first few columns with both values, empty if there is none. */
    static List<String> of(RowSchema schema, RowBatch one, int row, RowBatch other, int otherRow) {
        List<String> differences = new ArrayList<>();
        for (int column = 0; column < schema.width(); column++) {
            Object expected = one.value(row, column);
            Object found = other.value(otherRow, column);
            if (!expected.equals(found) && differences.size() < MOST_SHOWN) {
                differences.add(
                        "%s %s, %s".formatted(schema.columns().get(column).name(), expected, found));
            }
        }
        return differences;
    }
}
