package org.cryptosmarttrader.wire.trials;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.cryptosmarttrader.evaluation.SharpeRatio;
import org.cryptosmarttrader.wire.Required;

/**
 * One try: what was asked for and what came of it. The same try again is the same trial.
 *
 * @param id identity: the run of a backtest; horizon, member and version of a trained model; run and settings of a search
 * @param kind {@code backtest}, {@code train} or {@code search}
 * @param program name and version
 * @param configuration hash of the settings
 * @param archive root over the content read; null if not known
 * @param from first decision, ISO 8601
 * @param until last decision
 * @param horizons e.g. {@code 24h}
 * @param varied what was set otherwise than conf says, and what the command chose, by name
 * @param accounts of a backtest: by quote currency and lane
 * @param scores of a training: on the block held back, by name
 * @param returns file of hourly returns, in the folder of returns; null if there are none
 * @param returnsSha256 hash of that file
 */
public record Trial(
        @Required String id,
        @Required String kind,
        @Required String program,
        String configuration,
        String archive,
        String from,
        String until,
        @Required List<String> horizons,
        SortedMap<String, String> varied,
        SortedMap<String, SortedMap<String, Figures>> accounts,
        SortedMap<String, Double> scores,
        String returns,
        String returnsSha256) {

    public static final String BACKTEST = "backtest";
    public static final String TRAIN = "train";
    public static final String SEARCH = "search";

    public Trial {
        horizons = List.copyOf(horizons);
        accounts = accounts == null ? Collections.emptySortedMap() : accounts;
        scores = scores == null ? Collections.emptySortedMap() : scores;
    }

    /**
     * What an account made of its hours.
     *
     * @param hours number of hourly returns
     * @param sharpe ratio per hour; null if the account never changed
     * @param skewness null if it never changed
     * @param kurtosis null if it never changed
     * @param total return of the whole span; null without an hour
     */
    public record Figures(int hours, Double sharpe, Double skewness, Double kurtosis, Double total) {

        public static Figures of(double[] hourly) {
            SharpeRatio ratio = SharpeRatio.of(hourly);
            double worth = 1;
            for (double value : hourly) {
                worth *= 1 + value;
            }
            return new Figures(
                    hourly.length,
                    known(ratio.perPeriod()),
                    known(ratio.skewness()),
                    known(ratio.kurtosis()),
                    hourly.length == 0 ? null : known(worth - 1));
        }

        private static Double known(double value) {
            return Double.isFinite(value) ? value : null;
        }
    }
}
