package org.cryptosmarttrader.evaluation;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Two forecasts of the same rises, row beside row: how much worse the other one is than the first, and how sure that is.
 * Intervals draw whole periods again, with all their rows, since pairs move together.
 *
 * <p>Immutable.
 */
public final class ForecastComparison {

    private final double[] errors;
    private final Ranking first;
    private final Ranking other;
    private final int[] periods;
    private final int count;

    /**
     * @param first n probabilities of a return above 0
     * @param other n probabilities of the same
     * @param ups n outcomes: 1 above 0, 0 otherwise
     * @param decisions n decision instants, ascending; a period each
     * @throws IllegalArgumentException if the lengths differ or a forecast is missing
     */
    public ForecastComparison(double[] first, double[] other, double[] ups, long[] decisions) {
        int n = ups.length;
        if (first.length != n || other.length != n || decisions.length != n) {
            throw new IllegalArgumentException(
                    "comparison: %d and %d forecasts, %d outcomes, %d decisions, expected as many of each"
                            .formatted(first.length, other.length, n, decisions.length));
        }
        this.periods = periods(decisions);
        this.count = n == 0 ? 0 : periods[n - 1] + 1;
        this.errors = new double[n];
        for (int row = 0; row < n; row++) {
            double before = first[row] - ups[row];
            double after = other[row] - ups[row];
            if (Double.isNaN(before + after)) {
                throw new IllegalArgumentException(
                        "comparison: forecast or outcome of row %d is missing; leave the row out".formatted(row));
            }
            errors[row] = after * after - before * before;
        }
        this.first = new Ranking(first, ups, periods);
        this.other = new Ranking(other, ups, periods);
    }

    private static int[] periods(long[] decisions) {
        int[] periods = new int[decisions.length];
        for (int row = 1; row < decisions.length; row++) {
            periods[row] = periods[row - 1] + (decisions[row] == decisions[row - 1] ? 0 : 1);
        }
        return periods;
    }

    /** Brier score of the other less that of the first: above 0, the first is better. */
    public double brierRise() {
        return brierRise(once());
    }

    public StationaryBootstrap.Interval brierRise(StationaryBootstrap bootstrap) {
        return bootstrap.interval(count, this::brierRise);
    }

    /** Area under the ROC curve of the first less that of the other: above 0, the first is better. NaN unless both happened. */
    public double areaLoss() {
        return areaLoss(once());
    }

    public StationaryBootstrap.Interval areaLoss(StationaryBootstrap bootstrap) {
        return bootstrap.interval(count, this::areaLoss);
    }

    private int[] once() {
        int[] occurrences = new int[count];
        Arrays.fill(occurrences, 1);
        return occurrences;
    }

    private double brierRise(int[] occurrences) {
        double sum = 0;
        long rows = 0;
        for (int row = 0; row < errors.length; row++) {
            sum += occurrences[periods[row]] * errors[row];
            rows += occurrences[periods[row]];
        }
        return sum / rows;
    }

    private double areaLoss(int[] occurrences) {
        return first.area(occurrences) - other.area(occurrences);
    }

    /** The rows by rising probability, sorted once for all draws. */
    private static final class Ranking {

        private final double[] probabilities;
        private final boolean[] rose;
        private final int[] periods;

        Ranking(double[] forecasts, double[] ups, int[] periodOf) {
            Integer[] order = new Integer[forecasts.length];
            Arrays.setAll(order, row -> row);
            Arrays.sort(order, Comparator.comparingDouble(row -> forecasts[row]));
            this.probabilities = new double[order.length];
            this.rose = new boolean[order.length];
            this.periods = new int[order.length];
            for (int i = 0; i < order.length; i++) {
                probabilities[i] = forecasts[order[i]];
                rose[i] = ups[order[i]] == 1;
                periods[i] = periodOf[order[i]];
            }
        }

        /** How often a rise was given the higher probability than a fall, equal ones by half. */
        double area(int[] occurrences) {
            long rises = 0;
            long falls = 0;
            long wonTwice = 0;
            for (int from = 0; from < rose.length; ) {
                long risesHere = 0;
                long fallsHere = 0;
                int row = from;
                for (; row < rose.length && probabilities[row] == probabilities[from]; row++) {
                    risesHere += rose[row] ? occurrences[periods[row]] : 0;
                    fallsHere += rose[row] ? 0 : occurrences[periods[row]];
                }
                wonTwice += risesHere * (2 * falls + fallsHere);
                rises += risesHere;
                falls += fallsHere;
                from = row;
            }
            return wonTwice / (2.0 * rises * falls);
        }
    }
}
