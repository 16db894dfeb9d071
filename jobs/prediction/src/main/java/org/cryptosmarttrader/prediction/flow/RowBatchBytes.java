package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.cryptosmarttrader.domain.Numbers;
import org.cryptosmarttrader.domain.Words;
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
            Words.write(out, (String[]) values);
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
            case STRING -> Words.read(in);
        };
    }

    private static boolean[] booleans(int rows, DataInput in) throws IOException {
        boolean[] values = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = in.readBoolean();
        }
        return values;
    }
}
