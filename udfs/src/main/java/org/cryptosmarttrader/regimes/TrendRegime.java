package org.cryptosmarttrader.regimes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Whether the market rises, falls or goes sideways, by its return of a week in standard deviations.
 *
 * <p>Source: definitions H.5.
 */
public final class TrendRegime {

    /** UP from 1 until below 0.5, DOWN mirrored. */
    public static final Thresholds STANDARD = new Thresholds(1, 0.5, -0.5, -1);

    private final Hysteresis machine;

    /** @param interval of the ticks, milliseconds */
    public TrendRegime(Thresholds thresholds, long interval) {
        this.machine = new Hysteresis(thresholds, interval);
    }

    /**
     * Takes the value of a tick and tells the state from then on.
     *
     * @param value {@code trend_strength} of BTC, NaN if it is missing
     * @throws IllegalArgumentException if the tick is not behind that of the newest value
     */
    public TrendState take(long tick, double value) {
        machine.take(tick, value);
        return state();
    }

    public TrendState state() {
        if (!machine.isKnown()) {
            return TrendState.UNKNOWN;
        }
        return switch (machine.level()) {
            case 1 -> TrendState.UP;
            case -1 -> TrendState.DOWN;
            default -> TrendState.SIDEWAYS;
        };
    }

    void takeOver(TrendRegime other) {
        machine.takeOver(other.machine);
    }

    public void write(DataOutput out) throws IOException {
        machine.write(out);
    }

    /** Goes on from what was written. */
    public void read(DataInput in) throws IOException {
        machine.read(in);
    }
}
