package org.cryptosmarttrader.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.cryptosmarttrader.features.regime.HiddenState;

/**
 * Gaussian hidden states fitted to log returns by Baum and Welch, from a fixed start and for a fixed number of rounds, so that
 * equal returns give equal numbers. A missing return (NaN) only moves the states on. Not thread-safe.
 *
 * <p>Source: Rabiner 1989, A tutorial on hidden Markov models, sections III.C and V.A (scaling).
 */
public final class HiddenMarkovFit {

    /** Probability of staying in a state, before the first round. */
    private static final double STAYING = 0.95;

    private final double[] returns;
    private final int states;
    private final double[] start;
    private final double[][] transitions;
    private final double[] means;
    private final double[] deviations;
    private final double[][] densities;
    private final double[][] forward;
    private final double[][] backward;
    private final double[] scales;

    private HiddenMarkovFit(double[] returns, int states) {
        this.returns = returns;
        this.states = states;
        start = new double[states];
        Arrays.fill(start, 1.0 / states);
        transitions = new double[states][states];
        for (int i = 0; i < states; i++) {
            Arrays.fill(transitions[i], (1 - STAYING) / (states - 1));
            transitions[i][i] = STAYING;
        }
        double[] seen = Arrays.stream(returns).filter(x -> !Double.isNaN(x)).toArray();
        double mean = Arrays.stream(seen).sum() / seen.length;
        double square = Arrays.stream(seen).map(x -> (x - mean) * (x - mean)).sum() / seen.length;
        means = new double[states];
        Arrays.fill(means, mean);
        deviations = new double[states];
        // from half to twice the deviation of all
        Arrays.setAll(deviations, i -> Math.sqrt(square) * StrictMath.pow(2, 2.0 * i / (states - 1) - 1));
        densities = new double[returns.length][states];
        forward = new double[returns.length][states];
        backward = new double[returns.length][states];
        scales = new double[returns.length];
    }

    /**
     * The states, ascending by deviation.
     *
     * @param returns in the order of their bars, NaN where one is missing
     * @param states two or three
     * @param rounds how often the parameters are estimated anew
     */
    public static List<HiddenState> of(double[] returns, int states, int rounds) {
        HiddenMarkovFit fit = new HiddenMarkovFit(returns, states);
        for (int round = 0; round < rounds; round++) {
            fit.expect();
            fit.maximise();
        }
        return fit.ordered();
    }

    private void expect() {
        for (int t = 0; t < returns.length; t++) {
            for (int i = 0; i < states; i++) {
                double distance = (returns[t] - means[i]) / deviations[i];
                densities[t][i] =
                        Double.isNaN(distance) ? 1 : StrictMath.exp(-0.5 * distance * distance) / deviations[i];
            }
        }
        for (int t = 0; t < returns.length; t++) {
            forward(t);
        }
        for (int t = returns.length - 1; t >= 0; t--) {
            backward(t);
        }
    }

    private void forward(int t) {
        scales[t] = 0;
        for (int to = 0; to < states; to++) {
            double reached = t == 0 ? start[to] : 0;
            for (int from = 0; t > 0 && from < states; from++) {
                reached += forward[t - 1][from] * transitions[from][to];
            }
            forward[t][to] = reached * densities[t][to];
            scales[t] += forward[t][to];
        }
        for (int to = 0; to < states; to++) {
            forward[t][to] /= scales[t];
        }
    }

    private void backward(int t) {
        for (int from = 0; from < states; from++) {
            double ahead = t == returns.length - 1 ? 1 : 0;
            for (int to = 0; t < returns.length - 1 && to < states; to++) {
                ahead += transitions[from][to] * densities[t + 1][to] * backward[t + 1][to] / scales[t + 1];
            }
            backward[t][from] = ahead;
        }
    }

    private void maximise() {
        double[][] moved = moved();
        for (int i = 0; i < states; i++) {
            start[i] = forward[0][i] * backward[0][i];
            double all = Arrays.stream(moved[i]).sum();
            for (int to = 0; to < states; to++) {
                transitions[i][to] = moved[i][to] / all;
            }
            estimateNormal(i);
        }
    }

    /** Expected number of moves from each state to each. */
    private double[][] moved() {
        double[][] moved = new double[states][states];
        for (int t = 0; t + 1 < returns.length; t++) {
            for (int from = 0; from < states; from++) {
                for (int to = 0; to < states; to++) {
                    moved[from][to] += forward[t][from]
                            * transitions[from][to]
                            * densities[t + 1][to]
                            * backward[t + 1][to]
                            / scales[t + 1];
                }
            }
        }
        return moved;
    }

    private void estimateNormal(int state) {
        double weights = 0;
        double sum = 0;
        for (int t = 0; t < returns.length; t++) {
            if (!Double.isNaN(returns[t])) {
                weights += forward[t][state] * backward[t][state];
                sum += forward[t][state] * backward[t][state] * returns[t];
            }
        }
        means[state] = sum / weights;
        double squares = 0;
        for (int t = 0; t < returns.length; t++) {
            if (!Double.isNaN(returns[t])) {
                double deviation = returns[t] - means[state];
                squares += forward[t][state] * backward[t][state] * deviation * deviation;
            }
        }
        deviations[state] = Math.sqrt(squares / weights);
    }

    private List<HiddenState> ordered() {
        List<Integer> order = IntStream.range(0, states)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> deviations[i]))
                .toList();
        return order.stream()
                .map(i -> new HiddenState(
                        start[i],
                        means[i],
                        deviations[i],
                        order.stream().map(to -> transitions[i][to]).toList()))
                .toList();
    }
}
