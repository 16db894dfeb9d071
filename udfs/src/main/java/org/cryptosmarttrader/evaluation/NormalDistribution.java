package org.cryptosmarttrader.evaluation;

/** The standard normal distribution. */
final class NormalDistribution {

    /** Quantile of 0.95. */
    static final double QUANTILE_95 = 1.6448536269514722;

    private static final double TAIL = 3;
    private static final int TERMS = 100;

    private NormalDistribution() {}

    /**
     * Probability of a value up to {@code x}.
     *
     * <p>Source: Abramowitz, Stegun, Handbook of Mathematical Functions, 26.2.11 (series) and 26.2.14 (continued fraction of
     * the tail).
     */
    static double cumulative(double x) {
        if (x < -TAIL) {
            return tail(-x);
        }
        return x > TAIL ? 1 - tail(x) : 0.5 + density(x) * series(x);
    }

    private static double density(double x) {
        return StrictMath.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /** x + x³/3 + x⁵/(3·5) + ... */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int odd = 3; odd < 2 * TERMS; odd += 2) {
            term *= x * x / odd;
            sum += term;
        }
        return sum;
    }

    /** φ(x) / (x + 1/(x + 2/(x + 3/(x + ...)))). */
    private static double tail(double x) {
        double fraction = x;
        for (int term = TERMS; term > 0; term--) {
            fraction = x + term / fraction;
        }
        return density(x) / fraction;
    }
}
