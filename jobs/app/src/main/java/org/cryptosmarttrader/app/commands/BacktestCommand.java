package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.runs.Backtest;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.search.BookReplay;
import org.cryptosmarttrader.app.search.ReplayCheck;
import org.cryptosmarttrader.app.search.Variations;
import org.cryptosmarttrader.serving.report.RunReport;
import org.cryptosmarttrader.serving.trials.RunTrials;
import org.cryptosmarttrader.wire.conf.Durations;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.trials.TrialLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst backtest}: walk forward through the graph. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = "Walk forward through the graph, with forests trained as of each date.")
public final class BacktestCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Mixin
    private SettingsOptions settings;

    @Mixin
    private ForestsOption forests;

    @Mixin
    private SpanOptions span;

    @Mixin
    private JobOptions job;

    @Option(names = "--archive", required = true, paramLabel = "DIR", description = "folder of the events")
    private Path archive;

    @Option(
            names = "--retrain",
            paramLabel = "LENGTH",
            converter = RetrainWord.class,
            description =
                    "time from one training to the next, a number with m, h, d or w; never: nothing is trained, the models of --models forecast alone (default: 28d)")
    private long retrain = 28 * 86_400_000L;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description =
                    "folder of models made elsewhere (cst models register, or models/ of an earlier backtest), heard beside those made here from an hour after the instant each was trained or registered as of; may be named several times")
    private List<Path> elsewhere = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder of the output, new")
    private Path out;

    @Option(
            names = "--sensitivity",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "trade the forecasts again with costs, delay, capital and sizes otherwise, one thing at a time, for the report (default: yes)")
    private boolean isVaried;

    @Mixin
    private TrialsOption trials;

    @Override
    public Integer call() throws Exception {
        requireForecasts();
        TrialLedger ledger = trials.ofArchive(archive);
        RunPlan plan = RunPlan.of(settings.read(), archive, span.span(), span.pairs(), RunPlan.Genesis.ARCHIVE);
        ledger.requireWritable();
        RunSummary.begin(common, plan);
        RunFolder run = new Backtest(plan, forests.folder(), retrain, elsewhere, out, job.bounded(), common::say).run();
        RunSummary.end(common, run);
        RunSummary.forecasts(common, run);
        RunTrials.record(run, ledger, new TreeMap<>(Map.of("retrain", schedule())));
        common.say("recorded   as a trial in %s", ledger.folder().resolve(TrialLedger.LINES));
        if (isVaried) {
            vary(run, plan);
        }
        RunReport report = ReportCommand.report(common, run);
        common.result(report);
        return ReportCommand.exitCode(report);
    }

    private void requireForecasts() {
        if (retrain == Backtest.NEVER && elsewhere.isEmpty()) {
            throw new IllegalArgumentException(
                    "--retrain never: nothing would forecast; name models with --models, e.g. models/ of an earlier backtest");
        }
    }

    private String schedule() {
        return retrain == Backtest.NEVER ? RetrainWord.NEVER : Durations.text(retrain);
    }

    /** What is tried here is chosen from by nobody, so it is no trial. */
    private void vary(RunFolder run, RunPlan plan) throws Exception {
        BookReplay replay = BookReplay.of(run, plan, job.bounded());
        ReplayCheck.of(replay, plan.settings().book(), run);
        Variations.of(replay, plan.settings().book(), Runtime.getRuntime().availableProcessors())
                .write(run);
    }
}
