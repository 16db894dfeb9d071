package org.cryptosmarttrader.app.bench;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What units took that were timed one by one, in milliseconds.
 *
 * @param p50 median
 * @param p99 what 99 of 100 did not exceed
 * @param histogram how many took up to so many milliseconds and longer than the bound before
 */
record Latency(double p50, double p99, double most, SortedMap<Integer, Integer> histogram) {

    private static final int STEP = 10;
    /** From here on bounds are a hundred apart: what takes so long is too late, however long. */
    private static final int COARSE_FROM = 200;

    private static final int COARSE_STEP = 100;

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
                        sorted[sorted.length - 1],
                        histogram(sorted));
    }

    private static SortedMap<Integer, Integer> histogram(double[] millis) {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        for (double took : millis) {
            int step = took <= COARSE_FROM ? STEP : COARSE_STEP;
            counts.merge((int) Math.ceil(took / step) * step, 1, Integer::sum);
        }
        return counts;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "; p50 %.0f ms, p99 %.0f ms, most %.0f ms; up to so many ms: %s",
                p50,
                p99,
                most,
                histogram.entrySet().stream()
                        .map(bound -> "%d × %d".formatted(bound.getValue(), bound.getKey()))
                        .collect(Collectors.joining(", ")));
    }
}
