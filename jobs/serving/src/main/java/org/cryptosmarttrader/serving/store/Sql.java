package org.cryptosmarttrader.serving.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        parameters.addAll(List.of(values));
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
        return List.copyOf(parameters);
    }
}
