package org.cryptosmarttrader.evaluation;

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
        this.periods = Periods.of(decisions);
        this.count = Periods.count(periods);
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

    /** Brier score of the other less that of the first: above 0, the first is better. */
    public double brierRise() {
        return brierRise(Periods.once(count));
    }

    public StationaryBootstrap.Interval brierRise(StationaryBootstrap bootstrap) {
        return bootstrap.interval(count, this::brierRise);
    }

    /** Area under the ROC curve of the first less that of the other: above 0, the first is better. NaN unless both happened. */
    public double areaLoss() {
        return areaLoss(Periods.once(count));
    }

    public StationaryBootstrap.Interval areaLoss(StationaryBootstrap bootstrap) {
        return bootstrap.interval(count, this::areaLoss);
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
}
