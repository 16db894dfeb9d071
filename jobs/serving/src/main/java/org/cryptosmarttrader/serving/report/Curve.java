package org.cryptosmarttrader.serving.report;

import org.cryptosmarttrader.serving.plot.Series;

/**
 * A worth over time.
 *
 * @param times epoch milliseconds, ascending
 * @param values in one unit
 */
public record Curve(long[] times, double[] values) {

    /** As multiples of the first value. */
    Series growth(String name, String style) {
        double[] growth = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            growth[i] = values[i] / values[0];
        }
        return new Series(name, style, times, growth);
    }

    /** Loss since the highest value so far, as a fraction of it; 0 or negative. */
    Series drawdown(String name, String style) {
        double[] losses = new double[values.length];
        double peak = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            peak = Math.max(peak, values[i]);
            losses[i] = values[i] / peak - 1;
        }
        return new Series(name, style, times, losses);
    }
}
