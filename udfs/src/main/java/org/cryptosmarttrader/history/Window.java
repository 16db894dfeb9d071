package org.cryptosmarttrader.history;

/**
 * Consecutive grid intervals of one column, oldest first, an absent value as NaN. Statistics use the values present, from
 * left to right, and are NaN where too few are there to define them.
 *
 * <p>A view that keeps its count, mean and squared deviations once asked for; valid until the next fold, not thread-safe.
 */
public final class Window {

    private static final int UNKNOWN = -1;

    private final double[] values;
    private final int from;
    private final int length;
    private final PresentCounts counts;
    private final Window next;
    private int present = UNKNOWN;
    private boolean hasMean;
    private double mean;
    private double squaredDeviations = UNKNOWN;

    /**
     * @param counts of the values, or null if they are not kept
     * @param next another window of the column, or null
     */
    Window(double[] values, int from, int length, PresentCounts counts, Window next) {
        this.values = values;
        this.from = from;
        this.length = length;
        this.counts = counts;
        this.next = next;
    }

    /** A window over an array of its own, e.g. in tests. */
    public static Window of(double... values) {
        return new Window(values, 0, values.length, null, null);
    }

    /** The next in the chain of windows of a column, or null. */
    Window next() {
        return next;
    }

    /** Number of grid intervals. */
    public int length() {
        return length;
    }

    /** Whether this is the window over these cells. */
    boolean isOver(int from, int length) {
        return this.from == from && this.length == length;
    }

    /** Value at a position, 0 is the oldest. */
    public double at(int position) {
        return values[from + position];
    }

    /** The values of this window where another of the same length has one. */
    public Window where(Window other) {
        double[] kept = new double[length];
        for (int i = 0; i < length; i++) {
            kept[i] = Double.isNaN(other.at(i)) ? Double.NaN : at(i);
        }
        return of(kept);
    }

    public double last() {
        return length == 0 ? Double.NaN : at(length - 1);
    }

    /** Number of values present. */
    public int present() {
        if (present == UNKNOWN) {
            present = counts == null ? count() : counts.within(from, length);
        }
        return present;
    }

    private int count() {
        int count = 0;
        for (int i = from; i < from + length; i++) {
            if (!Double.isNaN(values[i])) {
                count++;
            }
        }
        return count;
    }

    /** Whether at least nine tenths of the intervals have a value. */
    public boolean isCovered() {
        return length > 0 && 10L * present() >= 9L * length;
    }

    public double sum() {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            if (!Double.isNaN(values[i])) {
                sum += values[i];
            }
        }
        return sum;
    }

    /** Arithmetic mean; of equal values that value itself, which a rounded sum misses, so that their deviation is 0. */
    public double mean() {
        if (!hasMean) {
            double common = commonValue();
            mean = Double.isNaN(common) ? sum() / present() : common;
            hasMean = true;
        }
        return mean;
    }

    /** The value that all present values have; NaN if they differ. */
    private double commonValue() {
        double common = Double.NaN;
        for (int i = from; i < from + length; i++) {
            if (Double.isNaN(common)) {
                common = values[i];
            } else if (!Double.isNaN(values[i]) && values[i] != common) {
                return Double.NaN;
            }
        }
        return common;
    }

    /** Sample standard deviation (n − 1). */
    public double standardDeviation() {
        int present = present();
        return present < 2 ? Double.NaN : Math.sqrt(squaredDeviations() / (present - 1));
    }

    /** Population standard deviation (n). */
    public double populationDeviation() {
        return Math.sqrt(squaredDeviations() / present());
    }

    /** (last − mean) / sd over the window including the last value; NaN if sd is 0. */
    public double zScoreOfLast() {
        double deviation = standardDeviation();
        return deviation > 0 ? (last() - mean()) / deviation : Double.NaN;
    }

    /** Σ (x − mean)². */
    public double squaredDeviations() {
        if (squaredDeviations == UNKNOWN) {
            squaredDeviations = squares(mean());
        }
        return squaredDeviations;
    }

    /** Σ (x − mean)^power. */
    public double centralMoment(int power, double mean) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            double deviation = values[i] - mean;
            if (!Double.isNaN(deviation)) {
                double term = deviation;
                for (int factor = 1; factor < power; factor++) {
                    term *= deviation;
                }
                sum += term;
            }
        }
        return sum;
    }

    /** Σ x². */
    public double sumOfSquares() {
        return squares(0);
    }

    private double squares(double center) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            double deviation = values[i] - center;
            sum += Double.isNaN(deviation) ? 0 : deviation * deviation;
        }
        return sum;
    }

    public double max() {
        double max = Double.NaN;
        for (int i = from; i < from + length; i++) {
            if (!(values[i] <= max) && !Double.isNaN(values[i])) {
                max = values[i];
            }
        }
        return max;
    }

    public double min() {
        double min = Double.NaN;
        for (int i = from; i < from + length; i++) {
            if (!(values[i] >= min) && !Double.isNaN(values[i])) {
                min = values[i];
            }
        }
        return min;
    }
}
