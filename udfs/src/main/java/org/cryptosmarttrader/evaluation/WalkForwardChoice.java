package org.cryptosmarttrader.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * What choosing among trials would have brought, had one chosen at each step by what was known then: the trial with the best
 * Sharpe ratio over the window before it, held until the next step. Where no trial had a ratio nothing is held.
 *
 * <p>The trials keep accounts of their own; moving from one to another costs nothing here, which flatters frequent changes.
 *
 * @param returns behind the first window, period after period
 * @param steps one after another
 */
public record WalkForwardChoice(double[] returns, List<Step> steps) {

    /** Nothing was chosen. */
    public static final int NONE = -1;

    public WalkForwardChoice {
        steps = List.copyOf(steps);
    }

    /**
     * From a period to the one before the next step.
     *
     * @param from first period
     * @param until behind the last
     * @param chosen number of the trial, {@link #NONE} if none had a ratio
     * @param sharpe per period, of the chosen one over the window before; NaN if none
     */
    public record Step(int from, int until, int chosen, double sharpe) {}

    /**
     * @param trials returns of each, period after period, all of one length
     * @param window periods looked back on, at least 2
     * @param step periods from choice to choice, at least 1
     * @throws IllegalArgumentException if there is no trial, their lengths differ, or nothing is left behind the first window
     */
    public static WalkForwardChoice of(List<double[]> trials, int window, int step) {
        int periods = trials.isEmpty() ? 0 : trials.get(0).length;
        boolean isOneLength = trials.stream().allMatch(trial -> trial.length == periods);
        if (trials.isEmpty() || !isOneLength || window < 2 || step < 1 || window >= periods) {
            throw new IllegalArgumentException(
                    "walk-forward choice: %d trials of %d periods, window %d, step %d; expected at least one, all as long, and more periods than the window"
                            .formatted(trials.size(), periods, window, step));
        }
        double[] returns = new double[periods - window];
        List<Step> steps = new ArrayList<>();
        for (int from = window; from < periods; from += step) {
            Step chosen = choose(trials, from - window, from, Math.min(from + step, periods));
            for (int period = from; period < chosen.until(); period++) {
                returns[period - window] = chosen.chosen() == NONE ? 0 : trials.get(chosen.chosen())[period];
            }
            steps.add(chosen);
        }
        return new WalkForwardChoice(returns, steps);
    }

    private static Step choose(List<double[]> trials, int windowFrom, int from, int until) {
        int best = NONE;
        double most = Double.NaN;
        for (int trial = 0; trial < trials.size(); trial++) {
            double[] window = new double[from - windowFrom];
            System.arraycopy(trials.get(trial), windowFrom, window, 0, window.length);
            double sharpe = SharpeRatio.of(window).perPeriod();
            if (!Double.isNaN(sharpe) && !(sharpe <= most)) {
                best = trial;
                most = sharpe;
            }
        }
        return new Step(from, until, best, most);
    }
}
