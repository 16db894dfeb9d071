package org.cryptosmarttrader.features;

import java.io.Serializable;

/**
 * Values a column can take, both ends included.
 *
 * @param lowest negative infinity if there is none
 * @param highest positive infinity if there is none
 */
public record Range(double lowest, double highest) implements Serializable {

    /** Any finite value. */
    public static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** 0 or more. */
    public static final Range NOT_NEGATIVE = atLeast(0);

    /** A share, a rank or a probability. */
    public static final Range UNIT = new Range(0, 1);

    /** A correlation, or a coordinate on the unit circle. */
    public static final Range SIGNED_UNIT = new Range(-1, 1);

    /** The customary scale of oscillators. */
    public static final Range PERCENT = new Range(0, 100);

    /** @throws IllegalArgumentException if {@code lowest} is not below {@code highest} */
    public Range {
        if (!(lowest < highest)) {
            throw new IllegalArgumentException(
                    "range: lowest is %s, needs a number below the highest, %s".formatted(lowest, highest));
        }
    }

    public static Range atLeast(double lowest) {
        return new Range(lowest, Double.POSITIVE_INFINITY);
    }

    /** Whether a value lies inside, or outside by no more than the rounding of a quotient of sums; not so NaN. */
    public boolean contains(double value) {
        double rounding = 1e-12 * Math.max(1, Math.abs(value));
        return value >= lowest - rounding && value <= highest + rounding;
    }

    /** E.g. {@code any}, {@code >= 0} or {@code 0..100}. */
    @Override
    public String toString() {
        if (Double.isInfinite(highest)) {
            return Double.isInfinite(lowest) ? "any" : ">= " + number(lowest);
        }
        return Double.isInfinite(lowest) ? "<= " + number(highest) : number(lowest) + ".." + number(highest);
    }

    private static String number(double end) {
        return end == Math.rint(end) ? Long.toString((long) end) : Double.toString(end);
    }
}
