package org.cryptosmarttrader.evaluation;

/**
 * Mean return per unit of spread, and how far a record of this length and shape supports it. Every value is NaN if the
 * returns do not vary.
 *
 * <p>Source: Sharpe (1966); Bailey, López de Prado, The Sharpe Ratio Efficient Frontier, Journal of Risk 15 (2012).
 *
 * @param perPeriod mean / sample standard deviation, risk-free rate 0
 * @param skewness of the returns
 * @param kurtosis of the returns, 3 for a normal distribution
 * @param periods number of returns
 */
public record SharpeRatio(double perPeriod, double skewness, double kurtosis, int periods) {

    /** @param returns simple return of each period, none missing */
    public static SharpeRatio of(double[] returns) {
        Moments moments = Moments.of(returns);
        return new SharpeRatio(
                moments.mean() / moments.standardDeviation(), moments.skewness(), moments.kurtosis(), returns.length);
    }

    public double annual(double periodsPerYear) {
        return perPeriod * Math.sqrt(periodsPerYear);
    }

    /**
     * Probabilistic Sharpe ratio: probability that the true ratio exceeds a benchmark.
     *
     * @param benchmark Sharpe ratio per period
     * @return NaN if the moments allow no variance of the estimate
     */
    public double probabilistic(double benchmark) {
        double variance = varianceOfEstimate();
        return variance > 0
                ? NormalDistribution.cumulative((perPeriod - benchmark) * Math.sqrt(periods - 1) / Math.sqrt(variance))
                : Double.NaN;
    }

    /**
     * Number of periods after which this ratio would exceed a benchmark with 95 % probability.
     *
     * @param benchmark Sharpe ratio per period
     * @return NaN if the ratio does not exceed it: no length of record shows what is not there
     */
    public double minimumTrackRecord(double benchmark) {
        double variance = varianceOfEstimate();
        double distance = NormalDistribution.QUANTILE_95 / (perPeriod - benchmark);
        return variance > 0 && perPeriod > benchmark ? 1 + variance * distance * distance : Double.NaN;
    }

    /** Of the estimated ratio, times n − 1. */
    private double varianceOfEstimate() {
        return 1 - skewness * perPeriod + (kurtosis - 1) / 4 * perPeriod * perPeriod;
    }
}
