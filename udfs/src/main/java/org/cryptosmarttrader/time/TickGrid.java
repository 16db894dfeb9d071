package org.cryptosmarttrader.time;

import java.io.Serializable;

/**
 * The instants at which everything happens: the end of each bar interval plus a fixed grace.
 *
 * <p>Bars are numbered from the epoch: bar {@code i} covers {@code [i * interval, (i + 1) * interval)}. Its decision
 * instant, the tick, is {@code end + grace}; by then every event of the bar that is not late has arrived.
 *
 * <p>See docs/glossary.md, tick.
 *
 * @param intervalMillis length of a bar, a whole divisor of a day between 5 minutes and 1 day
 * @param graceMillis wait after the end of a bar before it is decided on, at least 0 and shorter than a bar
 */
public record TickGrid(long intervalMillis, long graceMillis) implements Serializable {

    public static final long MINUTE = 60_000L;
    public static final long HOUR = 60 * MINUTE;
    public static final long DAY = 24 * HOUR;

    private static final long SHORTEST = 5 * MINUTE;

    /** @throws IllegalArgumentException if the interval does not divide a day or the grace does not fit into it */
    public TickGrid {
        if (intervalMillis < SHORTEST || intervalMillis > DAY || DAY % intervalMillis != 0) {
            throw new IllegalArgumentException(
                    "tick interval: %d ms does not divide a day into bars of 5 minutes to 1 day; use e.g. 5m, 1h, 4h, 1d"
                            .formatted(intervalMillis));
        }
        if (graceMillis < 0 || graceMillis >= intervalMillis) {
            throw new IllegalArgumentException(
                    "tick grace: %d ms, expected 0 or more and less than the interval of %d ms"
                            .formatted(graceMillis, intervalMillis));
        }
    }

    /** The bar that holds an instant. */
    public long barOf(long eventTime) {
        return Math.floorDiv(eventTime, intervalMillis);
    }

    public long start(long bar) {
        return bar * intervalMillis;
    }

    public long end(long bar) {
        return (bar + 1) * intervalMillis;
    }

    /** The decision instant of a bar: the first at which all of it that is not late is known. */
    public long tick(long bar) {
        return end(bar) + graceMillis;
    }

    /** The first tick at or after an instant: where an event available then is folded. */
    public long tickOf(long availableAt) {
        return -Math.floorDiv(graceMillis - availableAt, intervalMillis) * intervalMillis + graceMillis;
    }

    /** The bar that is decided on at a tick. */
    public long barAt(long tick) {
        return Math.floorDiv(tick - graceMillis, intervalMillis) - 1;
    }

    /** Whether an instant is a tick. */
    public boolean isTick(long instant) {
        return Math.floorMod(instant - graceMillis, intervalMillis) == 0;
    }

    /** Number of bars in a day. */
    public int barsPerDay() {
        return (int) (DAY / intervalMillis);
    }
}
