package org.cryptosmarttrader.wire.rows;

import java.util.Arrays;

/** Grows a batch row by row. Not thread-safe. */
public final class RowBuilder implements RowSink {

    private static final int ROOM = 64;

    private final RowSchema schema;
    private final int firstRoom;
    /** Null before the first row. */
    private Object[] columns;

    private int room;
    private int rows;

    public RowBuilder(RowSchema schema) {
        this(schema, ROOM);
    }

    /** @param firstRoom rows there is room for at first, at least 1; more makes more */
    public RowBuilder(RowSchema schema, int firstRoom) {
        this.schema = schema;
        this.firstRoom = firstRoom;
    }

    public RowSchema schema() {
        return schema;
    }

    public int rows() {
        return rows;
    }

    /** Begins a row; its values are then set column by column. */
    public RowBuilder row() {
        if (columns == null) {
            columns = RowBatch.arrays(schema, firstRoom);
            room = firstRoom;
        } else if (rows == room) {
            room *= 2;
            columns = grown(room);
        }
        rows++;
        return this;
    }

    @Override
    public RowBuilder set(int column, long value) {
        ((long[]) columns[column])[rows - 1] = value;
        return this;
    }

    @Override
    public RowBuilder set(int column, double value) {
        ((double[]) columns[column])[rows - 1] = value;
        return this;
    }

    @Override
    public RowBuilder set(int column, String value) {
        ((String[]) columns[column])[rows - 1] = value;
        return this;
    }

    @Override
    public RowBuilder set(int column, boolean value) {
        ((boolean[]) columns[column])[rows - 1] = value;
        return this;
    }

    /** Copies a row of another batch of the same schema. */
    public RowBuilder copy(RowBatch batch, int index) {
        row();
        for (int column = 0; column < columns.length; column++) {
            System.arraycopy(batch.column(column), index, columns[column], rows - 1, 1);
        }
        return this;
    }

    /** The rows so far; the builder starts anew. */
    public RowBatch build() {
        Object[] built = columns == null ? RowBatch.arrays(schema, 0) : rows == room ? columns : grown(rows);
        RowBatch batch = new RowBatch(schema.dataset(), rows, built);
        columns = null;
        rows = 0;
        return batch;
    }

    private Object[] grown(int size) {
        Object[] grown = new Object[columns.length];
        for (int column = 0; column < grown.length; column++) {
            grown[column] = grown(columns[column], size);
        }
        return grown;
    }

    private static Object grown(Object values, int room) {
        if (values instanceof long[] longs) {
            return Arrays.copyOf(longs, room);
        }
        if (values instanceof double[] doubles) {
            return Arrays.copyOf(doubles, room);
        }
        return values instanceof boolean[] booleans
                ? Arrays.copyOf(booleans, room)
                : Arrays.copyOf((String[]) values, room);
    }
}
