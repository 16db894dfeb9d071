package org.cryptosmarttrader.evaluation;

/**
 * Heterogeneous autoregression: the volatility realised over a horizon, as a linear function of those realised over the last
 * day, week and month; least squares over everything learnt, all pairs alike. It knows nothing between fits.
 *
 * <p>Unit: log return per square root of a bar. Not thread-safe.
 *
 * <p>Source: Corsi, A Simple Approximate Long-Memory Model of Realized Volatility, Journal of Financial Econometrics 7
 * (2009). A forecast outside everything learnt is replaced by the mean of that: Bollerslev, Patton, Quaedvlieg, Exploiting
 * the Errors, Journal of Econometrics 192 (2016), section 3.
 */
public final class HarVolatility {

    /** Fewer say nothing about four coefficients. */
    private static final long FEWEST_ROWS = 200;

    private static final int TERMS = 4;

    private final double[][] products = new double[TERMS][TERMS + 1];
    private double[] coefficients;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private long rows;

    /** What was realised by a decision. */
    public record Past(double day, double week, double month) {

        /** Whether all three are known. */
        public boolean isKnown() {
            return !Double.isNaN(day + week + month);
        }
    }

    /** @param realised over the horizon behind the decision; a row with anything missing teaches nothing */
    public void learn(Past past, double realised) {
        if (!past.isKnown() || Double.isNaN(realised)) {
            return;
        }
        double[] row = {1, past.day, past.week, past.month, realised};
        for (int i = 0; i < TERMS; i++) {
            for (int j = 0; j <= TERMS; j++) {
                products[i][j] += row[i] * row[j];
            }
        }
        lowest = Math.min(lowest, realised);
        highest = Math.max(highest, realised);
        rows++;
    }

    /** Fits what was learnt so far. */
    public void refit() {
        if (rows >= FEWEST_ROWS) {
            double[] solved = solve();
            coefficients = solved == null ? coefficients : solved;
        }
    }

    /** NaN before the first fit, or if anything is missing. */
    public double forecast(Past past) {
        if (coefficients == null || !past.isKnown()) {
            return Double.NaN;
        }
        double value = coefficients[0]
                + coefficients[1] * past.day
                + coefficients[2] * past.week
                + coefficients[3] * past.month;
        boolean isMet = value >= lowest && value <= highest && value > 0;
        return isMet ? value : products[0][TERMS] / rows;
    }

    /** Gaussian elimination with the largest pivot; null if the rows do not tell the terms apart. */
    private double[] solve() {
        double[][] left = new double[TERMS][];
        for (int i = 0; i < TERMS; i++) {
            left[i] = products[i].clone();
        }
        for (int step = 0; step < TERMS; step++) {
            int pivot = step;
            for (int i = step + 1; i < TERMS; i++) {
                pivot = Math.abs(left[i][step]) > Math.abs(left[pivot][step]) ? i : pivot;
            }
            double[] row = left[pivot];
            left[pivot] = left[step];
            left[step] = row;
            if (Math.abs(row[step]) <= 1e-12 * products[step][step]) {
                return null;
            }
            for (int i = 0; i < TERMS; i++) {
                double factor = i == step ? 0 : left[i][step] / row[step];
                for (int j = step; j <= TERMS; j++) {
                    left[i][j] -= factor * row[j];
                }
            }
        }
        double[] solved = new double[TERMS];
        for (int i = 0; i < TERMS; i++) {
            solved[i] = left[i][TERMS] / left[i][i];
        }
        return solved;
    }
}
