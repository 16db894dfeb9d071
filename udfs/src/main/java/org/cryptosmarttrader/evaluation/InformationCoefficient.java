package org.cryptosmarttrader.evaluation;

import java.util.Arrays;

/**
 * Information coefficient: how well forecasts ranked the pairs of a decision hour by their later return, over the hours
 * whose horizons do not overlap.
 *
 * @param mean of the rank correlations, −1 to 1; NaN without any
 * @param t mean / (standard deviation / √hours); NaN with fewer than two, or if they do not vary
 * @param hours number of cross-sections used
 */
public record InformationCoefficient(double mean, double t, int hours) {

    /** Pairs a cross-section needs. */
    public static final int MINIMUM_MEMBERS = 5;

    /**
     * Rank correlation over the cross-section of one decision hour.
     *
     * @param forecasts one per pair, NaN if missing
     * @param returns one per pair in the same order, NaN if unknown
     * @return NaN if fewer than {@value #MINIMUM_MEMBERS} pairs have both, or if either does not vary
     */
    public static double ofCrossSection(double[] forecasts, double[] returns) {
        double[] x = new double[forecasts.length];
        double[] y = new double[forecasts.length];
        int members = 0;
        for (int i = 0; i < forecasts.length; i++) {
            if (!Double.isNaN(forecasts[i]) && !Double.isNaN(returns[i])) {
                x[members] = forecasts[i];
                y[members++] = returns[i];
            }
        }
        return members < MINIMUM_MEMBERS
                ? Double.NaN
                : Correlation.spearman(Arrays.copyOf(x, members), Arrays.copyOf(y, members));
    }

    /**
     * Over hours that do not overlap: the first with a coefficient, then each time the next at least a horizon later.
     *
     * @param bars decision bars, ascending
     * @param coefficients one per bar, NaN if the bar has none
     * @param horizonBars the horizon in bars of the grid
     * @throws IllegalArgumentException if the bars are not ascending
     */
    public static InformationCoefficient over(long[] bars, double[] coefficients, int horizonBars) {
        double[] used = new double[bars.length];
        int size = 0;
        long next = Long.MIN_VALUE;
        for (int i = 0; i < bars.length; i++) {
            if (i > 0 && bars[i] <= bars[i - 1]) {
                throw new IllegalArgumentException(
                        "information coefficient: bar %d after bar %d, expected ascending bars"
                                .formatted(bars[i], bars[i - 1]));
            }
            if (bars[i] >= next && !Double.isNaN(coefficients[i])) {
                used[size++] = coefficients[i];
                next = bars[i] + horizonBars;
            }
        }
        Moments moments = Moments.of(Arrays.copyOf(used, size));
        double t = moments.mean() / (moments.standardDeviation() / Math.sqrt(size));
        return new InformationCoefficient(moments.mean(), t, size);
    }
}
