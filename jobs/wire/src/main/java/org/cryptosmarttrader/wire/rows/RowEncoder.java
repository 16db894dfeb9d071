package org.cryptosmarttrader.wire.rows;

import org.cryptosmarttrader.provenance.Encoding;

/** Rows and row keys in canonical encoding, see {@code provenance.Encoding}. Not thread-safe. */
public final class RowEncoder {

    private final RowSchema schema;
    private final int[] keyColumns;
    private final ColumnType[] types;
    private final Encoding encoding = new Encoding();

    public RowEncoder(RowSchema schema) {
        this.schema = schema;
        this.keyColumns = schema.key().stream().mapToInt(schema::indexOf).toArray();
        this.types = schema.columns().stream().map(ColumnSpec::type).toArray(ColumnType[]::new);
    }

    /** The whole row, every column in order. */
    public byte[] row(RowBatch batch, int row) {
        encoding.begin(types.length);
        for (int column = 0; column < types.length; column++) {
            add(batch, row, column);
        }
        return encoding.bytes();
    }

    /** What identifies the row: the dataset's name and its key columns. */
    public byte[] key(RowBatch batch, int row) {
        encoding.begin(1 + keyColumns.length).add(schema.dataset());
        for (int column : keyColumns) {
            add(batch, row, column);
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
