package org.cryptosmarttrader.ingest.facts.texts;

import java.util.OptionalLong;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.Fault;
import org.cryptosmarttrader.ingest.files.TimeColumn;

/** Times of rows; of each its own unit. */
final class Times {

    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private Times() {}

    static boolean isDate(String written) {
        return written.matches(DATE);
    }

    /** @return epoch milliseconds, of a date its beginning */
    static long required(TextRow row, String column) throws BadRow {
        String written = row.required(column, Fault.TIME);
        try {
            return new TimeColumn().millis(written);
        } catch (BadRow e) {
            throw new BadRow(Fault.TIME, "%s: %s".formatted(column, e.getMessage()));
        }
    }

    static OptionalLong optional(TextRow row, String column) throws BadRow {
        return row.get(column).isEmpty() ? OptionalLong.empty() : OptionalLong.of(required(row, column));
    }
}
