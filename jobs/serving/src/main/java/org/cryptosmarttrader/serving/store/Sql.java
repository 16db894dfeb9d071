package org.cryptosmarttrader.serving.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cryptosmarttrader.wire.rows.ColumnSpec;

/**
 * A statement as it grows. Words of a request go in as parameters and nowhere else; everything appended as text is this
 * program's own.
 */
public final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    /** @param text may hold a question mark for each parameter */
    public Sql(String text, Object... parameters) {
        add(text, parameters);
    }

    /**
     * Rows that this program made, as a statement that gives them.
     *
     * @param rows values as text in the order of the columns, instants as ISO text; null where there is none
     */
    public static Sql of(List<ColumnSpec> columns, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return new Sql("SELECT * FROM " + empty(columns));
        }
        String names =
                columns.stream().map(column -> "\"" + column.name() + "\"").collect(Collectors.joining(", "));
        String row =
                columns.stream().map(column -> "?::" + column.sqlType()).collect(Collectors.joining(", ", "(", ")"));
        Sql sql = new Sql("SELECT * FROM (VALUES");
        for (int i = 0; i < rows.size(); i++) {
            sql.add(i == 0 ? row : ", " + row, rows.get(i).toArray());
        }
        return sql.add(") made(" + names + ")");
    }

    /** A table without rows. */
    static String empty(List<ColumnSpec> columns) {
        return columns.stream()
                .map(column -> "NULL::%s AS \"%s\"".formatted(column.sqlType(), column.name()))
                .collect(Collectors.joining(", ", "(SELECT ", " WHERE false)"));
    }

    /** Appends, with a blank between. */
    public Sql add(String more, Object... values) {
        long marks = more.chars().filter(letter -> letter == '?').count();
        if (marks != values.length) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%d question marks, %d parameters: %s", marks, values.length, more));
        }
        if (!text.isEmpty()) {
            text.append(' ');
        }
        text.append(more);
        Collections.addAll(parameters, values);
        return this;
    }

    /** The same if a value was given, nothing otherwise. */
    public Sql addIfGiven(String more, Object value) {
        return value == null ? this : add(more, value);
    }

    String text() {
        return text.toString();
    }

    List<Object> parameters() {
        return Collections.unmodifiableList(parameters);
    }
}
