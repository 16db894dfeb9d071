package org.cryptosmarttrader.drift;

/**
 * How many columns of a model are distributed otherwise than in its training set.
 *
 * @param model SHA-256 of it, hexadecimal
 * @param share of its columns whose population stability index is above {@link #LIMIT}, 0 to 1
 */
public record ColumnDrift(String model, double share) {

    /** Days compared with the training set. */
    public static final int DAYS = 28;

    /** From here on a column counts as drifted. */
    public static final double LIMIT = 0.25;

    /** Nothing is known yet. */
    public static final ColumnDrift UNKNOWN = new ColumnDrift("", Double.NaN);

    /** @param stability population stability index by column */
    public static ColumnDrift of(String model, double[] stability) {
        int drifted = 0;
        for (double index : stability) {
            drifted += index > LIMIT ? 1 : 0;
        }
        return new ColumnDrift(model, (double) drifted / stability.length);
    }

    /** The share, if it is of this model; NaN if of another. */
    public double shareOf(String other) {
        return model.equals(other) ? share : Double.NaN;
    }
}
