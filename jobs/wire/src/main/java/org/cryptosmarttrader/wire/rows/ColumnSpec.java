package org.cryptosmarttrader.wire.rows;

import java.io.Serializable;

/**
 * A column of a dataset.
 *
 * @param unit unit of its numbers, or what its text names
 * @param meaning one sentence; becomes the description in the Parquet metadata and the documentation
 */
public record ColumnSpec(String name, ColumnType type, String unit, String meaning) implements Serializable {

    /** Unit of instants, by which they are told from other whole numbers. */
    private static final String INSTANT = "instant, UTC";

    public static ColumnSpec number(String name, String unit, String meaning) {
        return new ColumnSpec(name, ColumnType.DOUBLE, unit, meaning);
    }

    public static ColumnSpec whole(String name, String unit, String meaning) {
        return new ColumnSpec(name, ColumnType.LONG, unit, meaning);
    }

    /** An instant: epoch milliseconds here, a timestamp of UTC in Parquet files. */
    public static ColumnSpec instant(String name, String meaning) {
        return new ColumnSpec(name, ColumnType.LONG, INSTANT, meaning);
    }

    /** Whether its numbers are epoch milliseconds. */
    public boolean isInstant() {
        return unit.equals(INSTANT);
    }

    /** Its type in Parquet files, as DuckDB names it. */
    public String sqlType() {
        return switch (type) {
            case LONG -> isInstant() ? "TIMESTAMPTZ" : "BIGINT";
            case DOUBLE -> "DOUBLE";
            case STRING -> "VARCHAR";
            case BOOLEAN -> "BOOLEAN";
        };
    }

    public static ColumnSpec text(String name, String meaning) {
        return new ColumnSpec(name, ColumnType.STRING, "text", meaning);
    }

    public static ColumnSpec flag(String name, String meaning) {
        return new ColumnSpec(name, ColumnType.BOOLEAN, "true or false", meaning);
    }
}
