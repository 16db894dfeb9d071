package org.cryptosmarttrader.serving.report;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cryptosmarttrader.gates.Standing;
import org.cryptosmarttrader.serving.trials.RunTrials;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.WholeFile;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;

/**
 * The report of a run, made from its rows. It lies beside the datasets and belongs to none: no root changes with it, and
 * the same rows make the same bytes.
 */
public final class BacktestReport {

    /** The page, for people. */
    public static final String PAGE = "report.html";

    /** The same for programs. */
    public static final String JSON = "report.json";

    private BacktestReport() {}

    /**
     * Reads the run and writes both files and the tables as Parquet into its folder, replacing earlier ones.
     *
     * @throws IOException if a file of the run is damaged or lacks a column
     */
    public static RunReport write(RunFolder run) throws IOException {
        RunReport report = read(run);
        Json.replace(run.root().resolve(JSON), report);
        WholeFile.replace(run.root().resolve(PAGE), ReportPage.of(report));
        ReportFiles.write(run.root(), report);
        return report;
    }

    private static RunReport read(RunFolder run) throws IOException {
        RunManifest manifest = run.manifest();
        ForecastTally forecasts = ForecastTally.of(run);
        Trades trades = Trades.of(run);
        Accounts accounts = Accounts.of(run);
        Benchmarks benchmarks = Benchmarks.of(run, trades::costOfFill);
        Verdicts verdicts = Verdicts.of(run, forecasts);
        SortedMap<String, HorizonReport> horizons = horizons(manifest, verdicts);
        List<String> pairs = pairs(manifest);
        Optional<RunTrials> counted = RunTrials.of(run);
        SortedMap<String, SortedMap<String, String>> idle = accounts.idle(pairs, trades);
        return new RunReport(
                RunReport.FORM,
                manifest.run(),
                manifest.kind(),
                command(manifest),
                manifest.codeVersion(),
                iso(manifest.genesis()),
                iso(manifest.emitFrom()),
                iso(manifest.until()),
                manifest.askedUntil() == null ? null : iso(manifest.askedUntil()),
                manifest.tickIntervalMillis() / 1_000,
                pairs,
                RunReport.ArchiveReport.of(manifest.archive()),
                manifest.configHash(),
                manifest.fingerprint(),
                counted.map(RunReport.TrialCount::of).orElse(null),
                manifest.roots(),
                manifest.rows(),
                byHorizon(horizons, horizon -> horizon.coverage().realised()),
                byHorizon(horizons, horizon -> horizon.skill().brier()),
                byHorizon(horizons, horizon -> horizon.skill().auc()),
                byHorizon(horizons, BacktestReport::gate),
                forecasts.audit(),
                LeakageAlarm.of(horizons),
                horizons,
                accounts.report(pairs, trades, verdicts, horizons, benchmarks, counted, Sensitivity.of(run)),
                idle,
                trades.limits());
    }

    /** Side by side: most of a report's time goes into drawing again what each horizon met. */
    private static SortedMap<String, HorizonReport> horizons(RunManifest manifest, Verdicts verdicts) {
        return manifest.horizons().parallelStream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        verdicts::report,
                        (one, other) -> {
                            throw new IllegalStateException("a horizon twice");
                        },
                        TreeMap::new));
    }

    private static <T> SortedMap<String, T> byHorizon(
            SortedMap<String, HorizonReport> horizons, Function<HorizonReport, T> field) {
        SortedMap<String, T> values = new TreeMap<>();
        horizons.forEach((name, horizon) -> values.put(name, field.apply(horizon)));
        return values;
    }

    private static String gate(HorizonReport horizon) {
        return horizon.gates().standings().containsKey(Standing.PASSED.name()) ? "OPEN" : "SHUT";
    }

    /** The pairs chosen, or all that a feed was found for. */
    private static List<String> pairs(RunManifest manifest) {
        return manifest.pairs().isEmpty() ? List.copyOf(manifest.feeds().keySet()) : manifest.pairs();
    }

    private static String command(RunManifest manifest) {
        String chosen = manifest.pairs().isEmpty() ? "" : " --pairs " + String.join(",", manifest.pairs());
        return "cst %s --archive DIR --from %s --until %s --genesis %s%s%s --out DIR"
                .formatted(
                        manifest.kind(),
                        iso(manifest.emitFrom()),
                        iso(manifest.until()),
                        iso(manifest.genesis()),
                        chosen,
                        settings(manifest));
    }

    private static String settings(RunManifest manifest) {
        return manifest.overrides().entrySet().stream()
                .map(setting -> " --set " + typed(setting.getKey() + "=" + setting.getValue()))
                .collect(Collectors.joining());
    }

    /** A word as a shell takes it: in quotes if it holds anything a shell would read otherwise. */
    private static String typed(String word) {
        return word.matches("[\\w.,:/=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static String iso(long instant) {
        return Instant.ofEpochMilli(instant).toString();
    }
}
