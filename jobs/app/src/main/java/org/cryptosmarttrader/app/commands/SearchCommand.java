package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Span;
import org.cryptosmarttrader.app.search.BookReplay;
import org.cryptosmarttrader.app.search.ReplayCheck;
import org.cryptosmarttrader.app.search.Search;
import org.cryptosmarttrader.app.search.SearchResult;
import org.cryptosmarttrader.app.search.SearchSpace;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;
import org.cryptosmarttrader.wire.trials.TrialLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cst search}: other settings of strategy, portfolio, risk and execution over a backtest's forecasts. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description =
                "Trade a backtest's forecasts in other ways, each a trial of the ledger, and choose among them as time goes on.")
public final class SearchCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(index = "0", paramLabel = "RUN", description = "output of cst backtest")
    private Path run;

    @Option(names = "--archive", required = true, paramLabel = "DIR", description = "archive the run was made from")
    private Path archive;

    @Option(names = "--conf", paramLabel = "DIR", description = "folder of the settings the run had (default: conf/)")
    private Path conf = Common.home().resolve("conf");

    @Option(
            names = "--over",
            required = true,
            paramLabel = "FILE.KEY=V1,V2",
            description =
                    "values to try of a setting of strategy, risk or execution; named several times, every combination is tried")
    private List<String> over = new ArrayList<>();

    @Option(
            names = "--window",
            paramLabel = "LENGTH",
            converter = DurationWord.class,
            description = "time looked back on at each choice (default: 180d)")
    private long window = 180 * TickGrid.DAY;

    @Option(
            names = "--step",
            paramLabel = "LENGTH",
            converter = DurationWord.class,
            description = "time from choice to choice (default: 28d)")
    private long step = 28 * TickGrid.DAY;

    @Option(names = "--at-once", paramLabel = "N", description = "replays at a time (default: one for each processor)")
    private int atOnce = Runtime.getRuntime().availableProcessors();

    @Option(names = "--out", paramLabel = "FILE", description = "write the results as JSON (default: print them alone)")
    private Path out;

    @Mixin
    private TrialsOption trials;

    @Mixin
    private JobOptions job;

    @Override
    public Integer call() throws Exception {
        SearchSpace space = SearchSpace.of(over);
        RunFolder folder = RunFolder.open(run);
        RunManifest made = folder.manifest();
        Configuration own = Configuration.read(conf, made.overrides());
        RunPlan plan = RunPlan.again(made, own, archive, span(made));
        List<Search.Way> ways = space.combinations().stream()
                .map(set -> new Search.Way(set, with(made, set).trading().book(own.grid())))
                .toList();
        TrialLedger ledger = trials.ofArchive(archive);
        ledger.requireWritable();
        BookReplay replay = BookReplay.of(folder, plan, job.bounded());
        Search search = new Search(made, replay, ways, hours(window), hours(step), atOnce);
        ReplayCheck check = ReplayCheck.of(replay, own.trading().book(own.grid()), folder);
        common.say(
                "replay     with the run's own settings: %,d account rows and %,d fills, all as the run wrote them",
                check.accounts(), check.fills());
        List<SearchResult> results = search.of(ledger);
        results.forEach(this::print);
        if (results.isEmpty()) {
            common.say("No account traded under any of the %,d settings: there is nothing to choose.", ways.size());
        }
        common.say("recorded   %,d trials in %s", ways.size(), ledger.folder().resolve(TrialLedger.LINES));
        if (out != null) {
            Json.replace(out, results);
        }
        common.result(results);
        return 0;
    }

    private Configuration with(RunManifest made, SortedMap<String, String> set) {
        Map<String, String> all = new TreeMap<>(made.overrides());
        all.putAll(set);
        return Configuration.read(conf, all);
    }

    private static Span span(RunManifest made) {
        return new Span(
                Instant.ofEpochMilli(made.emitFrom()),
                Instant.ofEpochMilli(made.until()),
                Optional.of(Instant.ofEpochMilli(made.genesis())));
    }

    private static int hours(long millis) {
        return (int) (millis / TickGrid.HOUR);
    }

    private void print(SearchResult result) {
        common.say(
                "%n%s %s: %,d ways to trade",
                result.lane(), result.quote(), result.trials().size());
        common.say("%4s %9s %8s %9s %7s %9s  %s", "", "return", "Sharpe", "deepest", "fills", "deflated", "settings");
        for (int trial = 0; trial < result.trials().size(); trial++) {
            common.say("%s", line(Integer.toString(trial), result.trials().get(trial)));
        }
        common.say("%s", line("walk", result.chosen()));
        common.say(
                "     walk: behind the first %,d h, chosen every %,d h by those before: %s. Of %,d trials on the archive, more than luck with %s, overfitted with %s: %s.",
                result.windowHours(),
                result.stepHours(),
                result.steps().stream().map(SearchCommand::name).collect(Collectors.joining(" ")),
                result.selection().trials(),
                number(result.selection().deflatedSharpe()),
                number(result.selection().overfitting()),
                result.selection().promising() ? "promising" : "not promising");
    }

    private static String name(int trial) {
        return trial < 0 ? "none" : Integer.toString(trial);
    }

    private static String line(String name, SearchResult.Row row) {
        String settings = row.settings().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT,
                "%4s %8.2f%% %8s %8.2f%% %7s %9s  %s",
                name,
                100 * row.totalReturn(),
                number(row.sharpe()),
                100 * row.maxDrawdown(),
                row.fills() == null ? "" : String.format(Locale.ROOT, "%,d", row.fills()),
                number(row.deflated()),
                settings);
    }

    private static String number(Double value) {
        return value == null ? "unknown" : String.format(Locale.ROOT, "%.3f", value);
    }
}
