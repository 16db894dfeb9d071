package org.cryptosmarttrader.ingest.files;

import java.math.BigDecimal;

/** Numbers out of the texts of a row. */
public final class NumberColumn {

    private NumberColumn() {}

    /**
     * A number that must be there.
     *
     * @param name of the column, for messages
     * @throws BadRow if it is missing, no decimal number or not finite
     */
    static double required(String[] row, int column, String name) throws BadRow {
        String text = row[column];
        if (text == null || text.isEmpty()) {
            throw new BadRow(Fault.NOT_A_NUMBER, "%s is empty, expected a number".formatted(name));
        }
        return parse(text, name);
    }

    /** A number of 0 or more; NaN if the file has no such column or the row leaves it out. */
    static double amount(String[] row, int column, String name) throws BadRow {
        if (column == Columns.ABSENT || row[column] == null || row[column].isEmpty()) {
            return Double.NaN;
        }
        return notNegative(parse(row[column], name), name);
    }

    static double notNegative(double value, String name) throws BadRow {
        if (value < 0) {
            throw new BadRow(Fault.AMOUNT, "%s is %s, expected 0 or more".formatted(name, value));
        }
        return value;
    }

    static double price(String[] row, int column, String name) throws BadRow {
        double value = required(row, column, name);
        if (value <= 0) {
            throw new BadRow(Fault.PRICE, "%s is %s, expected more than 0".formatted(name, row[column]));
        }
        return value;
    }

    /** The difference of two columns as their decimals say it, rounded once. */
    static double difference(String[] row, int column, int other, String name) throws BadRow {
        if (row[column] == null || row[other] == null || row[column].isEmpty() || row[other].isEmpty()) {
            return Double.NaN;
        }
        return notNegative(
                new BigDecimal(row[column]).subtract(new BigDecimal(row[other])).doubleValue(), name);
    }

    /**
     * @param name of the column, for messages
     * @throws BadRow if the text is no decimal number or not finite
     */
    public static double parse(String text, String name) throws BadRow {
        if (!isDecimal(text)) {
            boolean isNotFinite = text.matches("(?i)[+-]?(nan|inf|infinity)");
            throw new BadRow(
                    isNotFinite ? Fault.NOT_FINITE : Fault.NOT_A_NUMBER,
                    "%s is '%s', expected a %snumber".formatted(name, text, isNotFinite ? "finite " : ""));
        }
        // adding 0.0 turns -0.0 into 0.0: one zero, one encoding
        double value = Double.parseDouble(text) + 0.0;
        if (Double.isInfinite(value)) {
            throw new BadRow(Fault.NOT_FINITE, "%s is '%s', expected a finite number".formatted(name, text));
        }
        return value;
    }

    /** Java's own parser also takes 1d, 0x1p3 and spaces. */
    private static boolean isDecimal(String text) {
        boolean digit = false;
        boolean point = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digit = true;
            } else if (c == '.' && !point) {
                point = true;
            } else if ((c == 'e' || c == 'E') && digit) {
                return text.substring(at + 1).matches("[+-]?[0-9]{1,3}");
            } else if (at > 0 || (c != '-' && c != '+')) {
                return false;
            }
        }
        return digit;
    }
}
