package org.cryptosmarttrader.evaluation;

/**
 * Rank correlation of forecasts and outcomes over all rows together, with an interval that draws whole periods again. Ranks
 * are those among all rows, in every draw.
 *
 * <p>Immutable.
 */
public final class PooledCorrelation {

    private static final int SUMS = 6;

    /** By period: n, Σx, Σy, Σx², Σy², Σxy of the ranks less their mean. */
    private final double[][] sums;

    /**
     * @param forecasts n, none missing
     * @param outcomes n, none missing
     * @param decisions n instants, ascending; a period each
     */
    public PooledCorrelation(double[] forecasts, double[] outcomes, long[] decisions) {
        int[] periods = Periods.of(decisions);
        double[] x = Correlation.ranks(forecasts);
        double[] y = Correlation.ranks(outcomes);
        double middle = (x.length + 1) / 2.0;
        this.sums = new double[Periods.count(periods)][SUMS];
        for (int row = 0; row < x.length; row++) {
            double[] sum = sums[periods[row]];
            double dx = x[row] - middle;
            double dy = y[row] - middle;
            sum[0]++;
            sum[1] += dx;
            sum[2] += dy;
            sum[3] += dx * dx;
            sum[4] += dy * dy;
            sum[5] += dx * dy;
        }
    }

    /** Spearman's rho; NaN if either does not vary. */
    public double value() {
        return value(Periods.once(sums.length));
    }

    /** Where the true one may lie; NaN without rows, or if in a draw either does not vary. */
    public StationaryBootstrap.Interval interval(StationaryBootstrap bootstrap) {
        return sums.length == 0
                ? new StationaryBootstrap.Interval(Double.NaN, Double.NaN)
                : bootstrap.interval(sums.length, this::value);
    }

    private double value(int[] occurrences) {
        double[] all = new double[SUMS];
        for (int period = 0; period < sums.length; period++) {
            for (int i = 0; i < SUMS; i++) {
                all[i] += occurrences[period] * sums[period][i];
            }
        }
        double squaresX = all[3] - all[1] * all[1] / all[0];
        double squaresY = all[4] - all[2] * all[2] / all[0];
        double products = all[5] - all[1] * all[2] / all[0];
        return squaresX > 0 && squaresY > 0 ? products / (Math.sqrt(squaresX) * Math.sqrt(squaresY)) : Double.NaN;
    }
}
