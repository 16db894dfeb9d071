package org.cryptosmarttrader.time;

import java.io.Serializable;

/**
 * Whether an event is late, and whether it is too late to heal history: properties of the event, never of the run.
 *
 * <p>See docs/glossary.md, late.
 *
 * @param allowedMillis longest delay that is not late, in milliseconds; equality is not late
 * @param healLimitMillis longest delay with which an event may still change an existing bar; equality heals
 */
public record Lateness(long allowedMillis, long healLimitMillis) implements Serializable {

    /** @throws IllegalArgumentException if a limit is negative or healing ends before lateness begins */
    public Lateness {
        if (allowedMillis < 0 || healLimitMillis < allowedMillis) {
            throw new IllegalArgumentException(
                    "lateness: allowed %d ms, heal limit %d ms; expected 0 <= allowed <= heal limit"
                            .formatted(allowedMillis, healLimitMillis));
        }
    }

    /**
     * @param happenedAt event time of a trade, end of a bar delivered ready-made
     * @param availableAt when the event could first be known
     */
    public boolean isLate(long happenedAt, long availableAt) {
        return availableAt - happenedAt > allowedMillis;
    }

    /** Whether an event comes after the limit up to which an existing bar is computed again; parameters as above. */
    public boolean isBeyondHealing(long happenedAt, long availableAt) {
        return availableAt - happenedAt > healLimitMillis;
    }
}
