package org.cryptosmarttrader.serving.trials;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.evaluation.BacktestOverfitting;
import org.cryptosmarttrader.evaluation.DeflatedSharpe;
import org.cryptosmarttrader.evaluation.SharpeRatio;

/**
 * What the Sharpe ratio of an account is worth among all trials of its archive. Ratios are per hour.
 *
 * @param trials of the ledger, trainings among them, this run included
 * @param withRatio of these, backtests whose account of this lane and currency has a Sharpe ratio
 * @param hours number of hourly returns
 * @param sharpe ratio per hour
 * @param benchmark ratio that luck explains: what the best of so many worthless trials would show
 * @param deflatedSharpe probability that the true ratio exceeds it
 * @param compared backtests that cover this run's hours, this run included
 * @param blocks of time that the probability of overfitting is taken from; 0 if there are too few hours
 * @param overfitting probability that what is best in one half of the time is below the middle in the other
 * @param promising whether both say that more than luck and choice is behind it
 * @param unmeasured why a field is null, by field
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Selection(
        int trials,
        int withRatio,
        int hours,
        Double sharpe,
        Double benchmark,
        Double deflatedSharpe,
        int compared,
        int blocks,
        Double overfitting,
        boolean promising,
        SortedMap<String, String> unmeasured) {

    /** A block shorter than a day would hold the same positions as its neighbours. */
    private static final int HOURS_PER_BLOCK = 24;

    /**
     * @param own hourly returns of the account
     * @param trials of the ledger, at least 1
     * @param sharpes per hour, of the trials that have one
     * @param compared hourly returns of trials over the same hours, the account's own among them
     */
    static Selection of(double[] own, int trials, double[] sharpes, List<double[]> compared) {
        SortedMap<String, String> unmeasured = new TreeMap<>();
        SharpeRatio ratio = SharpeRatio.of(own);
        boolean isFlat = Double.isNaN(ratio.perPeriod());
        DeflatedSharpe deflated = DeflatedSharpe.of(ratio, trials, sharpes);
        int blocks = BacktestOverfitting.blocksFor(own.length, HOURS_PER_BLOCK);
        if (isFlat) {
            for (String field : List.of("sharpe", "benchmark", "deflatedSharpe", "overfitting")) {
                unmeasured.put(field, "the account never changed, or has too few hours");
            }
            return new Selection(
                    trials,
                    sharpes.length,
                    own.length,
                    null,
                    null,
                    null,
                    compared.size(),
                    blocks,
                    null,
                    false,
                    unmeasured);
        }
        Double probability = known(unmeasured, "deflatedSharpe", deflated.probability(), trials, sharpes.length);
        Double overfitting = overfitting(unmeasured, compared, blocks, own.length);
        return new Selection(
                trials,
                sharpes.length,
                own.length,
                ratio.perPeriod(),
                known(unmeasured, "benchmark", deflated.benchmark(), trials, sharpes.length),
                probability,
                compared.size(),
                blocks,
                overfitting,
                probability != null
                        && overfitting != null
                        && probability >= DeflatedSharpe.PROMISING
                        && overfitting <= BacktestOverfitting.LIMIT,
                unmeasured);
    }

    private static Double known(
            SortedMap<String, String> unmeasured, String field, double value, int trials, int withRatio) {
        if (Double.isFinite(value)) {
            return value;
        }
        unmeasured.put(
                field,
                withRatio < 2
                        ? "%d of %d trials have a Sharpe ratio, 2 needed to know how far they scatter"
                                .formatted(withRatio, trials)
                        : "the returns are too skewed for their number");
        return null;
    }

    private static Double overfitting(
            SortedMap<String, String> unmeasured, List<double[]> compared, int blocks, int hours) {
        if (compared.size() < 2) {
            unmeasured.put("overfitting", "no other trial covers these hours: nothing was chosen from");
            return null;
        }
        if (blocks == 0) {
            unmeasured.put(
                    "overfitting",
                    "%d hours, %d needed for four blocks of a day".formatted(hours, 4 * HOURS_PER_BLOCK));
            return null;
        }
        return BacktestOverfitting.of(compared.toArray(double[][]::new), blocks).probability();
    }
}
