package org.cryptosmarttrader.app.bench;

import java.util.Locale;

/**
 * What units took that were timed one by one, in milliseconds.
 *
 * @param p50 median
 * @param p99 what 99 of 100 did not exceed
 */
record Latency(double p50, double p99, double most) {

    /**
     * @param sorted ascending
     * @return null of none
     */
    static Latency of(double[] sorted) {
        return sorted.length == 0
                ? null
                : new Latency(
                        sorted[(sorted.length - 1) / 2],
                        sorted[(int) Math.ceil(0.99 * sorted.length) - 1],
                        sorted[sorted.length - 1]);
    }

    String text() {
        return String.format(Locale.ROOT, "; p50 %.0f ms, p99 %.0f ms, most %.0f ms", p50, p99, most);
    }
}
