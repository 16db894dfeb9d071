package org.cryptosmarttrader.uncertainty;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Nonconformity scores on a fixed grid: {@value #BINS} bins (lower, upper] between the edges 10^(−3 + 5 i/1024). A smaller
 * score falls into the first bin, a larger one has no upper edge but infinity. A year of scores takes a few kilobytes, and
 * histograms of days add up to that of any window, exact to the bin.
 *
 * <p>Mutable, not thread-safe; part of the state of one key.
 */
public final class ScoreHistogram {

    public static final int BINS = 1_024;

    private static final double[] EDGES = edges();

    private final BinCounts counts;

    public ScoreHistogram() {
        this(new BinCounts(BINS + 1));
    }

    private ScoreHistogram(BinCounts counts) {
        this.counts = counts;
    }

    private static double[] edges() {
        double[] edges = new double[BINS + 1];
        for (int i = 0; i <= BINS; i++) {
            edges[i] = StrictMath.pow(10, -3 + 5.0 * i / BINS);
        }
        return edges;
    }

    /** Edge {@code i} of the grid, from 0.001 at 0 to 100 at {@value #BINS}. */
    public static double edge(int i) {
        return EDGES[i];
    }

    public ScoreHistogram copy() {
        return new ScoreHistogram(counts.copy());
    }

    /**
     * Counts a score; a missing one (NaN) is none and is not counted.
     *
     * @param score abs(outcome − forecast) / volatility over the horizon
     * @throws IllegalArgumentException if the score is negative
     */
    public void add(double score) {
        if (score < 0) {
            throw new IllegalArgumentException("nonconformity score: %s, expected 0 or more".formatted(score));
        }
        if (!Double.isNaN(score)) {
            counts.add(bin(score), 1);
        }
    }

    /** The first bin whose upper edge is not below the score; {@value #BINS} beyond the last. */
    private static int bin(double score) {
        int found = Arrays.binarySearch(EDGES, 1, EDGES.length, score);
        return (found < 0 ? -found - 1 : found) - 1;
    }

    public void addAll(ScoreHistogram other) {
        counts.addAll(other.counts);
    }

    /** Number of scores. */
    public long count() {
        return counts.total();
    }

    /**
     * Upper edge of the bin that holds the conformal quantile.
     *
     * @param alpha share of outcomes that may lie outside
     * @return infinite if there are too few scores, or if the quantile lies beyond the grid; −infinite if {@code alpha}
     *     is 1 or more: nothing may lie inside
     */
    public double quantile(double alpha) {
        long rank = SplitConformal.rank(count(), 1 - alpha);
        if (rank < 1) {
            return Double.NEGATIVE_INFINITY;
        }
        long seen = 0;
        for (int bin = 0; bin < BINS; bin++) {
            seen += counts.count(bin);
            if (seen >= rank) {
                return EDGES[bin + 1];
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Number of scores in bins whose upper edge is below a limit. */
    long countBelow(double limit) {
        long below = 0;
        for (int bin = 0; bin < BINS && EDGES[bin + 1] < limit; bin++) {
            below += counts.count(bin);
        }
        return below;
    }

    public void write(DataOutput out) throws IOException {
        counts.write(out);
    }

    public static ScoreHistogram read(DataInput in) throws IOException {
        return new ScoreHistogram(BinCounts.read(in, BINS + 1));
    }
}
