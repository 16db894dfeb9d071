package org.cryptosmarttrader.uncertainty;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Isotonic regression: the rising steps nearest to the outcomes, joined by straight lines, flat outside. Free in its shape,
 * so it needs many outcomes: on a few it fits their noise.
 *
 * <p>Source: Zadrozny, Elkan, Transforming Classifier Scores into Accurate Multiclass Probability Estimates, KDD 2002
 * (pooled adjacent violators). See docs/glossary.md, calibration.
 */
public final class Isotonic implements Calibration {

    /** Independent outcomes below which this map is not to be used. */
    public static final int MINIMUM_OUTCOMES = 1_000;

    static final String KIND = "isotonic";

    private final double[] points;
    private final double[] values;

    /**
     * @param numbers the points, then the values at them
     * @throws IllegalArgumentException if there is no point, points do not rise, or values fall or lie outside [0, 1]
     */
    Isotonic(double... numbers) {
        int n = numbers.length / 2;
        this.points = Arrays.copyOf(numbers, n);
        this.values = Arrays.copyOfRange(numbers, n, numbers.length);
        boolean isFit = n > 0 && values.length == n && values[0] >= 0 && values[n - 1] <= 1;
        for (int i = 1; isFit && i < n; i++) {
            isFit = points[i] > points[i - 1] && values[i] >= values[i - 1];
        }
        if (!isFit || Double.isNaN(points[0])) {
            throw new IllegalArgumentException(
                    "isotonic map: %s, expected rising points, then as many values from 0 to 1 that do not fall"
                            .formatted(Arrays.toString(numbers)));
        }
    }

    /**
     * Fits outcomes; equal forecasts are pooled first.
     *
     * @param forecasts n, at least 1
     * @param ups n outcomes: 1 above 0, 0 otherwise
     * @throws IllegalArgumentException if there is none, the lengths differ or one is missing
     */
    public static Isotonic fit(double[] forecasts, double[] ups) {
        check(forecasts, ups);
        Integer[] order = new Integer[forecasts.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> forecasts[i]));
        double[] points = new double[order.length];
        double[] sums = new double[order.length];
        int[] counts = new int[order.length];
        int size = 0;
        for (int i : order) {
            if (size == 0 || points[size - 1] != forecasts[i]) {
                points[size++] = forecasts[i];
            }
            sums[size - 1] += ups[i];
            counts[size - 1]++;
        }
        double[] numbers = Arrays.copyOf(points, 2 * size);
        System.arraycopy(pooled(sums, counts, size), 0, numbers, size, size);
        return new Isotonic(numbers);
    }

    private static void check(double[] forecasts, double[] ups) {
        boolean isFit = forecasts.length > 0 && ups.length == forecasts.length;
        for (int i = 0; isFit && i < ups.length; i++) {
            isFit = !Double.isNaN(forecasts[i]) && (ups[i] == 0 || ups[i] == 1);
        }
        if (!isFit) {
            throw new IllegalArgumentException(
                    "isotonic map: %d forecasts, %d outcomes, expected as many of each, at least one, outcomes 0 or 1; leave missing ones out"
                            .formatted(forecasts.length, ups.length));
        }
    }

    /** Merges neighbours as long as a mean lies below the one before it; the mean of its block for each point. */
    private static double[] pooled(double[] sums, int[] counts, int size) {
        double[] blockSums = new double[size];
        long[] blockCounts = new long[size];
        int[] blockLengths = new int[size];
        int blocks = 0;
        for (int i = 0; i < size; i++) {
            blockSums[blocks] = sums[i];
            blockCounts[blocks] = counts[i];
            blockLengths[blocks++] = 1;
            while (blocks > 1
                    && blockSums[blocks - 2] * blockCounts[blocks - 1]
                            >= blockSums[blocks - 1] * blockCounts[blocks - 2]) {
                blocks--;
                blockSums[blocks - 1] += blockSums[blocks];
                blockCounts[blocks - 1] += blockCounts[blocks];
                blockLengths[blocks - 1] += blockLengths[blocks];
            }
        }
        double[] fitted = new double[size];
        int from = 0;
        for (int block = 0; block < blocks; block++) {
            Arrays.fill(fitted, from, from + blockLengths[block], blockSums[block] / blockCounts[block]);
            from += blockLengths[block];
        }
        return fitted;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public double[] numbers() {
        double[] numbers = Arrays.copyOf(points, 2 * points.length);
        System.arraycopy(values, 0, numbers, points.length, points.length);
        return numbers;
    }

    @Override
    public double apply(double forecast) {
        if (Double.isNaN(forecast)) {
            return Double.NaN;
        }
        int found = Arrays.binarySearch(points, forecast);
        if (found >= 0) {
            return values[found];
        }
        int after = -found - 1;
        if (after == 0 || after == points.length) {
            return values[Math.min(after, points.length - 1)];
        }
        double share = (forecast - points[after - 1]) / (points[after] - points[after - 1]);
        return values[after - 1] + share * (values[after] - values[after - 1]);
    }
}
