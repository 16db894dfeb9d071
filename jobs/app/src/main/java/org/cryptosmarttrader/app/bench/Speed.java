package org.cryptosmarttrader.app.bench;

import java.util.Arrays;

/**
 * How fast one way was over all repetitions.
 *
 * @param unitsPerSecond by the clock: median
 * @param slowest of the repetitions
 * @param fastest of the repetitions
 * @param unitsPerCpuSecond by the processor time of all threads of the process, collector and compiler included: median;
 *     what to compare on a machine that does other work
 */
public record Speed(double unitsPerSecond, double slowest, double fastest, double unitsPerCpuSecond) {

    static Speed of(long units, double[] seconds, double[] cpuSeconds) {
        double[] bySeconds = rates(units, seconds);
        return new Speed(
                median(bySeconds), bySeconds[0], bySeconds[bySeconds.length - 1], median(rates(units, cpuSeconds)));
    }

    private static double[] rates(long units, double[] seconds) {
        return Arrays.stream(seconds).map(spent -> units / spent).sorted().toArray();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
