package org.cryptosmarttrader.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * Mean of scores whose weight halves every half-life, over eight half-lives: Σ w s / Σ w with w = 2^(−age / half-life),
 * summed in the order the texts became available. Mutable.
 */
final class DecayedMean {

    private static final int HALF_LIVES = 8;

    private final List<double[]> weighted = new ArrayList<>();
    private double weights;
    private double sum;

    /** What a text weighs at a tick; NaN if it has no score or is older than eight half-lives. */
    static double weight(Text text, long halfLifeMillis, long tick) {
        long age = tick - text.scoredAt();
        return text.isScored() && age < HALF_LIVES * halfLifeMillis
                ? StrictMath.pow(2, -(double) age / halfLifeMillis)
                : Double.NaN;
    }

    /** @param weight NaN if the score does not count */
    void add(double score, double weight) {
        if (!Double.isNaN(weight)) {
            weighted.add(new double[] {weight, score});
            weights += weight;
            sum += weight * score;
        }
    }

    double mean() {
        return weighted.isEmpty() ? Double.NaN : sum / weights;
    }

    /** √(Σ w (s − mean)² / Σ w); NaN of fewer than two. */
    double dispersion() {
        if (weighted.size() < 2) {
            return Double.NaN;
        }

        double mean = mean();
        double squares = 0;
        for (double[] each : weighted) {
            double deviation = each[1] - mean;
            squares += each[0] * deviation * deviation;
        }
        return Math.sqrt(squares / weights);
    }
}
