package org.cryptosmarttrader.evaluation;

/**
 * Whether a challenger takes the place of the champion, by a rule that is stated before the figures are known: its Brier score
 * is lower, the whole 95 % interval of the difference lies below 0, and at least {@value #FEWEST_OUTCOMES} independent
 * outcomes stand behind it. In doubt the champion stays. A rollback is the same rule with the former champion as challenger.
 *
 * @param rows both forecast, their outcomes known
 * @param independentOutcomes what the rows are worth
 * @param championBrier mean squared error of the champion's probabilities; NaN without rows
 * @param challengerBrier the challenger's on the same rows
 * @param lower lower end of where the true difference, challenger less champion, may lie at 95 %; NaN if it cannot be said
 * @param upper upper end
 */
public record Promotion(
        int rows,
        double independentOutcomes,
        double championBrier,
        double challengerBrier,
        double lower,
        double upper) {

    /** Fewer independent outcomes decide nothing. */
    public static final double FEWEST_OUTCOMES = 30;

    /** What the rule says. */
    public enum Decision {
        /** The challenger becomes champion. */
        PROMOTED,
        /** The champion stays: too few independent outcomes stand behind the difference. */
        TOO_FEW_OUTCOMES,
        /** The champion stays: the challenger is not better beyond the interval. */
        NOT_BETTER
    }

    /**
     * @param champion n probabilities of a return above 0, none missing
     * @param challenger n probabilities of the same
     * @param ups n outcomes: 1 above 0, 0 otherwise
     * @param decisions n decision instants, ascending
     * @param independentOutcomes what the rows are worth
     * @param bootstrap behind the interval
     * @throws IllegalArgumentException if the lengths differ or a forecast is missing
     */
    public static Promotion of(
            double[] champion,
            double[] challenger,
            double[] ups,
            long[] decisions,
            double independentOutcomes,
            StationaryBootstrap bootstrap) {
        StationaryBootstrap.Interval interval = ups.length == 0
                ? new StationaryBootstrap.Interval(Double.NaN, Double.NaN)
                : new ForecastComparison(champion, challenger, ups, decisions).brierRise(bootstrap);
        return new Promotion(
                ups.length,
                independentOutcomes,
                brier(champion, ups),
                brier(challenger, ups),
                interval.lower(),
                interval.upper());
    }

    private static double brier(double[] probabilities, double[] ups) {
        double sum = 0;
        for (int row = 0; row < ups.length; row++) {
            sum += (probabilities[row] - ups[row]) * (probabilities[row] - ups[row]);
        }
        return sum / ups.length;
    }

    /** Brier score of the challenger less that of the champion: below 0, the challenger is better. */
    public double difference() {
        return challengerBrier - championBrier;
    }

    public Decision decision() {
        if (!(independentOutcomes >= FEWEST_OUTCOMES)) {
            return Decision.TOO_FEW_OUTCOMES;
        }
        return difference() < 0 && upper < 0 ? Decision.PROMOTED : Decision.NOT_BETTER;
    }
}
