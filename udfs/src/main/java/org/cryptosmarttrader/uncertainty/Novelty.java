package org.cryptosmarttrader.uncertainty;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.cryptosmarttrader.domain.Numbers;

/**
 * How unlike its training set a row is: the mean distance of its features from their medians, in robust deviations, and
 * the share of training rows that were no farther off. A part of the forest's card.
 *
 * <p>A feature whose MAD is 0 is left out, and so is a missing one; too many missing ones make the row novel by
 * themselves. Immutable. See docs/glossary.md, novelty.
 */
public final class Novelty {

    /** Number of training quantiles kept: 0, 1, ... 100 %. */
    public static final int QUANTILES = 101;

    /** A deviation of the normal distribution in median absolute deviations. */
    public static final double MAD_TO_DEVIATION = 1.4826;

    private static final double FARTHEST = 10;
    private static final double NOVEL = 0.99;
    private static final double MISSING = 0.3;

    /** Cells of a training set, so that it may lie in memory as it likes. */
    @FunctionalInterface
    public interface Cells {

        /** @return NaN if missing */
        double at(int row, int column);
    }

    /**
     * What is known of a row.
     *
     * @param distance mean robust distance, 0 to 10; NaN if no feature could be compared
     * @param missingShare part of the features that taught the forest anything that are missing, 0 to 1
     * @param novelty share of training rows that were no farther off; NaN if the distance is
     */
    public record Reading(double distance, double missingShare, double novelty) {

        /** Whether the row is out of distribution; so is one of which nothing could be compared. */
        public boolean isOutOfDistribution() {
            return !(novelty <= NOVEL) || missingShare > MISSING;
        }
    }

    private final double[] medians;
    private final double[] mads;
    /** Robust deviation of each feature, from its MAD. */
    private final double[] deviations;

    private final double[] quantiles;

    /**
     * @param medians of each feature over the training rows; NaN if it was never present
     * @param mads median absolute deviation of each feature; 0 or NaN leaves it out
     * @param quantiles {@value #QUANTILES} quantiles of the training rows' distance, ascending
     * @throws IllegalArgumentException if the shapes differ or the quantiles are missing or not ascending
     */
    public Novelty(double[] medians, double[] mads, double[] quantiles) {
        if (medians.length != mads.length || quantiles.length != QUANTILES) {
            throw new IllegalArgumentException(
                    "novelty: %d medians, %d MADs, %d quantiles; expected as many MADs and %d"
                            .formatted(medians.length, mads.length, quantiles.length, QUANTILES));
        }
        this.medians = medians.clone();
        this.mads = mads.clone();
        this.deviations = deviations(mads);
        this.quantiles = quantiles.clone();
        for (int i = 0; i < QUANTILES; i++) {
            if (!(quantiles[i] >= quantiles[Math.max(0, i - 1)])) {
                throw new IllegalArgumentException(
                        "novelty: quantile %d is %s, expected ascending numbers".formatted(i, quantiles[i]));
            }
        }
    }

    /**
     * Learns what a training set looks like: exact medians, and quantiles that are distances of training rows.
     *
     * @throws IllegalArgumentException if no row has a feature that varies
     */
    public static Novelty of(int rows, int columns, Cells cells) {
        double[] medians = new double[columns];
        double[] mads = new double[columns];
        for (int column = 0; column < columns; column++) {
            double[] present = present(rows, column, cells);
            medians[column] = median(present);
            for (int i = 0; i < present.length; i++) {
                present[i] = Math.abs(present[i] - medians[column]);
            }
            mads[column] = median(present);
        }
        return new Novelty(medians, mads, quantiles(distances(rows, medians, deviations(mads), cells)));
    }

    private static double[] deviations(double[] mads) {
        return Arrays.stream(mads).map(mad -> MAD_TO_DEVIATION * mad).toArray();
    }

    private static double[] present(int rows, int column, Cells cells) {
        double[] present = new double[rows];
        int size = 0;
        for (int row = 0; row < rows; row++) {
            double value = cells.at(row, column);
            if (!Double.isNaN(value)) {
                present[size++] = value;
            }
        }
        return Arrays.copyOf(present, size);
    }

    /** Sorts the values; NaN if there is none. */
    private static double median(double[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        if (values.length == 0) {
            return Double.NaN;
        }
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    private static double[] distances(int rows, double[] medians, double[] deviations, Cells cells) {
        double[] distances = new double[rows];
        double[] values = new double[medians.length];
        int size = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < values.length; column++) {
                values[column] = cells.at(row, column);
            }
            double distance = distance(values, 0, medians, deviations);
            if (!Double.isNaN(distance)) {
                distances[size++] = distance;
            }
        }
        return Arrays.copyOf(distances, size);
    }

    /** The smallest distances that i % of the rows do not exceed. */
    private static double[] quantiles(double[] distances) {
        if (distances.length == 0) {
            throw new IllegalArgumentException(
                    "novelty: no training row has a feature that varies; train on a larger span");
        }
        Arrays.sort(distances);
        double[] quantiles = new double[QUANTILES];
        for (int percent = 0; percent < QUANTILES; percent++) {
            long rank = ((long) percent * distances.length + QUANTILES - 2) / (QUANTILES - 1);
            quantiles[percent] = distances[(int) Math.max(0, rank - 1)];
        }
        return quantiles;
    }

    private static double distance(double[] values, int from, double[] medians, double[] deviations) {
        double sum = 0;
        int compared = 0;
        for (int column = 0; column < medians.length; column++) {
            double value = values[from + column];
            if (deviations[column] > 0 && !Double.isNaN(value)) {
                double apart = Math.abs(value - medians[column]) / deviations[column];
                sum += apart < FARTHEST ? apart : FARTHEST;
                compared++;
            }
        }
        return sum / compared;
    }

    /** Number of features of the forest. */
    public int columns() {
        return medians.length;
    }

    public double[] medians() {
        return medians.clone();
    }

    public double[] mads() {
        return mads.clone();
    }

    public double[] quantiles() {
        return quantiles.clone();
    }

    /**
     * Reads a row.
     *
     * @param values holds the row's features in the forest's order, NaN if missing
     * @param from where the row begins
     * @param taught which columns taught the forest anything; that others are missing means nothing
     */
    public Reading read(double[] values, int from, IntPredicate taught) {
        int missing = 0;
        int expected = 0;
        for (int column = 0; column < medians.length; column++) {
            if (taught.test(column)) {
                expected++;
                missing += Double.isNaN(values[from + column]) ? 1 : 0;
            }
        }
        double distance = distance(values, from, medians, deviations);
        return new Reading(distance, expected == 0 ? 0 : (double) missing / expected, novelty(distance));
    }

    /** Share of training rows up to a distance, linear between the quantiles. */
    private double novelty(double distance) {
        if (Double.isNaN(distance)) {
            return Double.NaN;
        }
        int above = quantilesUpTo(distance);
        if (above == 0 || above == QUANTILES) {
            return above == 0 ? 0 : 1;
        }
        double below = quantiles[above - 1];
        return (above - 1 + (distance - below) / (quantiles[above] - below)) / (QUANTILES - 1);
    }

    private int quantilesUpTo(double distance) {
        int low = 0;
        int high = QUANTILES;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (quantiles[middle] <= distance) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public void write(DataOutput out) throws IOException {
        Numbers.write(out, medians);
        Numbers.write(out, mads);
        Numbers.write(out, quantiles);
    }

    public static Novelty read(DataInput in) throws IOException {
        return new Novelty(Numbers.readDoubles(in), Numbers.readDoubles(in), Numbers.readDoubles(in));
    }
}
