package org.cryptosmarttrader.evaluation;

/**
 * What an account made of its periods. A measure without meaning for these returns is NaN, never infinite.
 *
 * @param periods number of returns, idle periods included
 * @param totalReturn Π(1 + r) − 1
 * @param annualisedReturn (1 + total)^(periods per year / periods) − 1
 * @param sharpe ratio per period and what supports it
 * @param sharpeAnnual Sharpe ratio per year
 * @param sortinoAnnual mean / root mean square of the losses, per year; NaN without a loss
 * @param maxDrawdown deepest fall of equity below its peak so far, start included; 0 or negative
 * @param calmar annualised return / depth of the deepest fall; NaN if equity never fell
 * @param hitRate share of gains among the periods that gained or lost; NaN if none did
 * @param profitFactor Σ gains / Σ losses; NaN without a loss
 */
public record Performance(
        int periods,
        double totalReturn,
        double annualisedReturn,
        SharpeRatio sharpe,
        double sharpeAnnual,
        double sortinoAnnual,
        double maxDrawdown,
        double calmar,
        double hitRate,
        double profitFactor) {

    /** Shorter records are not annualised in a report. */
    public static final int PERIODS_TO_ANNUALISE = 720;

    /**
     * @param returns simple return of equity in each period
     * @param periodsPerYear 8,760 for hours
     * @throws IllegalArgumentException if a return is missing or infinite; an hour without a mark uses the last one known
     */
    public static Performance of(double[] returns, double periodsPerYear) {
        Tally tally = new Tally();
        for (int i = 0; i < returns.length; i++) {
            if (!Double.isFinite(returns[i])) {
                throw new IllegalArgumentException(
                        "performance: return %d is %s; value each period at the last known mark"
                                .formatted(i, returns[i]));
            }
            tally.add(returns[i]);
        }
        double total = returns.length == 0 ? Double.NaN : tally.equity - 1;
        double annualised = finite(StrictMath.pow(1 + total, periodsPerYear / returns.length) - 1);
        SharpeRatio sharpe = SharpeRatio.of(returns);
        double rootYear = Math.sqrt(periodsPerYear);
        double downside = Math.sqrt(tally.squaredLosses / returns.length);
        return new Performance(
                returns.length,
                total,
                annualised,
                sharpe,
                sharpe.annual(periodsPerYear),
                finite(tally.sum / returns.length / downside * rootYear),
                returns.length == 0 ? Double.NaN : tally.maxDrawdown,
                finite(annualised / Math.abs(tally.maxDrawdown)),
                (double) tally.hits / (tally.hits + tally.misses),
                finite(tally.gains / tally.losses));
    }

    /** Whether the record is long enough for a report to show {@link #annualisedReturn()} and {@link #calmar()}. */
    public boolean showsAnnualised() {
        return periods >= PERIODS_TO_ANNUALISE;
    }

    /** Standard deviation of the returns per year; NaN if they do not vary. */
    public static double volatility(double[] returns, double periodsPerYear) {
        return Moments.of(returns).standardDeviation() * Math.sqrt(periodsPerYear);
    }

    /**
     * Traded notional over mean equity, per year.
     *
     * @param tradedNotional Σ of absolute notionals
     * @param equity at each period
     */
    public static double turnover(double tradedNotional, double[] equity, double periodsPerYear) {
        return finite(tradedNotional / mean(equity) * periodsPerYear / equity.length);
    }

    /** Arithmetic mean; NaN of nothing. */
    public static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /**
     * Mean of gross position over equity.
     *
     * @param gross absolute value of all positions at each period
     * @param equity at each period
     */
    public static double exposure(double[] gross, double[] equity) {
        double sum = 0;
        for (int i = 0; i < gross.length; i++) {
            sum += gross[i] / equity[i];
        }
        return finite(sum / gross.length);
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /** What one pass over the returns collects. */
    private static final class Tally {

        private double equity = 1;
        private double peak = 1;
        private double maxDrawdown;
        private double sum;
        private double squaredLosses;
        private double gains;
        private double losses;
        private int hits;
        private int misses;

        void add(double periodReturn) {
            equity *= 1 + periodReturn;
            peak = Math.max(peak, equity);
            maxDrawdown = Math.min(maxDrawdown, equity / peak - 1);
            sum += periodReturn;
            if (periodReturn > 0) {
                gains += periodReturn;
                hits++;
            } else if (periodReturn < 0) {
                losses -= periodReturn;
                squaredLosses += periodReturn * periodReturn;
                misses++;
            }
        }
    }
}
