package org.cryptosmarttrader.gates;

import java.util.List;
import org.cryptosmarttrader.time.TickGrid;

/**
 * How far a training gate is on its way to open, in the words of the status page. Completed weeks and the percentage are
 * rounded down, remaining weeks up, in whole arithmetic: 99.9% is not open.
 *
 * <p>See docs/glossary.md, training gate.
 *
 * @param countedMillis counting time behind the newest matured hour
 * @param liveMillis part of it that was received live
 * @param requiredMillis counting time needed, 12 weeks by default
 * @param requiredLiveMillis live time needed, 0 by default
 */
public record TrainingProgress(long countedMillis, long liveMillis, long requiredMillis, long requiredLiveMillis) {

    private static final long WEEK = 7 * TickGrid.DAY;

    /** The progress of the system: that of its slowest horizon; of equal ones the first. */
    public static TrainingProgress slowest(List<TrainingProgress> horizons) {
        TrainingProgress slowest = horizons.get(0);
        for (TrainingProgress horizon : horizons) {
            if (horizon.countedMillis < slowest.countedMillis) {
                slowest = horizon;
            }
        }
        return slowest;
    }

    public double hours() {
        return (double) countedMillis / TickGrid.HOUR;
    }

    public double weeks() {
        return (double) countedMillis / WEEK;
    }

    /** {@code live_weeks}: the live part, unrounded. */
    public double liveWeeks() {
        return (double) liveMillis / WEEK;
    }

    public boolean isOpen() {
        return countedMillis >= requiredMillis && liveMillis >= requiredLiveMillis;
    }

    /** {@code training_progress}, e.g. {@code 49.6%}. */
    public String percent() {
        long tenths = Math.min(1_000, 1_000 * countedMillis / requiredMillis);
        return tenths / 10 + "." + tenths % 10 + "%";
    }

    /** {@code weeks_completed}: rounded down to a tenth. */
    public double weeksCompleted() {
        return 10 * countedMillis / WEEK / 10.0;
    }

    /** {@code weeks_remaining}: rounded up to a tenth. */
    public double weeksRemaining() {
        return (10 * Math.max(0, requiredMillis - countedMillis) + WEEK - 1) / WEEK / 10.0;
    }

    /** Time until the gate opens if every hour from now on counts and is live. */
    public long remainingMillis() {
        return Math.max(0, Math.max(requiredMillis - countedMillis, requiredLiveMillis - liveMillis));
    }
}
