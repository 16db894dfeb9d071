package org.cryptosmarttrader.portfolio;

import java.util.Arrays;

/**
 * The weights by which each asset contributes the same to the variance, by cyclic coordinate descent.
 *
 * <p>T. Griveau-Billion, J.-C. Richard and T. Roncalli, A fast algorithm for computing high-dimensional risk parity portfolios
 * (2013).
 */
public record RiskParity() implements Allocation {

    private static final double SMALLEST_CHANGE = 1e-12;
    private static final int MOST_SWEEPS = 10_000;

    @Override
    public String name() {
        return "risk-parity";
    }

    @Override
    public double[] weights(Covariance covariance) {
        int assets = covariance.assets();
        double[] x = new double[assets];
        for (int asset = 0; asset < assets; asset++) {
            if (!(covariance.variance(asset) > 0)) {
                throw new NoAllocationException("risk parity: asset %d does not move".formatted(asset));
            }
            x[asset] = 1 / Math.sqrt(assets * covariance.variance(asset));
        }
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            if (sweep(covariance, x) < SMALLEST_CHANGE) {
                double sum = Arrays.stream(x).sum();
                return Arrays.stream(x).map(value -> value / sum).toArray();
            }
        }
        throw new NoAllocationException("risk parity: still moving after %,d sweeps".formatted(MOST_SWEEPS));
    }

    /** Lets each asset contribute its share, given the others; returns the largest relative change. */
    private static double sweep(Covariance covariance, double[] x) {
        double budget = 1.0 / x.length;
        double most = 0;
        for (int asset = 0; asset < x.length; asset++) {
            double withOthers = 0;
            for (int other = 0; other < x.length; other++) {
                withOthers += other == asset ? 0 : covariance.of(asset, other) * x[other];
            }
            double variance = covariance.variance(asset);
            double root = Math.sqrt(withOthers * withOthers + 4 * variance * budget);
            // the positive root, written so that nothing cancels
            double next = withOthers > 0 ? 2 * budget / (withOthers + root) : (root - withOthers) / (2 * variance);
            most = Math.max(most, Math.abs(next - x[asset]) / x[asset]);
            x[asset] = next;
        }
        return most;
    }
}
