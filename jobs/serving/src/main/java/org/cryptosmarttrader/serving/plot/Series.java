package org.cryptosmarttrader.serving.plot;

/**
 * Values over time.
 *
 * @param name as the legend says
 * @param style class that gives colour and dashes
 * @param times epoch milliseconds, ascending
 * @param values one per time, NaN where missing: the line is interrupted
 */
public record Series(String name, String style, long[] times, double[] values) {

    public Series {
        if (times.length != values.length) {
            throw new IllegalArgumentException(
                    "series %s: %d times, %d values, expected as many".formatted(name, times.length, values.length));
        }
    }

    /** The last value at or before an instant; NaN if there is none. */
    double at(double instant) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Double.NaN : values[low - 1];
    }
}
