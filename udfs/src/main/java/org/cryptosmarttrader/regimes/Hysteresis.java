package org.cryptosmarttrader.regimes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.cryptosmarttrader.time.TickGrid;

/**
 * Three levels and not knowing. After a switch the next has to wait for the dwell; values missing for three hours end what
 * is known, and the first value after them sets the level at once, without a dwell before or behind it.
 *
 * <p>Source: definitions H.5.
 */
final class Hysteresis {

    static final long DWELL = 6 * TickGrid.HOUR;
    static final long PATIENCE = 3 * TickGrid.HOUR;

    private final Thresholds thresholds;
    private final long interval;
    private boolean isKnown;
    private int level;
    private long newest = Long.MIN_VALUE;
    private long freeFrom = Long.MIN_VALUE;

    /** @param interval of the ticks, milliseconds */
    Hysteresis(Thresholds thresholds, long interval) {
        this.thresholds = thresholds;
        this.interval = interval;
    }

    /**
     * Takes the value of a tick, NaN if it is missing; ticks left out count as missing.
     *
     * @throws IllegalArgumentException if the tick is not behind the newest value
     */
    void take(long tick, double value) {
        requireNext(tick);
        if (Double.isNaN(value)) {
            isKnown = isKnown && tick - newest < PATIENCE;
            return;
        }
        if (isKnown && tick - interval - newest < PATIENCE) {
            move(tick, thresholds.next(level, value));
        } else {
            isKnown = true;
            level = thresholds.next(0, value);
            freeFrom = tick;
        }
        newest = tick;
    }

    private void requireNext(long tick) {
        if (tick <= newest) {
            throw new IllegalArgumentException(
                    "regime: value of tick %d behind that of %d, expected ticks in their order"
                            .formatted(tick, newest));
        }
    }

    private void move(long tick, int next) {
        if (next != level && tick >= freeFrom) {
            level = next;
            freeFrom = tick + DWELL;
        }
    }

    boolean isKnown() {
        return isKnown;
    }

    /** 1 in the upper state, 0 in the middle, −1 in the lower. */
    int level() {
        return level;
    }

    /** Becomes what another of the same settings is. */
    void takeOver(Hysteresis other) {
        isKnown = other.isKnown;
        level = other.level;
        newest = other.newest;
        freeFrom = other.freeFrom;
    }

    void write(DataOutput out) throws IOException {
        out.writeBoolean(isKnown);
        out.writeByte(level);
        out.writeLong(newest);
        out.writeLong(freeFrom);
    }

    void read(DataInput in) throws IOException {
        isKnown = in.readBoolean();
        level = in.readByte();
        newest = in.readLong();
        freeFrom = in.readLong();
    }
}
