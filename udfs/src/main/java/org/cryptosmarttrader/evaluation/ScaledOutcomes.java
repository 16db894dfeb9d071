package org.cryptosmarttrader.evaluation;

import org.cryptosmarttrader.uncertainty.IndependentOutcomes;

/**
 * The distribution of matured outcomes in units of a volatility, as a histogram: what volatility alone says of the next one.
 *
 * <p>Not thread-safe.
 */
final class ScaledOutcomes {

    /** Independent outcomes below which quantiles are not known. */
    static final int FEWEST = 10;

    private static final double EDGE = 12;
    private static final int BINS = 4_800;

    private final IndependentOutcomes independent;
    private final long[] counts = new long[BINS];
    private long count;

    /** @param horizonBars the horizon in bars of the grid */
    ScaledOutcomes(int horizonBars) {
        this.independent = new IndependentOutcomes(horizonBars);
    }

    /**
     * @param bar decided on, ascending from call to call
     * @param outcome in units of the volatility; what lies beyond ±12 counts as 12
     */
    void add(long bar, double outcome) {
        double place = (Math.max(-EDGE, Math.min(EDGE, outcome)) + EDGE) / (2 * EDGE) * BINS;
        counts[(int) Math.min(BINS - 1, place)]++;
        count++;
        independent.add(bar);
    }

    /**
     * @param levels rising, within (0, 1)
     * @return the quantile of each, linear within its bin; null below {@value #FEWEST} independent outcomes
     */
    double[] quantiles(double[] levels) {
        if (independent.count() < FEWEST) {
            return null;
        }
        double[] quantiles = new double[levels.length];
        long below = 0;
        int bin = 0;
        for (int i = 0; i < levels.length; i++) {
            double rank = levels[i] * count;
            while (below + counts[bin] < rank) {
                below += counts[bin++];
            }
            double share = counts[bin] == 0 ? 0 : (rank - below) / counts[bin];
            quantiles[i] = -EDGE + 2 * EDGE * (bin + share) / BINS;
        }
        return quantiles;
    }
}
