package org.cryptosmarttrader.wire.rows;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Some rows of one dataset, column by column. The arrays are handed over and must not be changed afterwards.
 *
 * <p>A column is a {@code long[]}, {@code double[]}, {@code String[]} or {@code boolean[]}, as its type says.
 */
public final class RowBatch {

    private final String dataset;
    private final int rows;
    private final Object[] columns;

    /** @param dataset name of the dataset the rows belong to */
    public RowBatch(String dataset, int rows, Object[] columns) {
        this.dataset = dataset;
        this.rows = rows;
        this.columns = columns;
    }

    /** An empty batch of a schema with room for {@code rows} rows, to be filled by its maker before it is handed on. */
    public static RowBatch of(RowSchema schema, int rows) {
        return new RowBatch(schema.dataset(), rows, arrays(schema, rows));
    }

    static Object[] arrays(RowSchema schema, int rows) {
        Object[] arrays = new Object[schema.width()];
        for (int column = 0; column < arrays.length; column++) {
            arrays[column] = array(schema.columns().get(column).type(), rows);
        }
        return arrays;
    }

    private static Object array(ColumnType type, int rows) {
        return switch (type) {
            case LONG -> new long[rows];
            case DOUBLE -> new double[rows];
            case STRING -> new String[rows];
            case BOOLEAN -> new boolean[rows];
        };
    }

    public String dataset() {
        return dataset;
    }

    public int rows() {
        return rows;
    }

    public int width() {
        return columns.length;
    }

    public Object column(int column) {
        return columns[column];
    }

    public long[] longs(int column) {
        return (long[]) columns[column];
    }

    public double[] doubles(int column) {
        return (double[]) columns[column];
    }

    public String[] strings(int column) {
        return (String[]) columns[column];
    }

    public boolean[] booleans(int column) {
        return (boolean[]) columns[column];
    }

    /** A value as an object, for messages and exports; a double keeps its bits. */
    public Object value(int row, int column) {
        Object values = columns[column];
        if (values instanceof long[] longs) {
            return longs[row];
        }
        if (values instanceof double[] doubles) {
            return doubles[row];
        }
        return values instanceof boolean[] booleans ? booleans[row] : ((String[]) values)[row];
    }

    /** The rows named, in that order. */
    public RowBatch select(int[] chosen) {
        Object[] selected = new Object[columns.length];
        for (int c = 0; c < columns.length; c++) {
            selected[c] = select(columns[c], chosen);
        }
        return new RowBatch(dataset, chosen.length, selected);
    }

    /** The rows for which something holds, in their order; this very batch if it holds for all. */
    public RowBatch where(IntPredicate holds) {
        int[] chosen = IntStream.range(0, rows).filter(holds).toArray();
        return chosen.length == rows ? this : select(chosen);
    }

    private static Object select(Object values, int[] chosen) {
        if (values instanceof long[] longs) {
            return Arrays.stream(chosen).mapToLong(row -> longs[row]).toArray();
        }
        if (values instanceof double[] doubles) {
            return Arrays.stream(chosen).mapToDouble(row -> doubles[row]).toArray();
        }
        if (values instanceof String[] strings) {
            return Arrays.stream(chosen).mapToObj(row -> strings[row]).toArray(String[]::new);
        }
        boolean[] selected = new boolean[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            selected[i] = ((boolean[]) values)[chosen[i]];
        }
        return selected;
    }

    /** All rows of some batches of one schema, one batch after the other. */
    public static RowBatch concat(RowSchema schema, List<RowBatch> batches) {
        RowBatch all = of(schema, batches.stream().mapToInt(RowBatch::rows).sum());
        int at = 0;
        for (RowBatch batch : batches) {
            for (int c = 0; c < all.columns.length; c++) {
                System.arraycopy(batch.columns[c], 0, all.columns[c], at, batch.rows);
            }
            at += batch.rows;
        }
        return all;
    }
}
