package org.cryptosmarttrader.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * Mean of scores whose weight halves every half-life, over eight half-lives: Σ w s / Σ w with w = 2^(−age / half-life),
 * summed in the order the texts became available. Mutable.
 */
final class DecayedMean {

    private static final int HALF_LIVES = 8;

    private final long halfLifeMillis;
    private final long tick;
    private final List<double[]> weighted = new ArrayList<>();
    private double weights;
    private double sum;

    DecayedMean(long halfLifeMillis, long tick) {
        this.halfLifeMillis = halfLifeMillis;
        this.tick = tick;
    }

    void add(Text text) {
        long age = tick - text.scoredAt();
        if (text.isScored() && age < HALF_LIVES * halfLifeMillis) {
            double weight = StrictMath.pow(2, -(double) age / halfLifeMillis);
            weighted.add(new double[] {weight, text.score()});
            weights += weight;
            sum += weight * text.score();
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

        double squares = 0;
        for (double[] each : weighted) {
            double deviation = each[1] - mean();
            squares += each[0] * deviation * deviation;
        }
        return Math.sqrt(squares / weights);
    }
}
