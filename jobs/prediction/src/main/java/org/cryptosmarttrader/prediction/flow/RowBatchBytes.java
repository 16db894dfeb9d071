package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.cryptosmarttrader.domain.Numbers;
import org.cryptosmarttrader.wire.rows.ColumnType;
import org.cryptosmarttrader.wire.rows.RowBatch;

/** Bytes of output rows between the stage that makes them and the sink. */
final class RowBatchBytes implements Codec<RowBatch> {

    @Override
    public Class<RowBatch> type() {
        return RowBatch.class;
    }

    @Override
    public void write(RowBatch batch, DataOutput out) throws IOException {
        out.writeUTF(batch.dataset());
        out.writeInt(batch.rows());
        out.writeInt(batch.width());
        for (int column = 0; column < batch.width(); column++) {
            writeColumn(batch.column(column), out);
        }
    }

    private static void writeColumn(Object values, DataOutput out) throws IOException {
        if (values instanceof long[] longs) {
            out.writeByte(ColumnType.LONG.ordinal());
            Numbers.write(out, longs);
        } else if (values instanceof double[] doubles) {
            out.writeByte(ColumnType.DOUBLE.ordinal());
            Numbers.write(out, doubles);
        } else if (values instanceof boolean[] booleans) {
            out.writeByte(ColumnType.BOOLEAN.ordinal());
            for (boolean value : booleans) {
                out.writeBoolean(value);
            }
        } else {
            out.writeByte(ColumnType.STRING.ordinal());
            writeStrings((String[]) values, out);
        }
    }

    /** A text that repeats the one before it is not written again: pairs, roots and states mostly do. */
    private static void writeStrings(String[] values, DataOutput out) throws IOException {
        String last = null;
        for (String value : values) {
            boolean repeats = value != null && value.equals(last);
            out.writeBoolean(repeats);
            if (!repeats) {
                Numbers.write(out, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
            }
            last = value;
        }
    }

    @Override
    public RowBatch read(DataInput in) throws IOException {
        String dataset = in.readUTF();
        int rows = in.readInt();
        Object[] columns = new Object[in.readInt()];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = readColumn(ColumnType.values()[in.readByte()], rows, in);
        }
        return new RowBatch(dataset, rows, columns);
    }

    private static Object readColumn(ColumnType type, int rows, DataInput in) throws IOException {
        return switch (type) {
            case LONG -> Numbers.readLongs(in);
            case DOUBLE -> Numbers.readDoubles(in);
            case BOOLEAN -> booleans(rows, in);
            case STRING -> strings(rows, in);
        };
    }

    private static boolean[] booleans(int rows, DataInput in) throws IOException {
        boolean[] values = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = in.readBoolean();
        }
        return values;
    }

    private static String[] strings(int rows, DataInput in) throws IOException {
        String[] values = new String[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = in.readBoolean() ? values[row - 1] : string(Numbers.readBytes(in));
        }
        return values;
    }

    private static String string(byte[] utf8) {
        return utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8);
    }
}
