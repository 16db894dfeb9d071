package org.cryptosmarttrader.uncertainty;

import java.util.Arrays;

/**
 * Split conformal prediction: an interval around a forecast that is as wide as past forecasts were wrong, in units of the
 * volatility known at the decision.
 *
 * <p>Source: Vovk, Gammerman, Shafer, Algorithmic Learning in a Random World (2005); Lei et al., Distribution-Free
 * Predictive Inference for Regression, JASA 113 (2018). See docs/glossary.md, interval.
 */
public final class SplitConformal {

    /** Absorbs the binary rounding of (n + 1)(1 − alpha), so that a whole number stays that number. */
    private static final double ROUNDING = 1e-9;

    private static final int LEVELS = 100;

    private SplitConformal() {}

    /**
     * The quantile of a list of scores, exactly.
     *
     * @param scores in any order; left as they are
     * @param alpha share of outcomes that may lie outside
     * @return the ceil((n + 1)(1 − alpha))-th smallest; infinite if that exceeds n, −infinite if {@code alpha} is 1 or more
     * @throws IllegalArgumentException if a score is missing or negative
     */
    public static double quantile(double[] scores, double alpha) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        if (sorted.length > 0 && !(sorted[0] >= 0 && sorted[sorted.length - 1] >= 0)) {
            throw new IllegalArgumentException(
                    "split conformal: scores from %s to %s, expected numbers of 0 or more; leave missing outcomes out"
                            .formatted(sorted[0], sorted[sorted.length - 1]));
        }
        long rank = rank(sorted.length, 1 - alpha);
        if (rank < 1) {
            return Double.NEGATIVE_INFINITY;
        }
        return rank > sorted.length ? Double.POSITIVE_INFINITY : sorted[(int) rank - 1];
    }

    /**
     * Rank of the score that covers a level among n scores; beyond n if none does, 0 if nothing need be covered.
     *
     * @throws IllegalArgumentException if the level is missing
     */
    static long rank(long n, double level) {
        if (Double.isNaN(level)) {
            throw new IllegalArgumentException("split conformal: alpha is missing, expected a number");
        }
        return level <= 0 ? 0 : Math.max(1, (long) Math.ceil((n + 1) * level - ROUNDING));
    }

    /**
     * Forecast ± quantile times volatility.
     *
     * @param forecast expected log return
     * @param volatility of the log return over the horizon
     * @return unknown if the forecast or the volatility is missing or the volatility 0; empty if the quantile is −infinite
     */
    public static Interval interval(double forecast, double volatility, double quantile) {
        if (Double.isNaN(forecast) || !(volatility > 0)) {
            return Interval.UNKNOWN;
        }
        return new Interval(forecast - quantile * volatility, forecast + quantile * volatility);
    }

    /**
     * How sure the sign of a forecast is: the largest level, in whole per cents, whose interval excludes 0.
     *
     * @param forecast expected log return
     * @param volatility of the log return over the horizon
     * @return 0, 0.01, ... 0.99; NaN if the forecast or the volatility is missing or the volatility 0
     */
    public static double confidence(double forecast, double volatility, ScoreHistogram scores) {
        if (Double.isNaN(forecast) || !(volatility > 0)) {
            return Double.NaN;
        }
        long narrower = scores.countBelow(Math.abs(forecast) / volatility);
        int level = LEVELS - 1;
        while (level > 0 && rank(scores.count(), level / (double) LEVELS) > narrower) {
            level--;
        }
        return level / (double) LEVELS;
    }
}
