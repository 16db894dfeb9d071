package org.cryptosmarttrader.evaluation;

/**
 * The share of a reference's loss that forecasts avoided: 1 − Σ loss / Σ loss of the reference, over the same rows. Below 0
 * they lost more. Intervals draw whole periods again, with all their rows.
 *
 * <p>Immutable.
 */
public final class SkillScore {

    private final double[] losses;
    private final double[] references;
    private final int rows;

    /**
     * @param losses n of the forecasts, lower is better
     * @param references n of the reference on the same rows
     * @param decisions n instants, ascending; a period each
     * @throws IllegalArgumentException if the lengths differ, a loss is missing or instants are not ascending
     */
    public SkillScore(double[] losses, double[] references, long[] decisions) {
        this.rows = losses.length;
        if (references.length != rows || decisions.length != rows) {
            throw new IllegalArgumentException("skill: %d losses, %d of the reference, %d decisions, expected as many"
                    .formatted(rows, references.length, decisions.length));
        }
        int[] periods = Periods.of(decisions);
        this.losses = new double[Periods.count(periods)];
        this.references = new double[this.losses.length];
        for (int row = 0; row < rows; row++) {
            if (Double.isNaN(losses[row] + references[row])) {
                throw new IllegalArgumentException(
                        "skill: a loss of row %d is missing; leave the row out".formatted(row));
            }
            this.losses[periods[row]] += losses[row];
            this.references[periods[row]] += references[row];
        }
    }

    /** Number of rows it rests on. */
    public int rows() {
        return rows;
    }

    /** NaN without rows, or if the reference lost nothing. */
    public double value() {
        return value(Periods.once(losses.length));
    }

    /** Where the true skill may lie; NaN without rows. */
    public StationaryBootstrap.Interval interval(StationaryBootstrap bootstrap) {
        return rows == 0
                ? new StationaryBootstrap.Interval(Double.NaN, Double.NaN)
                : bootstrap.interval(losses.length, this::value);
    }

    private double value(int[] occurrences) {
        double loss = 0;
        double reference = 0;
        for (int period = 0; period < occurrences.length; period++) {
            loss += occurrences[period] * losses[period];
            reference += occurrences[period] * references[period];
        }
        return reference > 0 ? 1 - loss / reference : Double.NaN;
    }
}
