package org.cryptosmarttrader.wire.rows;

/** Takes the values of a row, column by column in the order of its schema. */
public interface RowSink {

    RowSink set(int column, long value);

    RowSink set(int column, double value);

    RowSink set(int column, String value);

    RowSink set(int column, boolean value);
}
