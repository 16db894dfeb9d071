package org.cryptosmarttrader.evaluation;

/**
 * How well forecasts tell rises from falls, with an interval that draws whole periods again, with all their rows.
 *
 * <p>Immutable.
 */
public final class RankedForecasts {

    private final Ranking ranking;
    private final int count;

    /**
     * @param probabilities n forecasts of a return above 0, none missing
     * @param ups n outcomes: 1 above 0, 0 otherwise
     * @param decisions n instants, ascending; a period each
     */
    public RankedForecasts(double[] probabilities, double[] ups, long[] decisions) {
        int[] periods = Periods.of(decisions);
        this.ranking = new Ranking(probabilities, ups, periods);
        this.count = Periods.count(periods);
    }

    /** Area under the ROC curve; NaN unless both happened. */
    public double area() {
        return ranking.area(Periods.once(count));
    }

    /** Where the true area may lie; NaN if a draw held rises or falls only. */
    public StationaryBootstrap.Interval area(StationaryBootstrap bootstrap) {
        return bootstrap.interval(count, ranking::area);
    }
}
