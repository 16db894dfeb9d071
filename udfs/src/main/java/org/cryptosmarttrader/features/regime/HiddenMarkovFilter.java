package org.cryptosmarttrader.features.regime;

import java.util.List;

/**
 * How likely each hidden state is after what was seen so far, and only that: α_t(j) ∝ Σ_i α_{t−1}(i)·A_ij·N(x_t; μ_j, σ_j),
 * the first from the start probabilities. Where nothing was seen the states only move on. Not thread-safe.
 *
 * <p>Source: forward recursion, Rabiner 1989, A tutorial on hidden Markov models, section III.A; definitions H.5 c.
 */
public final class HiddenMarkovFilter {

    private final List<HiddenState> states;
    private double[] probabilities;
    private double logLikelihood;

    public HiddenMarkovFilter(HiddenMarkovModel model) {
        this.states = model.states();
    }

    /** Takes the next log return, NaN if it is missing. */
    public void take(double logReturn) {
        double[] next = probabilities == null ? start() : movedOn();
        if (!Double.isNaN(logReturn)) {
            weigh(next, logReturn);
        }
        probabilities = next;
    }

    private double[] start() {
        return states.stream().mapToDouble(HiddenState::start).toArray();
    }

    private double[] movedOn() {
        double[] next = new double[probabilities.length];
        for (int to = 0; to < next.length; to++) {
            for (int from = 0; from < next.length; from++) {
                next[to] += probabilities[from] * states.get(from).transitions().get(to);
            }
        }
        return next;
    }

    /** Densities are taken relative to the greatest, as a return far out makes all of them too small for a double. */
    private void weigh(double[] next, double logReturn) {
        double[] logDensities = states.stream()
                .mapToDouble(state -> state.logDensity(logReturn))
                .toArray();
        double greatest = Double.NEGATIVE_INFINITY;
        for (double logDensity : logDensities) {
            greatest = Math.max(greatest, logDensity);
        }
        double sum = 0;
        for (int i = 0; i < next.length; i++) {
            next[i] *= StrictMath.exp(logDensities[i] - greatest);
            sum += next[i];
        }
        for (int i = 0; i < next.length; i++) {
            next[i] /= sum;
        }
        logLikelihood += greatest + StrictMath.log(sum);
    }

    /**
     * Probability of a state after the newest return.
     *
     * @throws IllegalStateException if none was taken
     */
    public double probability(int state) {
        if (probabilities == null) {
            throw new IllegalStateException("hidden Markov filter: nothing was taken yet");
        }
        return probabilities[state];
    }

    /** ln of the density of all that was seen. */
    public double logLikelihood() {
        return logLikelihood;
    }
}
