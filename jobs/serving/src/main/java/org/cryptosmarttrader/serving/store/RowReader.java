package org.cryptosmarttrader.serving.store;

import java.io.IOException;
import java.util.List;

/** Takes the rows of an answer, one after the other. */
@FunctionalInterface
public interface RowReader {

    /**
     * @param columns names, the same for each row
     * @param values in that order: instants as {@link java.time.Instant}, NaN and NULL as null
     * @throws IOException if the row cannot be passed on
     */
    void read(List<String> columns, List<Object> values) throws IOException;
}
