package org.cryptosmarttrader.portfolio;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The weights of at least 0 whose sum is 1 and whose variance is smallest, by an active set: assets whose weight would fall below
 * 0 leave, one at a time as far as the step goes; who would lower the variance comes back.
 *
 * <p>J. Nocedal and S. Wright, Numerical Optimization, 2nd edition, algorithm 16.3.
 */
public record LongOnlyMinimumVariance() implements Allocation {

    /** Of the variance; below that nobody comes back. */
    private static final double TOLERANCE = 1e-12;
    /** Each asset leaves and comes back a few times at most. */
    private static final int STEPS_PER_ASSET = 20;

    @Override
    public String name() {
        return "minimum-variance-long-only";
    }

    @Override
    public double[] weights(Covariance covariance) {
        int assets = covariance.assets();
        boolean[] isHeld = new boolean[assets];
        Arrays.fill(isHeld, true);
        double[] weights = new double[assets];
        Arrays.fill(weights, 1.0 / assets);
        for (int step = 0; step < STEPS_PER_ASSET * assets; step++) {
            double[] wanted = wanted(covariance, isHeld);
            int first = firstBelowZero(weights, wanted);
            if (first >= 0) {
                walk(weights, wanted, weights[first] / (weights[first] - wanted[first]));
                weights[first] = 0;
                isHeld[first] = false;
                continue;
            }
            weights = wanted;
            int missed = mostMissed(covariance, weights, isHeld);
            if (missed < 0) {
                return weights;
            }
            isHeld[missed] = true;
        }
        throw new NoAllocationException(
                "minimum variance, long only: no end after %d steps".formatted(STEPS_PER_ASSET * assets));
    }

    private static double[] wanted(Covariance covariance, boolean[] isHeld) {
        int[] held =
                IntStream.range(0, isHeld.length).filter(asset -> isHeld[asset]).toArray();
        double[] ofHeld = MinimumVariance.among(covariance, held);
        double[] wanted = new double[isHeld.length];
        for (int i = 0; i < held.length; i++) {
            wanted[held[i]] = ofHeld[i];
        }
        return wanted;
    }

    /** The asset that reaches 0 first on the way; -1 if none does. */
    private static int firstBelowZero(double[] from, double[] to) {
        int first = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int asset = 0; asset < from.length; asset++) {
            double share = from[asset] / (from[asset] - to[asset]);
            if (to[asset] < 0 && share < least) {
                first = asset;
                least = share;
            }
        }
        return first;
    }

    private static void walk(double[] from, double[] to, double share) {
        for (int asset = 0; asset < from.length; asset++) {
            from[asset] += share * (to[asset] - from[asset]);
        }
    }

    /** The asset not held whose covariance with what is held lies furthest below the variance; -1 if none does. */
    private static int mostMissed(Covariance covariance, double[] weights, boolean[] isHeld) {
        double[] withHeld = new double[weights.length];
        double variance = 0;
        for (int asset = 0; asset < weights.length; asset++) {
            for (int other = 0; other < weights.length; other++) {
                withHeld[asset] += covariance.of(asset, other) * weights[other];
            }
            variance += weights[asset] * withHeld[asset];
        }
        int missed = -1;
        double least = variance * (1 - TOLERANCE);
        for (int asset = 0; asset < weights.length; asset++) {
            if (!isHeld[asset] && withHeld[asset] < least) {
                missed = asset;
                least = withHeld[asset];
            }
        }
        return missed;
    }
}
