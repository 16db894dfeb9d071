package org.cryptosmarttrader.features.regime;

import java.io.Serializable;
import java.util.List;

/**
 * A state of a market that is not seen itself; the log return of a bar is normal by it.
 *
 * @param start probability of being in it at first
 * @param mean of the log return of a bar
 * @param deviation its standard deviation, above 0
 * @param transitions probability of each state at the next bar, in the order of the states
 */
public record HiddenState(double start, double mean, double deviation, List<Double> transitions)
        implements Serializable {

    /** @throws IllegalArgumentException if the deviation is not above 0 */
    public HiddenState {
        transitions = List.copyOf(transitions);
        if (!(deviation > 0)) {
            throw new IllegalArgumentException(
                    "hidden state: deviation is %s, needs to be above 0".formatted(deviation));
        }
    }

    /** ln of the normal density at a log return. */
    double logDensity(double logReturn) {
        double distance = (logReturn - mean) / deviation;
        return -0.5 * (distance * distance + StrictMath.log(2 * Math.PI)) - StrictMath.log(deviation);
    }
}
