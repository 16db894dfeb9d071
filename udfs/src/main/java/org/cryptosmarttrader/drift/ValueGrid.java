package org.cryptosmarttrader.drift;

/**
 * A fixed grid for values of any size: sixteen cells between a power of two and the next, so a cell is at most a sixteenth
 * wide of what it holds. Cells of days add up to those of any window, exactly.
 *
 * <p>After Masson, Rim, Lee, DDSketch, VLDB 12 (2019), with cells of equal width between powers of two instead of
 * logarithmic ones, which need no logarithm.
 */
public final class ValueGrid {

    /** Cell of a missing value, behind all others. */
    public static final short MISSING = Short.MAX_VALUE;

    /** Bits of a double behind its sign, exponent and the first four of its fraction. */
    private static final int DROPPED = Double.SIZE - Short.SIZE;

    private ValueGrid() {}

    /** @return ascending with the value; {@link #MISSING} for NaN */
    public static short cell(double value) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        short magnitude = (short) (Double.doubleToRawLongBits(Math.abs(value)) >>> DROPPED);
        return value < 0 ? (short) (-magnitude - 1) : magnitude;
    }
}
