package org.cryptosmarttrader.history;

import java.util.Arrays;

/**
 * How many values lie before each cell of each column, so that the number of values in a window is a subtraction: half of
 * the features ask for it first. Only differences within the memory mean anything. Mutable; follows from the cells.
 */
final class PresentCounts {

    private final int capacity;
    private final int[] before;

    /** @param capacity cells of a column */
    PresentCounts(int capacity) {
        this(capacity, new int[Column.COLUMNS * (capacity + 1)]);
    }

    private PresentCounts(int capacity, int[] before) {
        this.capacity = capacity;
        this.before = before;
    }

    PresentCounts copy() {
        return new PresentCounts(capacity, before.clone());
    }

    /** All cells lose their values. */
    void clear() {
        Arrays.fill(before, 0);
    }

    /** The cells of every column move to its beginning. */
    void move(int from, int length) {
        for (int column = 0; column < Column.COLUMNS; column++) {
            int start = column * (capacity + 1);
            System.arraycopy(before, start + from, before, start, length + 1);
        }
    }

    /** The cell behind the last one of every column gets no value. */
    void append(int cell) {
        for (int column = 0; column < Column.COLUMNS; column++) {
            int at = column * (capacity + 1) + cell;
            before[at + 1] = before[at];
        }
    }

    /** The oldest cell of a column loses its value. */
    void forget(Column column, int oldest) {
        int at = column.ordinal() * (capacity + 1) + oldest;
        before[at] = before[at + 1];
    }

    /** Counts the cells {@code [from, until)} of every column again. */
    void count(double[] cells, int from, int until) {
        for (int column = 0; column < Column.COLUMNS; column++) {
            int at = column * (capacity + 1);
            for (int cell = from; cell < until; cell++) {
                int value = Double.isNaN(cells[column * capacity + cell]) ? 0 : 1;
                before[at + cell + 1] = before[at + cell] + value;
            }
        }
    }

    /**
     * Number of values in consecutive cells of one column.
     *
     * @param from position of the first in {@link BarCells#raw()}
     */
    int within(int from, int length) {
        // a column has one count more than it has cells
        int at = from + from / capacity;
        return before[at + length] - before[at];
    }
}
