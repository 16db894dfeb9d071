package org.cryptosmarttrader.serving.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;
import org.cryptosmarttrader.wire.trials.HourlyReturns;
import org.cryptosmarttrader.wire.trials.Trial;
import org.cryptosmarttrader.wire.trials.TrialLedger;

/**
 * A run among all trials, as its ledger stood when they were counted. It lies beside the run's datasets.
 *
 * @param lines of the ledger
 * @param head of its chain behind them: a ledger that lost or changed one of them has another
 * @param trials counted, each once
 * @param accounts by quote currency and lane
 */
public record RunTrials(int lines, String head, int trials, SortedMap<String, SortedMap<String, Selection>> accounts) {

    /** Name of the file in a run's folder. */
    public static final String FILE = "trials.json";

    /** What was counted of an account; null if nothing was. */
    public Selection selection(String quote, String lane) {
        return accounts.getOrDefault(quote, Collections.emptySortedMap()).get(lane);
    }

    /** What was counted when the run ended; empty if it keeps no count. */
    public static Optional<RunTrials> of(RunFolder run) throws IOException {
        Path file = run.root().resolve(FILE);
        return Files.exists(file) ? Optional.of(Json.read(file, RunTrials.class)) : Optional.empty();
    }

    /**
     * Adds a backtest to the ledger, then counts.
     *
     * @param varied what the command chose besides settings, by name
     * @throws IOException if the run or the ledger is damaged, or the ledger cannot be written
     */
    public static RunTrials record(RunFolder run, TrialLedger ledger, SortedMap<String, String> varied)
            throws IOException {
        SortedMap<String, SortedMap<String, HourlyReturns>> returns = AccountReturns.of(run);
        HourlyReturns.Filed filed = HourlyReturns.write(ledger, run.manifest().run(), returns);
        SortedMap<String, String> all = new TreeMap<>(run.manifest().overrides());
        all.putAll(varied);
        ledger.add(trial(run.manifest(), all, returns, filed));
        return count(run, ledger);
    }

    private static Trial trial(
            RunManifest manifest,
            SortedMap<String, String> varied,
            SortedMap<String, SortedMap<String, HourlyReturns>> returns,
            HourlyReturns.Filed filed) {
        SortedMap<String, SortedMap<String, Trial.Figures>> accounts = new TreeMap<>();
        returns.forEach((quote, lanes) -> {
            SortedMap<String, Trial.Figures> figures = new TreeMap<>();
            lanes.forEach((lane, hourly) -> figures.put(lane, Trial.Figures.of(hourly.values())));
            accounts.put(quote, figures);
        });
        return new Trial(
                manifest.run(),
                Trial.BACKTEST,
                manifest.codeVersion(),
                manifest.configHash(),
                manifest.archive() == null ? null : manifest.archive().content(),
                Instant.ofEpochMilli(manifest.emitFrom()).toString(),
                Instant.ofEpochMilli(manifest.until()).toString(),
                manifest.horizons(),
                varied,
                accounts,
                null,
                filed.name(),
                filed.sha256());
    }

    /**
     * Counts a run among the trials of a ledger as it is now, and keeps the count in the run's folder. A run that is not in
     * the ledger is one trial more.
     */
    public static RunTrials count(RunFolder run, TrialLedger ledger) throws IOException {
        CountedTrials counting = CountedTrials.of(ledger);
        SortedMap<String, SortedMap<String, Selection>> accounts = new TreeMap<>();
        AccountReturns.of(run).forEach((quote, lanes) -> {
            SortedMap<String, Selection> selections = new TreeMap<>();
            lanes.forEach((lane, own) ->
                    selections.put(lane, counting.selection(run.manifest().run(), quote, lane, own)));
            accounts.put(quote, selections);
        });
        RunTrials counted = new RunTrials(
                counting.lines(),
                counting.head(),
                counting.besides(run.manifest().run()) + 1,
                accounts);
        Json.replace(run.root().resolve(FILE), counted);
        return counted;
    }
}
