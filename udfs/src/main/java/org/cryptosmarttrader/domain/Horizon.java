package org.cryptosmarttrader.domain;

import java.io.Serializable;
import java.util.List;
import org.cryptosmarttrader.time.TickGrid;

/**
 * How far ahead a forecast looks.
 *
 * @param hours whole hours, at least 1
 */
public record Horizon(int hours) implements Comparable<Horizon>, Serializable {

    /** Hours, by which figures are put per year. */
    public static final double HOURS_PER_YEAR = 8760;

    /** The four horizons of the product. */
    public static final List<Horizon> ALL =
            List.of(new Horizon(1), new Horizon(24), new Horizon(168), new Horizon(720));

    /** The longest horizon that History can judge, in bars. */
    public static final int MAX_BARS = 720;

    /** @throws IllegalArgumentException if {@code hours} is below 1 */
    public Horizon {
        if (hours < 1) {
            throw new IllegalArgumentException("horizon: %d hours, expected at least 1".formatted(hours));
        }
    }

    /**
     * @param name e.g. {@code 24h}
     * @throws IllegalArgumentException if it is not a number of hours followed by {@code h}
     */
    public static Horizon parse(String name) {
        if (!name.matches("[1-9][0-9]{0,3}h")) {
            throw new IllegalArgumentException(
                    "horizon: '%s', expected hours such as 1h, 24h, 168h or 720h".formatted(name));
        }
        return new Horizon(Integer.parseInt(name.substring(0, name.length() - 1)));
    }

    public String label() {
        return hours + "h";
    }

    public long millis() {
        return hours * TickGrid.HOUR;
    }

    /** Whether this horizon is a whole number of bars of the grid, and not more of them than History holds. */
    public boolean fits(TickGrid grid) {
        return millis() % grid.intervalMillis() == 0 && millis() / grid.intervalMillis() <= MAX_BARS;
    }

    /**
     * Length in bars of a grid.
     *
     * @throws IllegalArgumentException if the horizon does not fit the grid
     */
    public int bars(TickGrid grid) {
        if (!fits(grid)) {
            throw new IllegalArgumentException(
                    "horizon %s: is %s bars of %d minutes, expected a whole number up to %d; use longer ticks or leave it out"
                            .formatted(
                                    label(),
                                    (double) millis() / grid.intervalMillis(),
                                    grid.intervalMillis() / TickGrid.MINUTE,
                                    MAX_BARS));
        }
        return (int) (millis() / grid.intervalMillis());
    }

    @Override
    public int compareTo(Horizon other) {
        return Integer.compare(hours, other.hours);
    }

    @Override
    public String toString() {
        return label();
    }
}
