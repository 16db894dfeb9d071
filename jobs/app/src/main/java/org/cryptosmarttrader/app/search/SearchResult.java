package org.cryptosmarttrader.app.search;

import java.util.List;
import java.util.SortedMap;
import org.cryptosmarttrader.serving.trials.Selection;

/**
 * What a search found in one account. Ratios are fractions; those of a year are marked.
 *
 * @param run whose forecasts were traded
 * @param quote currency of the account
 * @param lane of the account
 * @param windowHours looked back on at each choice
 * @param stepHours from choice to choice
 * @param trials in the order tried
 * @param chosen what choosing by the past alone brought
 * @param selection what that is worth among all trials of the archive
 * @param steps number of the trial chosen at each step, -1 for none
 */
public record SearchResult(
        String run,
        String quote,
        String lane,
        int windowHours,
        int stepHours,
        List<Row> trials,
        Row chosen,
        Selection selection,
        List<Integer> steps) {

    /**
     * One way to trade.
     *
     * @param settings otherwise than the run's, by name
     * @param totalReturn over all hours looked at
     * @param sharpe per year; null if the account never changed
     * @param maxDrawdown deepest fall, at most 0
     * @param fills executions; null where accounts were changed
     * @param deflated probability that the true ratio exceeds what the best of so many worthless trials would show; null if
     *     unknown
     */
    public record Row(
            SortedMap<String, String> settings,
            double totalReturn,
            Double sharpe,
            double maxDrawdown,
            Integer fills,
            Double deflated) {}
}
