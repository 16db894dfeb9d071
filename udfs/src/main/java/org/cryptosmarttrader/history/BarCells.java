package org.cryptosmarttrader.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.cryptosmarttrader.domain.Numbers;

/**
 * The bars of one pair on the grid, newest last, an absent bar as NaN. A column is one run of memory, so a window of it is
 * contiguous; when the room is used up, the newest cells move to its beginning.
 *
 * <p>Mutable, not thread-safe; the state of one key.
 */
final class BarCells {

    private static final int SLACK = 124;

    private final int length;
    private final int capacity;
    private final double[] cells;
    private final PresentCounts counts;
    private long newest;
    private int head;
    private int present;

    /** @param length number of newest grid intervals kept */
    BarCells(int length) {
        this.length = length;
        this.capacity = length + SLACK;
        this.cells = new double[Column.COLUMNS * capacity];
        this.counts = new PresentCounts(capacity);
        Arrays.fill(cells, Double.NaN);
        this.newest = Long.MIN_VALUE;
        this.head = length - 1;
    }

    private BarCells(BarCells other) {
        this.length = other.length;
        this.capacity = other.capacity;
        this.cells = other.cells.clone();
        this.counts = other.counts.copy();
        this.newest = other.newest;
        this.head = other.head;
        this.present = other.present;
    }

    BarCells copy() {
        return new BarCells(this);
    }

    long newest() {
        return newest;
    }

    /** The grid interval that leaves the memory next. */
    long oldest() {
        return newest - length + 1;
    }

    /** Makes {@code bar} the newest grid interval; intervals passed over are gaps until a bar comes. */
    void advanceTo(long bar) {
        if (newest == Long.MIN_VALUE || bar - newest >= length) {
            Arrays.fill(cells, Double.NaN);
            counts.clear();
            head = length - 1;
            present = 0;
        } else {
            for (long next = newest + 1; next <= bar; next++) {
                step();
            }
        }
        newest = bar;
    }

    private void step() {
        if (head + 1 == capacity) {
            for (int column = 0; column < Column.COLUMNS; column++) {
                int start = column * capacity;
                System.arraycopy(cells, start + head - length + 1, cells, start, length);
            }
            counts.move(head - length + 1, length);
            head = length - 1;
        }
        if (!Double.isNaN(cells[Column.CLOSE.ordinal() * capacity + head - length + 1])) {
            present--;
        }
        head++;
        for (int column = 0; column < Column.COLUMNS; column++) {
            cells[column * capacity + head] = Double.NaN;
        }
        counts.append(head);
        forgetWhatLeft(head - length + 1);
    }

    /** What the oldest bar says of the one before it goes with that one, or the memory would be longer than it says. */
    private void forgetWhatLeft(int oldest) {
        forget(Column.RETURN, oldest);
        forget(Column.LOG_OPEN_PREVIOUS, oldest);
    }

    private void forget(Column column, int oldest) {
        cells[column.ordinal() * capacity + oldest] = Double.NaN;
        counts.forget(column, oldest);
    }

    /** Whether a grid interval lies within the memory. */
    boolean holds(long bar) {
        return bar <= newest && bar > newest - length;
    }

    /** Whether no interval in memory has a bar. */
    boolean isEmpty() {
        return present == 0;
    }

    boolean isPresent(long bar) {
        return holds(bar) && !Double.isNaN(cells[index(Column.CLOSE, bar)]);
    }

    double get(Column column, long bar) {
        return holds(bar) ? cells[index(column, bar)] : Double.NaN;
    }

    /** Position of a column's value for a bar in {@link #raw()}. */
    int index(Column column, long bar) {
        return column.ordinal() * capacity + head - (int) (newest - bar);
    }

    double[] raw() {
        return cells;
    }

    PresentCounts counts() {
        return counts;
    }

    int length() {
        return length;
    }

    /**
     * Sets a bar and what is derived from it and from its neighbours.
     *
     * @param bar in memory
     * @param recorded the recorded columns in their order
     */
    void set(long bar, double[] recorded) {
        if (!isPresent(bar)) {
            present++;
        }
        for (int column = 0; column < Column.RECORDED; column++) {
            cells[column * capacity + head - (int) (newest - bar)] = recorded[column];
        }
        derive(bar);
        if (bar < newest) {
            deriveAcross(bar + 1);
        }
        counts.count(cells, head - (int) (newest - bar), head + 1);
    }

    private void derive(long bar) {
        double open = get(Column.OPEN, bar);
        double high = get(Column.HIGH, bar);
        double low = get(Column.LOW, bar);
        double close = get(Column.CLOSE, bar);
        put(Column.LOG_HIGH_LOW, bar, StrictMath.log(high / low));
        put(Column.LOG_CLOSE_OPEN, bar, StrictMath.log(close / open));
        put(
                Column.ROGERS_SATCHELL,
                bar,
                StrictMath.log(high / close) * StrictMath.log(high / open)
                        + StrictMath.log(low / close) * StrictMath.log(low / open));
        put(Column.LOG_VOLUME, bar, StrictMath.log(get(Column.VOLUME, bar)));
        put(Column.LOG_COUNT, bar, StrictMath.log(1 + get(Column.COUNT, bar)));
        deriveAcross(bar);
    }

    private void deriveAcross(long bar) {
        double previous = get(Column.CLOSE, bar - 1);
        put(Column.RETURN, bar, StrictMath.log(get(Column.CLOSE, bar) / previous));
        put(Column.LOG_OPEN_PREVIOUS, bar, StrictMath.log(get(Column.OPEN, bar) / previous));
    }

    private void put(Column column, long bar, double value) {
        cells[index(column, bar)] = value;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(length);
        out.writeLong(newest);
        for (int column = 0; column < Column.COLUMNS; column++) {
            Numbers.write(out, cells, column * capacity + head - length + 1, length);
        }
    }

    static BarCells read(DataInput in) throws IOException {
        BarCells read = new BarCells(in.readInt());
        read.newest = in.readLong();
        for (int column = 0; column < Column.COLUMNS; column++) {
            Numbers.read(in, read.cells, column * read.capacity, read.length);
        }
        for (int i = 0; i < read.length; i++) {
            if (!Double.isNaN(read.cells[Column.CLOSE.ordinal() * read.capacity + i])) {
                read.present++;
            }
        }
        read.counts.count(read.cells, 0, read.length);
        return read;
    }
}
