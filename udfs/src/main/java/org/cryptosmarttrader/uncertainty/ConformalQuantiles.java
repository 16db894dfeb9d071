package org.cryptosmarttrader.uncertainty;

import java.util.Arrays;

/**
 * Conformalised quantile regression: an interval between two forecast quantiles, moved outwards, or inwards, by as much as
 * past outcomes lay beyond theirs. Crossed quantiles are put in order first.
 *
 * <p>Source: Romano, Patterson, Candès, Conformalized Quantile Regression, NeurIPS 2019. See docs/glossary.md, interval.
 */
public final class ConformalQuantiles {

    private ConformalQuantiles() {}

    /**
     * How far an outcome lies beyond the nearer quantile; negative if it lies between them.
     *
     * @return NaN if anything is missing
     */
    public static double score(double low, double high, double outcome) {
        return Math.max(Math.min(low, high) - outcome, outcome - Math.max(low, high));
    }

    /**
     * By how much to move both ends.
     *
     * @param scores in any order; left as they are
     * @param alpha share of outcomes that may lie outside
     * @return the ceil((n + 1)(1 − alpha))-th smallest; infinite if that exceeds n, −infinite if {@code alpha} is 1 or more
     * @throws IllegalArgumentException if a score or alpha is missing
     */
    public static double correction(double[] scores, double alpha) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        // what is missing stands last
        if (sorted.length > 0 && Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("conformal quantiles: a score is missing; leave missing outcomes out");
        }
        long rank = SplitConformal.rank(sorted.length, 1 - alpha);
        if (rank < 1) {
            return Double.NEGATIVE_INFINITY;
        }
        return rank > sorted.length ? Double.POSITIVE_INFINITY : sorted[(int) rank - 1];
    }

    /**
     * The interval between two quantiles, each moved by the correction.
     *
     * @return unknown if a quantile is missing; empty if the correction moves the ends past each other
     */
    public static Interval interval(double low, double high, double correction) {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return Interval.UNKNOWN;
        }
        return new Interval(Math.min(low, high) - correction, Math.max(low, high) + correction);
    }
}
