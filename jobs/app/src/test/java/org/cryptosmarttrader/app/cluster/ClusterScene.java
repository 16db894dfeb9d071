package org.cryptosmarttrader.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cryptosmarttrader.app.Recording;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.runs.Backtest;
import org.cryptosmarttrader.app.runs.ModelEvents;
import org.cryptosmarttrader.app.runs.Playback;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Span;
import org.cryptosmarttrader.app.runs.Version;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.serving.parity.Parity;
import org.cryptosmarttrader.serving.parity.ParityReport;
import org.cryptosmarttrader.serving.parity.ParityScope;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;

/** A backtest that has run inside this process, and the same events on their way to a cluster of other processes. */
final class ClusterScene implements AutoCloseable {

    private static final Map<String, String> TEST_INPUTS =
            Map.of("sources.testInputs", "admitted", "horizons.statements", "[beyond_1]");

    private static final Path PROJECT = Path.of("../..");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** So seldom that the test decides what happens between two checkpoints; it asks for those it needs. */
    private static final long CHECKPOINT_MILLIS = 30_000;

    private final RunPlan plan;
    private final Map<String, String> settings;
    private final RunFolder bounded;
    private final RunFolder unbounded;
    private final Topics topics;
    private final EmbeddedBroker broker;
    private final StandaloneCluster processes;
    private final RunningCluster cluster;
    private final Gate gate = new Gate();
    private final Playback playback;
    private final SentRows forecasts;
    private double reached;
    private String job;
    private RunFolder sealed;

    /**
     * A TaskManager killed.
     *
     * @param completed number of the last checkpoint that was complete
     * @param unfinished number of the one under way
     * @param eventsSent by then
     */
    record Kill(String taskManager, long completed, long unfinished, long eventsSent) {}

    static ClusterScene start(Path folder, Path archive, Span span) throws Exception {
        return start(folder, archive, span, Map.of(), Duration.ofDays(14));
    }

    /** @param settings beside those by which test inputs are admitted */
    static ClusterScene start(Path folder, Path archive, Span span, Map<String, String> settings, Duration retrain)
            throws Exception {
        Map<String, String> all = new TreeMap<>(TEST_INPUTS);
        all.putAll(settings);
        Configuration conf = Configuration.read(PROJECT.resolve("conf"), all);
        RunPlan plan = RunPlan.of(conf, archive, span, List.of(), RunPlan.Genesis.ARCHIVE);
        Path backtest = folder.resolve("bounded");
        RunFolder bounded = new Backtest(
                        plan,
                        smallForests(folder.resolve("models")),
                        retrain.toMillis(),
                        backtest,
                        JobSettings.once(2),
                        (form, values) -> System.out.println(form.formatted(values)))
                .run();
        return new ClusterScene(folder, plan, all, bounded);
    }

