package org.cryptosmarttrader.evaluation;

import java.util.Arrays;

/**
 * Whether a Sharpe ratio is more than the best of so many tries would show by luck: the probability that the true ratio
 * exceeds the one expected of the best among {@code trials} that are all worth nothing.
 *
 * <p>Source: Bailey, López de Prado, The Deflated Sharpe Ratio, Journal of Portfolio Management 40 (2014).
 *
 * @param trials number of tries
 * @param variance of their Sharpe ratios per period; NaN if fewer than two are known
 * @param benchmark ratio per period that luck explains; 0 of a single try, NaN if the variance is not known
 * @param probability that the true ratio exceeds it; NaN if it cannot be said
 */
public record DeflatedSharpe(int trials, double variance, double benchmark, double probability) {

    /** From here on, and with a probability of overfitting no higher than its limit, a strategy is called promising. */
    public static final double PROMISING = 0.95;

    private static final double EULER_MASCHERONI = 0.5772156649015329;

    /**
     * @param sharpe of the chosen one
     * @param trials number of tries, the chosen one included, at least 1; those without a ratio count too
     * @param sharpes ratios per period of the tries that have one, over periods of the same length
     * @throws IllegalArgumentException if there is no try, more ratios than tries, or one is missing
     */
    public static DeflatedSharpe of(SharpeRatio sharpe, int trials, double[] sharpes) {
        if (trials < 1 || sharpes.length > trials || Arrays.stream(sharpes).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException(
                    "deflated Sharpe ratio: %d trials with ratios %s, expected at least one trial and no more ratios, none missing"
                            .formatted(trials, Arrays.toString(sharpes)));
        }
        double deviation = Moments.of(sharpes).standardDeviation();
        // ratios that do not vary deviate by 0; Moments says NaN, since nothing can be divided by it
        double variance = sharpes.length < 2 ? Double.NaN : Double.isNaN(deviation) ? 0 : deviation * deviation;
        return withVariance(sharpe, trials, variance);
    }

    /** @param variance of the tries' ratios per period; not used of a single try */
    public static DeflatedSharpe withVariance(SharpeRatio sharpe, int trials, double variance) {
        double benchmark = trials == 1 ? 0 : Math.sqrt(variance) * expectedMaximum(trials);
        return new DeflatedSharpe(trials, variance, benchmark, sharpe.probabilistic(benchmark));
    }

    /** Of so many standard normal values, nearly. */
    private static double expectedMaximum(int trials) {
        return (1 - EULER_MASCHERONI) * NormalDistribution.quantile(1 - 1.0 / trials)
                + EULER_MASCHERONI * NormalDistribution.quantile(1 - 1 / (trials * Math.E));
    }
}
