package org.cryptosmarttrader.ingest.facts.texts;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.Fault;

/** A row by the names of its columns, each value without blanks around it. */
final class TextRow {

    private final SortedMap<String, String> values = new TreeMap<>();

    void put(String column, String value) {
        values.put(column, value.strip());
    }

    /** Empty if the row does not have it. */
    String get(String column) {
        return values.getOrDefault(column, "");
    }

    Set<String> columns() {
        return values.keySet();
    }

    /** Of the column, or a fault if it is empty. */
    String required(String column, Fault fault) throws BadRow {
        String value = get(column);
        if (value.isEmpty()) {
            throw new BadRow(fault, column + " is empty");
        }
        return value;
    }
}
