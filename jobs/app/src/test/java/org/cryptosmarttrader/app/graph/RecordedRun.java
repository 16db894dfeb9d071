package org.cryptosmarttrader.app.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.runs.Backtest;
import org.cryptosmarttrader.app.runs.BoundedRun;
import org.cryptosmarttrader.app.runs.ModelEvents;
import org.cryptosmarttrader.app.runs.RecordedWeek;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Span;
import org.cryptosmarttrader.app.runs.Training;
import org.cryptosmarttrader.app.runs.Version;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.PredictionGraph;
import org.cryptosmarttrader.prediction.sinks.Sinks;
import org.cryptosmarttrader.prediction.sinks.parquet.EventRecorder;
import org.cryptosmarttrader.prediction.sinks.parquet.ParquetSink;
import org.cryptosmarttrader.prediction.sinks.parquet.RunOutput;
import org.cryptosmarttrader.prediction.sources.Sources;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSource;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;

/** One recorded week of trades, walked through with forests, and the same run in other ways. */
public final class RecordedRun {

    private final Path folder;
    private final RunPlan plan;
    private final RunFolder first;

    private RecordedRun(Path folder, RunPlan plan, RunFolder first) {
        this.folder = folder;
        this.plan = plan;
        this.first = first;
    }

    /** Imports the week, with facts beside it, and runs it once, forests every day, on two subtasks. */
    public static RecordedRun in(Path folder) throws Exception {
        Answer imported = Answer.to(
                "import",
                "--quarantine",
                "--from",
                RecordedWeek.location(),
                "--archive",
                folder.resolve("archive").toString(),
                "--source",
                "bitstamp",
                "--format",
                "csv",
                "--map",
                "time=timestamp,price=price,quantity=amount",
                "--pair",
                "BTC/USD");
        if (imported.exit() != 0) {
            throw new IllegalStateException(imported.err());
        }
        WeekOfFacts.into(folder.resolve("archive"), folder.resolve("facts"));
        RunPlan plan =
                RunPlan.of(configuration(), folder.resolve("archive"), span(), List.of(), RunPlan.Genesis.ARCHIVE);
        Backtest backtest = new Backtest(
                plan,
                Answer.home().resolve("models"),
                24 * 3_600_000L,
                folder.resolve("first"),
                JobSettings.once(2),
                (form, values) -> {});
        return new RecordedRun(folder, plan, backtest.run());
    }

    private static Configuration configuration() {
        return configuration(Map.of());
    }

    private static Configuration configuration(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "sources.testInputs",
                "admitted",
                "cst.ticks.interval",
                "5m",
                "horizons.training.embargo",
                "1h",
                "horizons.training.calibration.upToADay",
                "12h"));
        all.putAll(more);
        return Configuration.read(Answer.home().resolve("conf"), all);
    }

    /** The same week under some other settings. */
    RunPlan planWith(Map<String, String> settings) throws IOException {
        return RunPlan.of(
                configuration(settings), folder.resolve("archive"), span(), List.of(), RunPlan.Genesis.ARCHIVE);
    }

    private static Span span() {
        return new Span(Instant.parse("2013-11-29T00:00:00Z"), Instant.parse("2013-12-02T00:00:00Z"), Optional.empty());
    }

    public Path folder() {
        return folder;
    }

    public RunPlan plan() {
        return plan;
    }

    /** The output all others are compared with. */
    public RunFolder first() {
        return first;
    }

    /** Number of rows of the output in which a feature has a value. */
    long finite(String column) throws IOException {
        RowSchema features = Datasets.features(plan.settings().catalog());
        int at = features.indexOf(column);
        return Arrays.stream(first.readAll(features).doubles(at))
                .filter(Double::isFinite)
                .count();
    }

    public Path path(String name) {
        return folder.resolve(name);
    }

    public List<Path> modelArchives() {
        return ModelEvents.archives(first.root());
    }

    /** Everything of the run, out of the archive. */
    public ArchiveSource archive() {
        return new ArchiveSource(plan.archiveSpan(modelArchives()));
    }

    public RunManifest manifest(String kind) {
        return plan.manifest(kind, first.manifest().models(), Version.program());
    }

    /** The graph into a folder of its own, with what it hears from Kafka. */
    public PredictionGraph graph(String name, Sources sources) {
        RunOutput output = plan.output(path(name), manifest(name));
        Sinks sinks = Sinks.all(List.of(new ParquetSink(output), new EventRecorder(output)));
        return new PredictionGraph(plan.settings(), plan.mark(manifest(name)), sources, sinks);
    }

    public RunFolder create(String name) throws IOException {
        return RunFolder.create(path(name), manifest(name));
    }

    /** Runs the graph to its end. */
    public RunFolder bounded(String name, Sources sources, JobSettings job) throws Exception {
        return BoundedRun.run(plan, manifest(name), sources, path(name), job);
    }

    /** Features and labels of the archive up to an instant, as if nothing had come since. */
    RunFolder datasetUntil(Instant until) throws Exception {
        Instant genesis = Instant.ofEpochMilli(plan.genesis());
        Span span = new Span(genesis, until, Optional.of(genesis));
        RunPlan known =
                RunPlan.of(configuration(), folder.resolve("archive"), span, List.of(), RunPlan.Genesis.ARCHIVE);
        return BoundedRun.run(
                known,
                known.manifest("dataset", List.of(), Version.program()),
                List.of(),
                path("known"),
                JobSettings.once(2));
    }

    /** The members of a horizon trained on a dataset, as cst train does. */
    List<Path> trainedAsOf(RunFolder dataset, Horizon horizon, Instant asOf) throws IOException {
        Training training = new Training(
                dataset, configuration(), List.of(horizon), Answer.home().resolve("models"));
        return training.train(
                        horizon,
                        List.of(Training.fit(configuration(), horizon, asOf)),
                        path("trained"),
                        Training.Extras.NONE)
                .get(0)
                .models();
    }

    public RunFolder seal(RunFolder run) {
        try {
            return run.seal(Datasets.all(plan.settings().catalog()).values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
