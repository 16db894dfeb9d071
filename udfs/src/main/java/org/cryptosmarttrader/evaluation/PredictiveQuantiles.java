package org.cryptosmarttrader.evaluation;

import java.util.Arrays;

/**
 * A forecast distribution as some of its quantiles, and how well it met an outcome. Crossed quantiles are put in order first.
 *
 * <p>Immutable.
 */
public final class PredictiveQuantiles {

    private final double[] levels;
    private final double[] values;
    private final boolean crossed;

    /**
     * @param levels probabilities, rising, within (0, 1)
     * @param values the quantile at each
     * @throws IllegalArgumentException if there is none, the lengths differ, levels do not rise or a value is missing
     */
    public PredictiveQuantiles(double[] levels, double[] values) {
        this.levels = levels.clone();
        this.values = values.clone();
        boolean isFit = levels.length > 0 && values.length == levels.length;
        boolean falls = false;
        for (int i = 0; isFit && i < levels.length; i++) {
            isFit = levels[i] > (i == 0 ? 0 : levels[i - 1]) && levels[i] < 1 && !Double.isNaN(values[i]);
            falls |= i > 0 && values[i] < values[i - 1];
        }
        if (!isFit) {
            throw new IllegalArgumentException(
                    "quantiles: levels %s, values %s, expected as many of each, levels rising within 0 and 1, no value missing"
                            .formatted(Arrays.toString(levels), Arrays.toString(values)));
        }
        this.crossed = falls;
        Arrays.sort(this.values);
    }

    /** Whether a quantile lay below one of a lower level. */
    public boolean isCrossed() {
        return crossed;
    }

    /**
     * Probability integral transform: where in the forecast distribution an outcome lies. Linear between the quantiles; half
     * the first level below them, halfway from the last level to 1 above; where quantiles are equal, the middle of their
     * levels.
     *
     * @return within (0, 1); NaN if the outcome is missing
     */
    public double pit(double outcome) {
        int last = levels.length - 1;
        if (Double.isNaN(outcome)) {
            return Double.NaN;
        }
        if (outcome < values[0]) {
            return levels[0] / 2;
        }
        if (outcome > values[last]) {
            return (1 + levels[last]) / 2;
        }
        int first = 0;
        while (values[first] < outcome) {
            first++;
        }
        if (values[first] > outcome) {
            double share = (outcome - values[first - 1]) / (values[first] - values[first - 1]);
            return levels[first - 1] + share * (levels[first] - levels[first - 1]);
        }
        int equal = first;
        while (equal < last && values[equal + 1] == outcome) {
            equal++;
        }
        return (levels[first] + levels[equal]) / 2;
    }

    /**
     * Pinball loss of one quantile: its level times the distance to an outcome above it, 1 − level times that to one below.
     * The forecast that says the true quantile has the least on average.
     */
    public static double pinball(double level, double quantile, double outcome) {
        return outcome >= quantile ? level * (outcome - quantile) : (1 - level) * (quantile - outcome);
    }

    /**
     * Continuous ranked probability score, in the unit of the outcome, lower is better: twice the integral of the pinball
     * loss over all levels, taken as a sum over those there are, each weighing as much as the levels nearer to it than to
     * another. Over levels (i − ½)/K it is twice their mean pinball loss. What lies beyond the outermost levels is taken as
     * they are: with few levels the score is near the true one, not equal, so compare only scores over equal levels.
     *
     * <p>Source: Gneiting, Ranjan, Comparing Density Forecasts Using Threshold- and Quantile-Weighted Scoring Rules, JBES 29
     * (2011).
     *
     * @return NaN if the outcome is missing
     */
    public double rankedProbabilityScore(double outcome) {
        double sum = 0;
        for (int i = 0; i < levels.length; i++) {
            double from = i == 0 ? 0 : (levels[i - 1] + levels[i]) / 2;
            double to = i == levels.length - 1 ? 1 : (levels[i] + levels[i + 1]) / 2;
            sum += (to - from) * pinball(levels[i], values[i], outcome);
        }
        return 2 * sum;
    }
}