    /** The project's forests alone, with fewer trees: here they must be the same twice, not good. */
    private static Path smallForests(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> definitions = Files.list(PROJECT.resolve("models"))) {
            for (Path definition : definitions.toList()) {
                String text = Files.readString(definition)
                        .replaceFirst("trees: \\d+", "trees: 8")
                        .replaceFirst("(?s)\nboosted:.*", "");
                Files.writeString(folder.resolve(definition.getFileName()), text);
            }
        }
        return folder;
    }

    private ClusterScene(Path folder, RunPlan plan, Map<String, String> settings, RunFolder bounded) throws Exception {
        this.plan = plan;
        this.settings = settings;
        this.bounded = bounded;
        RunManifest manifest = plan.manifest("replay", bounded.manifest().models(), Version.program());
        this.unbounded = RunFolder.create(folder.resolve("unbounded"), manifest);
        this.topics = new Topics("test.");
        this.broker = EmbeddedBroker.start(folder.resolve("broker"));
        this.processes = StandaloneCluster.start(
                ClusterSettings.of(folder.resolve("cluster"), FlinkJars.builtIn(PROJECT), JavaProgram.own(), 2, 2));
        this.cluster = RunningCluster.announce(processes, broker.bootstrap());
        this.playback = Playback.start(plan, ModelEvents.archives(bounded.root()), broker.bootstrap(), topics, gate);
        this.forecasts = new SentRows(broker.bootstrap(), topics.of("forecasts"));
    }

    void letTheFeedReach(double part) {
        reached = part;
        long first = plan.genesis();
        gate.openUntil(part < 1 ? first + (long) (part * (plan.until() - first)) : Long.MAX_VALUE);
    }

    void submit(int parallelism) throws Exception {
        JobWords words = new JobWords(
                PROJECT.resolve("conf"),
                settings,
                broker.bootstrap(),
                topics,
                unbounded.root(),
                cluster.checkpoints(),
                CHECKPOINT_MILLIS,
                "hashmap");
        job = cluster.submit(run(), words.of(plan, unbounded.manifest()), parallelism);
    }

    private String run() {
        return unbounded.manifest().run();
    }

    /**
     * Kills a TaskManager that holds subtasks, at an instant when forecasts have been sent since the last complete
     * checkpoint and the next one has begun. It is frozen first, so that the checkpoint cannot be completed in between.
     */
    Kill killATaskManagerWithRowsAndACheckpointUnderWay() throws Exception {
        Waiting.until(
                "the first forecast", PATIENCE, () -> forecasts.count() > 0 ? Optional.of(true) : Optional.empty());
        FlinkProcess victim = processes.process(busy().taskManager());
        long completed = freezeWithRowsUnderWay(victim);
        askForACheckpoint();
        long unfinished = Waiting.until(
                "a checkpoint begins", PATIENCE, () -> cluster.rest().checkpoints(job).unfinished().stream()
                        .findFirst());
        Kill kill = new Kill(victim.name(), completed, unfinished, playback.events());
        ClusterRest.Checkpoint underWay = checkpoint(unfinished);
        victim.kill();
        print(
                "%s killed: checkpoint %d complete; checkpoint %d %s, acknowledged by %d of %d subtasks; %,d forecasts and %,d events sent",
                kill.taskManager(),
                completed,
                unfinished,
                underWay.state(),
                underWay.acknowledged(),
                underWay.subtasks(),
                forecasts.count(),
                kill.eventsSent());
        return kill;
    }

    private ClusterRest.Subtask busy() throws IOException {
        return subtasks().stream()
                .filter(subtask -> subtask.state().equals("RUNNING"))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the number of the last complete checkpoint. */
    private long freezeWithRowsUnderWay(FlinkProcess victim) throws Exception {
        while (true) {
            long earlier = cluster.rest().checkpoints(job).lastCompleted();
            askForACheckpoint();
            long completed = awaitACheckpointAfter(earlier).lastCompleted();
            long sent = forecasts.count();
            letTheFeedReach(reached + 0.01);
            Waiting.until(
                    "forecasts after checkpoint " + completed,
                    PATIENCE,
                    () -> forecasts.count() > sent ? Optional.of(true) : Optional.empty());
            signal("STOP", victim);
            ClusterRest.Checkpoints now = cluster.rest().checkpoints(job);
            if (now.lastCompleted() == completed && now.unfinished().isEmpty()) {
                return completed;
            }
            signal("CONT", victim);
            assertThat(reached).as("part of the feed used up in trying").isLessThan(0.96);
        }
    }

    private void askForACheckpoint() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        cluster.rest().address().resolve("/jobs/%s/checkpoints".formatted(job)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    }

    private static void signal(String name, FlinkProcess process) throws Exception {
        int exit = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }

    ClusterRest.Checkpoints awaitACheckpointAfter(long id) throws Exception {
        return Waiting.until("a checkpoint after " + id, PATIENCE, () -> Optional.of(
                        cluster.rest().checkpoints(job))
                .filter(all -> all.lastCompleted() > id));
    }

    ClusterRest.Checkpoint checkpoint(long id) throws IOException {
        return cluster.rest().checkpoint(job, id).orElseThrow();
    }

    /** Flink counts a restart at once and tells it a little later. */
    void awaitARestart() throws Exception {
        long restarts = Waiting.until("a restart is counted", PATIENCE, () -> Optional.of(
                        cluster.rest().restarts(job))
                .filter(count -> count > 0));
        print("restarts counted: %d", restarts);
    }

    List<ClusterRest.Subtask> subtasks() throws IOException {
        return cluster.rest().subtasks(job);
    }

    String jobManagerLog() throws IOException {
        return Files.readString(processes.jobManager().log());
    }

    long eventsSent() {
        return playback.events();
    }

    long wholeUpTo() throws IOException {
        return unbounded.wholeUpTo();
    }

    long lastTick() {
        return plan.until();
    }

    void startATaskManager() throws Exception {
        processes.startTaskManager();
    }

    String stop() throws Exception {
        return cluster.stop(run());
    }

    void resume(int parallelism) throws Exception {
        job = cluster.resume(run(), Optional.of(parallelism));
    }

    void finish() throws Exception {
        Iterable<RowSchema> schemas = Datasets.all(plan.settings().catalog()).values();
        sealed = new ClusterRun(cluster, unbounded, playback, (form, values) -> print(form, values)).finish(schemas);
    }

    ParityReport assertSameRowsAsBounded() throws Exception {
        ParityReport report = Parity.compare(bounded, sealed, ParityScope.everything());
        print("%s\n%,d rows compared", report.text(), report.rows());
        assertThat(report.datasets())
                .extracting(dataset -> dataset.dataset())
                .contains("features", "labels", "forecasts", "verdicts");
        assertThat(report.isEqual()).as(report.text()).isTrue();
        assertThat(sealed.manifest().roots()).isEqualTo(bounded.manifest().roots());
        assertThat(sealed.manifest().rows()).isEqualTo(bounded.manifest().rows());
        return report;
    }

    /** On Kafka a row may come twice, with the same bytes; after the kill some had to. */
    void assertEveryRowSentAndSomeTwice() {
        Map<String, byte[]> rows = forecasts.byKey();
        print("kafka: %,d forecasts sent, %,d sent again", rows.size(), forecasts.count() - rows.size());
        assertThat((long) rows.size()).isEqualTo(bounded.manifest().rows().get("forecasts"));
        assertThat(forecasts.count()).isGreaterThan(rows.size());
    }

    void assertEveryEventRecordedOnce() throws IOException {
        Recording.isOfAll(sealed, broker.bootstrap(), topics.events(), Long.MIN_VALUE);
    }

    void print(String form, Object... values) {
        System.out.println(form.formatted(values));
    }

    @Override
    public void close() throws IOException {
        gate.open();
        forecasts.close();
        playback.close();
        processes.close();
        broker.close();
    }
}
