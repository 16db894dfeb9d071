package org.cryptosmarttrader.wire.rows;

import org.cryptosmarttrader.provenance.Encoding;

/** Rows and row keys in canonical encoding, see {@code provenance.Encoding}. Not thread-safe. */
public final class RowEncoder implements RowSink {

    private final RowSchema schema;
    private final int[] keyColumns;
    private final ColumnType[] types;
    private final Encoding encoding = new Encoding();

    public RowEncoder(RowSchema schema) {
        this.schema = schema;
        this.keyColumns = schema.key().stream().mapToInt(schema::indexOf).toArray();
        this.types = schema.columns().stream().map(ColumnSpec::type).toArray(ColumnType[]::new);
    }

    /** Begins a row whose values are then set column by column. */
    public RowEncoder begin() {
        encoding.begin(types.length);
        return this;
    }

    @Override
    public RowEncoder set(int column, long value) {
        encoding.add(value);
        return this;
    }

    @Override
    public RowEncoder set(int column, double value) {
        encoding.add(value);
        return this;
    }

    @Override
    public RowEncoder set(int column, String value) {
        encoding.add(value);
        return this;
    }

    @Override
    public RowEncoder set(int column, boolean value) {
        encoding.add(value);
        return this;
    }

    /**
     * The row begun last.
     *
     * @throws IllegalStateException if fewer or more values were set than it has columns
     */
    public byte[] bytes() {
        return encoding.bytes();
    }

    /** The whole row, every column in order. */
    public byte[] row(RowBatch batch, int row) {
        begin();
        for (int column = 0; column < types.length; column++) {
            add(batch, row, column);
        }
        return bytes();
    }

    /** What identifies the row: the dataset's name and its key columns. */
    public byte[] key(RowBatch batch, int row) {
        encoding.begin(1 + keyColumns.length).add(schema.dataset());
        for (int column : keyColumns) {
            add(batch, row, column);
        }
        return encoding.bytes();
    }

    /**
     * The same of a row whose key is known.
     *
     * @param values of the key columns in their order: instants and whole numbers as Long, texts as String
     * @throws IllegalArgumentException if they are more or fewer, or of other types
     */
    public byte[] key(Object... values) {
        if (values.length != keyColumns.length) {
            throw new IllegalArgumentException(
                    "dataset %s: %d values for the key %s".formatted(schema.dataset(), values.length, schema.key()));
        }
        encoding.begin(1 + keyColumns.length).add(schema.dataset());
        for (int i = 0; i < values.length; i++) {
            if (types[keyColumns[i]] == ColumnType.LONG && values[i] instanceof Long number) {
                encoding.add((long) number);
            } else if (types[keyColumns[i]] == ColumnType.STRING && values[i] instanceof String text) {
                encoding.add(text);
            } else {
                throw new IllegalArgumentException("dataset %s: '%s' is no value of key column %s"
                        .formatted(schema.dataset(), values[i], schema.key().get(i)));
            }
        }
        return encoding.bytes();
    }

    private void add(RowBatch batch, int row, int column) {
        switch (types[column]) {
            case LONG -> encoding.add(batch.longs(column)[row]);
            case DOUBLE -> encoding.add(batch.doubles(column)[row]);
            case STRING -> encoding.add(batch.strings(column)[row]);
            case BOOLEAN -> encoding.add(batch.booleans(column)[row]);
        }
    }
}
