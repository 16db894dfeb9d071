package org.cryptosmarttrader.wire.rows;

import java.util.Arrays;

/** Grows a batch row by row. Not thread-safe. */
public final class RowBuilder {

    private static final int ROOM = 64;

    private final RowSchema schema;
    private final int firstRoom;
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
        this.room = firstRoom;
        this.columns = arrays(schema, room);
    }

    private static Object[] arrays(RowSchema schema, int room) {
        return schema.columns().stream()
                .map(column -> RowBatch.array(column.type(), room))
                .toArray();
    }

    public RowSchema schema() {
        return schema;
    }

    public int rows() {
        return rows;
    }

    /** Begins a row; its values are then set column by column. */
    public RowBuilder row() {
        if (rows == room) {
            room *= 2;
            for (int column = 0; column < columns.length; column++) {
                columns[column] = grown(columns[column], room);
            }
        }
        rows++;
        return this;
    }

    public RowBuilder set(int column, long value) {
        ((long[]) columns[column])[rows - 1] = value;
        return this;
    }

    public RowBuilder set(int column, double value) {
        ((double[]) columns[column])[rows - 1] = value;
        return this;
    }

    public RowBuilder set(int column, String value) {
        ((String[]) columns[column])[rows - 1] = value;
        return this;
    }

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
        Object[] built = new Object[columns.length];
        for (int column = 0; column < columns.length; column++) {
            built[column] = grown(columns[column], rows);
        }
        RowBatch batch = new RowBatch(schema.dataset(), rows, built);
        room = firstRoom;
        rows = 0;
        columns = arrays(schema, room);
        return batch;
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
