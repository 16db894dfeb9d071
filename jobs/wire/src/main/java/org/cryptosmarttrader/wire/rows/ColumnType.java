package org.cryptosmarttrader.wire.rows;

/** Type of a column. Missing is NaN for a double and null for a string; long and boolean are never missing. */
public enum ColumnType {
    LONG,
    DOUBLE,
    STRING,
    BOOLEAN
}
