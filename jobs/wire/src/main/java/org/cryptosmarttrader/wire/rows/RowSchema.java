package org.cryptosmarttrader.wire.rows;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.provenance.Encoding;
import org.cryptosmarttrader.provenance.Sha256;

/**
 * A dataset's columns in order, those that identify a row, and the one that says when the row became available.
 *
 * @param dataset name of the dataset and of its folder and topic, e.g. {@code features}
 * @param columns in order
 * @param key names of the columns that identify a row
 * @param availableAt name of the column by whose UTC day rows are filed and digested
 */
public record RowSchema(String dataset, List<ColumnSpec> columns, List<String> key, String availableAt)
        implements Serializable {

    /** @throws IllegalArgumentException if a key or time column is not among the columns, or a name stands twice */
    public RowSchema {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        List<String> names = columns.stream().map(ColumnSpec::name).toList();
        List<String> needed = new ArrayList<>(key);
        needed.add(availableAt);
        for (String name : needed) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("dataset %s: no column '%s'".formatted(dataset, name));
            }
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(
                    "dataset %s: a column name stands twice in %s".formatted(dataset, names));
        }
    }

    public int width() {
        return columns.size();
    }

    /**
     * Position of a column.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public int indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("dataset %s: no column '%s'".formatted(dataset, name));
    }

    public boolean has(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    /** Hash over names and types in order. */
    public String hash() {
        Encoding encoding = new Encoding().begin(1 + 2 * columns.size()).add(dataset);
        columns.forEach(column -> encoding.add(column.name()).add(column.type().name()));
        return Sha256.hex(Sha256.of(encoding.bytes()));
    }
}
