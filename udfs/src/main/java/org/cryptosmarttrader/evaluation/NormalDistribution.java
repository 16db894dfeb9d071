package org.cryptosmarttrader.evaluation;

/** The standard normal distribution. */
final class NormalDistribution {

    /** Quantile of 0.95. */
    static final double QUANTILE_95 = 1.6448536269514722;

    private static final double TAIL = 3;
    private static final int TERMS = 100;

    /** Each makes three times as many digits right; the first value has three. */
    private static final int REFINEMENTS = 3;

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

    /**
     * The value that is not exceeded with a probability.
     *
     * <p>Source: Abramowitz, Stegun, Handbook of Mathematical Functions, 26.2.23 (first value, error below 4.5e-4), refined by
     * Halley's method on {@link #cumulative}.
     *
     * @return infinite at 0 and 1; NaN outside, or if the probability is missing
     */
    static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            return probability == 0
                    ? Double.NEGATIVE_INFINITY
                    : probability == 1 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        // the lower tail keeps its digits
        if (probability > 0.5) {
            return -quantile(1 - probability);
        }
        double x = -firstValue(Math.sqrt(-2 * StrictMath.log(probability)));
        for (int refinement = 0; refinement < REFINEMENTS; refinement++) {
            double step = (cumulative(x) - probability) / density(x);
            x -= step / (1 + x * step / 2);
        }
        return x;
    }

    private static double firstValue(double t) {
        return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
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
