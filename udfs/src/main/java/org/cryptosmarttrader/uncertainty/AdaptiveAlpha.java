package org.cryptosmarttrader.uncertainty;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.cryptosmarttrader.domain.Horizon;

/**
 * Adaptive conformal inference: the miss rate that intervals are built for, moved a little by each outcome so that the
 * miss rate met in the long run is the target. At 0 or below the interval is infinite, at 1 or above it is empty.
 *
 * <p>A forecast uses the value in force when it is issued, and its own interval, stored with it, says later whether it
 * missed. The labels of many pairs that mature at one instant are one update, with the share of misses among them as the
 * error: pairs move together, and 33 updates of 33 pairs would swing the value by 33 steps within an hour. With one pair
 * this is the published rule to the digit.
 *
 * <p>State per quote group and horizon. Source: Gibbs, Candès, Adaptive Conformal Inference Under Distribution Shift,
 * NeurIPS 2021. See docs/glossary.md, interval.
 *
 * @param alpha miss rate to build the next intervals for; may leave [0, 1]
 * @param target miss rate wanted in the long run
 * @param gamma step size; 0 switches adaptation off
 */
public record AdaptiveAlpha(double alpha, double target, double gamma) {

    /** @throws IllegalArgumentException if the target lies outside (0, 1), the step is negative or a value is missing */
    public AdaptiveAlpha {
        if (!(target > 0 && target < 1 && gamma >= 0) || !Double.isFinite(alpha)) {
            throw new IllegalArgumentException(
                    "adaptive alpha: alpha %s, target %s, gamma %s; expected a number, one between 0 and 1, 0 or more"
                            .formatted(alpha, target, gamma));
        }
    }

    /** Starts at the target. */
    public static AdaptiveAlpha startingAt(double target, double gamma) {
        return new AdaptiveAlpha(target, target, gamma);
    }

    /**
     * The default step: 0.02 at 1 h, 0.05/24 at 24 h, 0 beyond, where adaptation cost width and gained nothing. Between 1 h
     * and 24 h the smaller of 0.02 and 0.05/h.
     */
    public static double defaultGamma(Horizon horizon) {
        return horizon.hours() > 24 ? 0 : Math.min(0.02, 0.05 / horizon.hours());
    }

    /**
     * After the outcomes that matured at one instant.
     *
     * @param misses how many lay outside the interval issued for them
     * @param outcomes how many matured with a value and an interval; if 0 nothing changes
     * @throws IllegalArgumentException if there are more misses than outcomes
     */
    public AdaptiveAlpha after(int misses, int outcomes) {
        if (misses < 0 || misses > outcomes) {
            throw new IllegalArgumentException(
                    "adaptive alpha: %d misses among %d outcomes".formatted(misses, outcomes));
        }
        if (outcomes == 0) {
            return this;
        }
        double error = (double) misses / outcomes;
        return new AdaptiveAlpha(alpha + gamma * (target - error), target, gamma);
    }

    public void write(DataOutput out) throws IOException {
        out.writeDouble(alpha);
        out.writeDouble(target);
        out.writeDouble(gamma);
    }

    public static AdaptiveAlpha read(DataInput in) throws IOException {
        return new AdaptiveAlpha(in.readDouble(), in.readDouble(), in.readDouble());
    }
}
