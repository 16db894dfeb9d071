package org.cryptosmarttrader.app.bench;

import org.cryptosmarttrader.wire.rows.RowBatch;

/** Sums of the bits of numbers: equal for equal numbers in any order, and hardly ever for others. */
final class Bits {

    /** Spreads the bits, so that two numbers that swap a bit do not cancel out. */
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private Bits() {}

    static long of(double value) {
        long mixed = Double.doubleToLongBits(value) * MULTIPLIER;
        return mixed ^ mixed >>> 32;
    }

    /** Of the values of a row: a value in another column is another value. */
    static long of(double[] values) {
        long sum = 0;
        for (int column = 0; column < values.length; column++) {
            sum += of(values[column]) * (column + 1);
        }
        return sum;
    }

    /** Of the numbers of some columns. */
    static long ofColumns(RowBatch rows, int from, int until) {
        long sum = 0;
        for (int column = from; column < until; column++) {
            double[] values = rows.doubles(column);
            for (int row = 0; row < rows.rows(); row++) {
                sum += of(values[row]) * (column - from + 1);
            }
        }
        return sum;
    }
}
