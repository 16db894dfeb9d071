package org.cryptosmarttrader.evaluation;

import java.util.Arrays;

/** The newest log returns of a pair, bar by bar. Not thread-safe. */
final class BarReturns {

    private static final double ENOUGH = 0.9;

    private final double[] ring;
    private long newest = Long.MIN_VALUE;

    /** @param memory bars remembered */
    BarReturns(int memory) {
        this.ring = new double[memory];
        Arrays.fill(ring, Double.NaN);
    }

    /**
     * @param bar above the last one; those between had no return
     * @param logReturn NaN if it is missing
     */
    void add(long bar, double logReturn) {
        long first = newest == Long.MIN_VALUE ? bar : Math.max(newest + 1, bar - ring.length + 1);
        for (long skipped = first; skipped < bar; skipped++) {
            ring[place(skipped)] = Double.NaN;
        }
        ring[place(bar)] = logReturn;
        newest = bar;
    }

    /**
     * Root of the mean square of the newest returns: the volatility realised over them.
     *
     * @return NaN if fewer than nine tenths are there
     */
    double realised(int bars) {
        double sum = 0;
        int present = 0;
        int place = place(newest - bars + 1);
        for (int left = bars; left > 0; left--) {
            double value = ring[place];
            if (!Double.isNaN(value)) {
                sum += value * value;
                present++;
            }
            place = place + 1 == ring.length ? 0 : place + 1;
        }
        return present >= ENOUGH * bars ? Math.sqrt(sum / present) : Double.NaN;
    }

    /**
     * Sum of the newest returns: the return over them.
     *
     * @return NaN if fewer than nine tenths are there
     */
    double sum(int bars) {
        double sum = 0;
        int present = 0;
        int place = place(newest - bars + 1);
        for (int left = bars; left > 0; left--) {
            double value = ring[place];
            if (!Double.isNaN(value)) {
                sum += value;
                present++;
            }
            place = place + 1 == ring.length ? 0 : place + 1;
        }
        return present >= ENOUGH * bars ? sum : Double.NaN;
    }

    private int place(long bar) {
        return (int) Math.floorMod(bar, (long) ring.length);
    }
}
