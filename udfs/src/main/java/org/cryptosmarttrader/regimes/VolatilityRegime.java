package org.cryptosmarttrader.regimes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Whether the market is calm, as usual or agitated, by the ratio of its volatilities of a day and a month.
 *
 * <p>Source: definitions H.5.
 */
public final class VolatilityRegime {

    /** HIGH from 1.5 until below 1.2, LOW from 0.6 until above 0.75. */
    public static final Thresholds STANDARD = new Thresholds(1.5, 1.2, 0.75, 0.6);

    private final Hysteresis machine;

    /** @param interval of the ticks, milliseconds */
    public VolatilityRegime(Thresholds thresholds, long interval) {
        this.machine = new Hysteresis(thresholds, interval);
    }

    /**
     * Takes the value of a tick and tells the state from then on.
     *
     * @param value {@code vol_ratio} of BTC, NaN if it is missing
     * @throws IllegalArgumentException if the tick is not behind that of the newest value
     */
    public VolatilityState take(long tick, double value) {
        machine.take(tick, value);
        return state();
    }

    public VolatilityState state() {
        if (!machine.isKnown()) {
            return VolatilityState.UNKNOWN;
        }
        return switch (machine.level()) {
            case 1 -> VolatilityState.HIGH;
            case -1 -> VolatilityState.LOW;
            default -> VolatilityState.NORMAL;
        };
    }

    void takeOver(VolatilityRegime other) {
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
