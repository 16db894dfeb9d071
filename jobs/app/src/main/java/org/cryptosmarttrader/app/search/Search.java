package org.cryptosmarttrader.app.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.app.runs.Version;
import org.cryptosmarttrader.book.BookSettings;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.Performance;
import org.cryptosmarttrader.evaluation.WalkForwardChoice;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.serving.trials.CountedTrials;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.runs.RunManifest;
import org.cryptosmarttrader.wire.trials.HourlyReturns;
import org.cryptosmarttrader.wire.trials.Trial;
import org.cryptosmarttrader.wire.trials.TrialLedger;

/**
 * Other ways to trade one run's forecasts. Each of them is a trial of the archive's ledger before anything is said of it; the
 * result is what choosing among them by the past alone would have brought.
 *
 * @param run whose forecasts are traded
 * @param replay what its book heard
 * @param ways settings by what they set otherwise than the run's
 * @param window hours looked back on at each choice
 * @param step hours from choice to choice
 * @param atOnce replays at a time
 */
public record Search(RunManifest run, BookReplay replay, List<Way> ways, int window, int step, int atOnce) {

    /** @throws IllegalArgumentException if nothing of the run is left behind the first window */
    public Search {
        ways = List.copyOf(ways);
        long hours = (run.until() - run.emitFrom()) / TickGrid.HOUR;
        if (window >= hours) {
            throw new IllegalArgumentException(
                    "--window %d h: run %s is %,d h long, nothing is left to choose in; name a shorter one, e.g. --window %dh --step %dh"
                            .formatted(window, run.run(), hours, Math.max(2, hours / 3), Math.max(1, hours / 12)));
        }
    }

    /** One way to trade: what is set otherwise than the run's settings, and the book's settings with it. */
    public record Way(SortedMap<String, String> set, BookSettings settings) {}

    private record Tried(String id, Way way, SortedMap<String, SortedMap<Lane, Replayed>> accounts) {}

    /**
     * Tries every way.
     *
     * @return results of each account of the run's pairs in which anything was traded
     * @throws IOException if the ledger cannot be written
     */
    public List<SearchResult> of(TrialLedger ledger) throws IOException, InterruptedException {
        List<Tried> tried =
                Parallel.map(ways, atOnce, way -> new Tried(id(way), way, Replayed.of(replay, way.settings())));
        for (Tried trial : tried) {
            ledger.add(trial(trial, ledger));
        }
        CountedTrials counted = CountedTrials.of(ledger);
        List<SearchResult> results = new ArrayList<>();
        tried.get(0).accounts().forEach((quote, lanes) -> lanes.keySet().forEach(lane -> {
            if (tried.stream().anyMatch(trial -> account(trial, quote, lane).fills() > 0)) {
                results.add(result(tried, quote, lane, counted));
            }
        }));
        return results;
    }

    private static Replayed account(Tried trial, String quote, Lane lane) {
        return trial.accounts().get(quote).get(lane);
    }

    /** The same run with the same settings is the same trial, whenever it is tried. */
    private String id(Way way) {
        byte[] words = (run.run() + way.set()).getBytes(StandardCharsets.UTF_8);
        return "search-" + Sha256.hex(Sha256.of(words)).substring(0, 16);
    }

    private Trial trial(Tried tried, TrialLedger ledger) throws IOException {
        SortedMap<String, SortedMap<String, HourlyReturns>> returns = new TreeMap<>();
        SortedMap<String, SortedMap<String, Trial.Figures>> figures = new TreeMap<>();
        tried.accounts()
                .forEach((quote, lanes) -> lanes.forEach((lane, account) -> {
                    returns.computeIfAbsent(quote, absent -> new TreeMap<>()).put(lane.name(), account.returns());
                    figures.computeIfAbsent(quote, absent -> new TreeMap<>())
                            .put(lane.name(), Trial.Figures.of(account.returns().values()));
                }));
        HourlyReturns.Filed filed = HourlyReturns.write(ledger, tried.id(), returns);
        SortedMap<String, String> varied = new TreeMap<>(run.overrides());
        varied.putAll(tried.way().set());
        varied.put("forecasts", run.run());
        return new Trial(
                tried.id(),
                Trial.SEARCH,
                Version.program(),
                run.configHash(),
                run.archive() == null ? null : run.archive().content(),
                Instant.ofEpochMilli(run.emitFrom()).toString(),
                Instant.ofEpochMilli(run.until()).toString(),
                run.horizons(),
                varied,
                figures,
                null,
                filed.name(),
                filed.sha256());
    }

    private SearchResult result(List<Tried> tried, String quote, Lane lane, CountedTrials counted) {
        List<HourlyReturns> returns = tried.stream()
                .map(trial -> account(trial, quote, lane).returns())
                .toList();
        WalkForwardChoice choice =
                WalkForwardChoice.of(returns.stream().map(HourlyReturns::values).toList(), window, step);
        HourlyReturns chosen = new HourlyReturns(returns.get(0).firstHour() + window, choice.returns());
        List<SearchResult.Row> rows = new ArrayList<>();
        for (Tried trial : tried) {
            Replayed account = account(trial, quote, lane);
            double deflated = counted.deflated(trial.id(), quote, lane.name(), account.returns());
            rows.add(row(trial.way().set(), account.returns(), account.fills(), deflated));
        }
        String id = "search-of-" + run.run();
        return new SearchResult(
                run.run(),
                quote,
                lane.name(),
                window,
                step,
                rows,
                row(new TreeMap<>(Map.of()), chosen, null, counted.deflated(id, quote, lane.name(), chosen)),
                counted.selection(id, quote, lane.name(), chosen),
                choice.steps().stream().map(WalkForwardChoice.Step::chosen).toList());
    }

    private static SearchResult.Row row(
            SortedMap<String, String> set, HourlyReturns returns, Integer fills, double deflated) {
        Performance performance = Performance.of(returns.values(), Horizon.HOURS_PER_YEAR);
        return new SearchResult.Row(
                set,
                performance.totalReturn(),
                known(performance.sharpeAnnual()),
                performance.maxDrawdown(),
                fills,
                known(deflated));
    }

    private static Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
