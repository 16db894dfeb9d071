package org.cryptosmarttrader.uncertainty;

/**
 * Where an outcome is expected, both ends included. It may be infinite (anything is possible), empty (nothing is) or
 * unknown (no forecast to build it on).
 *
 * @param lower log return; NaN if unknown
 * @param upper log return; NaN if unknown, below {@code lower} if empty
 */
public record Interval(double lower, double upper) {

    /** No interval was issued. */
    public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    /** @throws IllegalArgumentException if only one end is known */
    public Interval {
        if (Double.isNaN(lower) != Double.isNaN(upper)) {
            throw new IllegalArgumentException(
                    "interval: ends are %s and %s, expected both or none; use Interval.UNKNOWN"
                            .formatted(lower, upper));
        }
    }

    public boolean isKnown() {
        return !Double.isNaN(lower);
    }

    public boolean isEmpty() {
        return lower > upper;
    }

    public boolean isInfinite() {
        return width() == Double.POSITIVE_INFINITY;
    }

    /** Upper minus lower end: 0 if empty, NaN if unknown. */
    public double width() {
        return isEmpty() ? 0 : upper - lower;
    }

    /**
     * Whether an outcome lies within; an empty interval holds none.
     *
     * @throws IllegalArgumentException if the interval or the outcome is missing: neither is a hit or a miss
     */
    public boolean contains(double outcome) {
        if (!isKnown() || Double.isNaN(outcome)) {
            throw new IllegalArgumentException(
                    "interval [%s, %s]: cannot judge outcome %s; judge known intervals by known outcomes only"
                            .formatted(lower, upper, outcome));
        }
        return lower <= outcome && outcome <= upper;
    }
}
