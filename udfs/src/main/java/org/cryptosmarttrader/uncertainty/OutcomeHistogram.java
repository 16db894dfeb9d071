package org.cryptosmarttrader.uncertainty;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Forecast probabilities by what came of them, in {@value #BINS} bins of equal width; a bin stands for its middle.
 * Histograms of days add up to that of any window.
 *
 * <p>Mutable, not thread-safe; part of the state of one key.
 */
public final class OutcomeHistogram {

    public static final int BINS = 1_024;

    private final BinCounts ups;
    private final BinCounts downs;

    public OutcomeHistogram() {
        this(new BinCounts(BINS), new BinCounts(BINS));
    }

    private OutcomeHistogram(BinCounts ups, BinCounts downs) {
        this.ups = ups;
        this.downs = downs;
    }

    public OutcomeHistogram copy() {
        return new OutcomeHistogram(ups.copy(), downs.copy());
    }

    /**
     * Counts an outcome; that of a missing probability (NaN) is not counted.
     *
     * @param probability forecast that the return would be above 0, before calibration
     * @param up whether it was
     * @throws IllegalArgumentException if the probability lies outside [0, 1]
     */
    public void add(double probability, boolean up) {
        if (probability < 0 || probability > 1) {
            throw new IllegalArgumentException(
                    "outcome histogram: probability is %s, expected 0 to 1".formatted(probability));
        }
        if (!Double.isNaN(probability)) {
            (up ? ups : downs).add(Math.min(BINS - 1, (int) (BINS * probability)), 1);
        }
    }

    public void addAll(OutcomeHistogram other) {
        ups.addAll(other.ups);
        downs.addAll(other.downs);
    }

    /** Number of outcomes. */
    public long count() {
        return ups.total() + downs.total();
    }

    /** Outcomes above 0 that were forecast with the probabilities of a bin. */
    public int ups(int bin) {
        return ups.count(bin);
    }

    /** Outcomes of 0 or below that were forecast with the probabilities of a bin. */
    public int downs(int bin) {
        return downs.count(bin);
    }

    /** The probability a bin stands for. */
    public static double middle(int bin) {
        return (bin + 0.5) / BINS;
    }

    public void write(DataOutput out) throws IOException {
        ups.write(out);
        downs.write(out);
    }

    public static OutcomeHistogram read(DataInput in) throws IOException {
        return new OutcomeHistogram(BinCounts.read(in, BINS), BinCounts.read(in, BINS));
    }
}
