package org.cryptosmarttrader.drift;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The values of a tick on the {@link ValueGrid}. Immutable.
 *
 * @param columns number of columns
 * @param cells rows × columns, row-major
 */
public record FrameCells(long tick, int columns, short[] cells) {

    /** @param rows values by column, NaN where missing */
    public static FrameCells of(long tick, int columns, List<double[]> rows) {
        short[] cells = new short[rows.size() * columns];
        int at = 0;
        for (double[] row : rows) {
            for (int column = 0; column < columns; column++) {
                cells[at++] = ValueGrid.cell(row[column]);
            }
        }
        return new FrameCells(tick, columns, cells);
    }

    public int rows() {
        return cells.length / columns;
    }

    public void write(DataOutput out) throws IOException {
        out.writeLong(tick);
        out.writeInt(columns);
        write(out, cells);
    }

    public static FrameCells read(DataInput in) throws IOException {
        return new FrameCells(in.readLong(), in.readInt(), readShorts(in));
    }

    static void write(DataOutput out, short[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Short.BYTES);
        bytes.asShortBuffer().put(values);
        out.writeInt(values.length);
        out.write(bytes.array());
    }

    static short[] readShorts(DataInput in) throws IOException {
        short[] values = new short[in.readInt()];
        byte[] bytes = new byte[values.length * Short.BYTES];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asShortBuffer().get(values);
        return values;
    }
}
