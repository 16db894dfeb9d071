package org.cryptosmarttrader.drift;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** How often each cell of the {@link ValueGrid} was met on a UTC day, by column. Immutable. */
public final class DayCells {

    private final long rows;
    /** By column: cells met, ascending. */
    private final short[][] cells;
    /** By column: how often. */
    private final int[][] counts;

    private DayCells(long rows, short[][] cells, int[][] counts) {
        this.rows = rows;
        this.cells = cells;
        this.counts = counts;
    }

    /**
     * @param columns number of columns of every frame
     * @param frames of the day, in any order
     */
    public static DayCells of(int columns, List<FrameCells> frames) {
        int rows = frames.stream().mapToInt(FrameCells::rows).sum();
        short[][] cells = new short[columns][];
        int[][] counts = new int[columns][];
        short[] column = new short[rows];
        for (int index = 0; index < columns; index++) {
            int size = 0;
            for (FrameCells frame : frames) {
                for (int at = index; at < frame.cells().length; at += columns) {
                    column[size++] = frame.cells()[at];
                }
            }
            Arrays.sort(column);
            count(column, index, cells, counts);
        }
        return new DayCells(rows, cells, counts);
    }

    private static void count(short[] sorted, int index, short[][] cells, int[][] counts) {
        short[] distinct = new short[sorted.length];
        int[] times = new int[sorted.length];
        int size = 0;
        for (short cell : sorted) {
            if (size == 0 || distinct[size - 1] != cell) {
                distinct[size++] = cell;
            }
            times[size - 1]++;
        }
        cells[index] = Arrays.copyOf(distinct, size);
        counts[index] = Arrays.copyOf(times, size);
    }

    /** Number of rows. */
    public long rows() {
        return rows;
    }

    /** Adds how often the bins of a column were met. */
    void addTo(long[] bins, int column, Deciles.Column deciles) {
        for (int i = 0; i < cells[column].length; i++) {
            bins[deciles.bin(cells[column][i])] += counts[column][i];
        }
    }

    public void write(DataOutput out) throws IOException {
        out.writeLong(rows);
        out.writeInt(cells.length);
        for (int column = 0; column < cells.length; column++) {
            FrameCells.write(out, cells[column]);
            for (int count : counts[column]) {
                out.writeInt(count);
            }
        }
    }

    public static DayCells read(DataInput in) throws IOException {
        long rows = in.readLong();
        int columns = in.readInt();
        short[][] cells = new short[columns][];
        int[][] counts = new int[columns][];
        for (int column = 0; column < columns; column++) {
            cells[column] = FrameCells.readShorts(in);
            counts[column] = new int[cells[column].length];
            for (int i = 0; i < counts[column].length; i++) {
                counts[column][i] = in.readInt();
            }
        }
        return new DayCells(rows, cells, counts);
    }
}
