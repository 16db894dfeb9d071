package org.cryptosmarttrader.features.regime;

import java.io.Serializable;
import java.util.List;

/**
 * Hidden states and when they were fitted.
 *
 * @param interval of the bars whose returns were fitted, milliseconds
 * @param fittedFrom first instant of the bars fitted
 * @param fittedUntil end of the last of them
 * @param states two or three, ascending by their deviation
 */
public record HiddenMarkovModel(long interval, long fittedFrom, long fittedUntil, List<HiddenState> states)
        implements Serializable {

    /** Rounding of probabilities written in decimals. */
    private static final double ROUNDING = 1e-9;

    /** @throws IllegalArgumentException if the states are no model, or the span is empty */
    public HiddenMarkovModel {
        states = List.copyOf(states);
        if (states.size() < 2 || states.size() > 3) {
            throw new IllegalArgumentException("hidden Markov model: %d states, needs 2 or 3".formatted(states.size()));
        }
        if (fittedFrom >= fittedUntil) {
            throw new IllegalArgumentException(
                    "hidden Markov model: fitted from %d until %d, needs a span".formatted(fittedFrom, fittedUntil));
        }
        requireSum("start", states.stream().map(HiddenState::start).toList(), states.size());
        for (int i = 0; i < states.size(); i++) {
            requireSum("transitions of state " + (i + 1), states.get(i).transitions(), states.size());
            if (i > 0 && states.get(i).deviation() < states.get(i - 1).deviation()) {
                throw new IllegalArgumentException(
                        "hidden Markov model: state %d deviates less than the one before it".formatted(i + 1));
            }
        }
    }

    private static void requireSum(String what, List<Double> probabilities, int states) {
        double sum = 0;
        boolean isEach = probabilities.size() == states;
        for (double probability : probabilities) {
            sum += probability;
            isEach &= probability >= 0;
        }
        if (!isEach || Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException("hidden Markov model: %s are %s, need %d probabilities that sum to 1"
                    .formatted(what, probabilities, states));
        }
    }

    /** Every number bit by bit, for fingerprints. */
    String text() {
        StringBuilder text = new StringBuilder("%d %d %d".formatted(interval, fittedFrom, fittedUntil));
        for (HiddenState state : states) {
            append(text, state.start());
            append(text, state.mean());
            append(text, state.deviation());
            state.transitions().forEach(probability -> append(text, probability));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, double number) {
        text.append(' ').append(Double.toHexString(number));
    }
}
