package org.cryptosmarttrader.gates;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.cryptosmarttrader.time.TickGrid;

/**
 * How much authentic history stands behind a horizon: the counting hours met when walking back from the newest matured one
 * to the first run of more than 6 hours that do not count. Shorter gaps are bridged and not counted. On other grids a bar
 * stands for its length in hours.
 *
 * <p>Mutable, not thread-safe; part of the state of one key. See docs/glossary.md, training gate.
 */
public final class TrainingGate {

    private static final long LONGEST_GAP = 6 * TickGrid.HOUR;

    private final long intervalMillis;
    private long newest = Long.MIN_VALUE;
    private long counted;
    private long live;

    /** Bars since the last one that counted. */
    private long gap;

    public TrainingGate(TickGrid grid) {
        this(grid.intervalMillis());
    }

    private TrainingGate(long intervalMillis) {
        this.intervalMillis = intervalMillis;
    }

    public TrainingGate copy() {
        TrainingGate copy = new TrainingGate(intervalMillis);
        copy.newest = newest;
        copy.counted = counted;
        copy.live = live;
        copy.gap = gap;
        return copy;
    }

    /**
     * Whether a bar counts: at least half of the required pairs have an authentic feature row and a matured label.
     *
     * @param whole number of required pairs that have both
     * @param required number of required pairs
     */
    public static boolean counts(int whole, int required) {
        return whole > 0 && 2 * whole >= required;
    }

    /**
     * Takes in the next matured decision bar; bars left out do not count.
     *
     * @param counts as {@link #counts} says
     * @param isLive whether its rows were received live and not imported
     * @throws IllegalArgumentException if the bar is not after the last one
     */
    public void add(long bar, boolean counts, boolean isLive) {
        if (bar <= newest) {
            throw new IllegalArgumentException(
                    "training gate: bar %d after bar %d; each matured bar comes once and in order"
                            .formatted(bar, newest));
        }
        gap += newest == Long.MIN_VALUE ? 0 : bar - newest - 1;
        resetAfterGap();
        newest = bar;
        if (!counts) {
            gap++;
            resetAfterGap();
            return;
        }
        gap = 0;
        counted++;
        live += isLive ? 1 : 0;
    }

    private void resetAfterGap() {
        if (gap * intervalMillis > LONGEST_GAP) {
            counted = 0;
            live = 0;
        }
    }

    /** How far the gate is on its way to open. */
    public TrainingProgress progress(GateSettings settings) {
        return new TrainingProgress(
                counted * intervalMillis,
                live * intervalMillis,
                (long) Math.ceil(settings.minimumTrainingHours() * TickGrid.HOUR),
                (long) Math.ceil(settings.minimumLiveWeeks() * 7 * TickGrid.DAY));
    }

    public void write(DataOutput out) throws IOException {
        out.writeLong(intervalMillis);
        out.writeLong(newest);
        out.writeLong(counted);
        out.writeLong(live);
        out.writeLong(gap);
    }

    public static TrainingGate read(DataInput in) throws IOException {
        TrainingGate read = new TrainingGate(in.readLong());
        read.newest = in.readLong();
        read.counted = in.readLong();
        read.live = in.readLong();
        read.gap = in.readLong();
        return read;
    }
}
