package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.LocalJob;
import org.cryptosmarttrader.prediction.PredictionGraph;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The graph over Kafka without an end, on a small Flink cluster inside this process. A second start goes on from the newest
 * checkpoint or savepoint of the first. Close it to stop it with a savepoint.
 */
public final class LiveRun implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);

    private static final Duration CHECKPOINTS = Duration.ofSeconds(10);
    private static final long STOP_SECONDS = 6;

    private final RunFolder folder;
    private final JobClient client;
    private final Path savepoints;

    private LiveRun(RunFolder folder, JobClient client, Path savepoints) {
        this.folder = folder;
        this.client = client;
        this.savepoints = savepoints;
    }

    /**
     * Starts the run, or goes on with it.
     *
     * @param out folder of the output; one that holds this run is gone on with
     * @param checkpoints folder of checkpoints and savepoints
     * @param job without checkpoints
     * @throws IOException if the folder holds another run
     */
    public static LiveRun start(
            RunPlan plan, String bootstrap, Topics topics, Path out, Path checkpoints, JobSettings job)
            throws Exception {
        RunManifest manifest = plan.manifest("live", List.of(), Version.program());
        RunFolder folder = folder(out, manifest);
        Path savepoints = Files.createDirectories(checkpoints.resolve("savepoints"));
        JobSettings settings = job.forLive()
                .withCheckpoints(
                        CHECKPOINTS, checkpoints.toAbsolutePath().toUri().toString());
        PredictionGraph graph = OverKafka.live(plan, folder.manifest(), bootstrap, topics, out);
        Optional<Path> newest = newest(checkpoints);
        LOG.info(
                "run {} goes on from {}",
                manifest.run(),
                newest.map(Path::toString).orElse("its beginning"));
        JobClient client = newest.isPresent()
                ? LocalJob.resume(graph, settings, newest.get().toUri().toString(), manifest.run())
                : LocalJob.start(graph, settings, manifest.run());
        return new LiveRun(folder, client, savepoints);
    }

    /** The run a folder holds; empty if there is none. */
    public static Optional<RunManifest> begun(Path out) throws IOException {
        return RunFolder.isAt(out) ? Optional.of(RunFolder.open(out).manifest()) : Optional.empty();
    }

    private static RunFolder folder(Path out, RunManifest manifest) throws IOException {
        if (!RunFolder.isAt(out)) {
            return RunFolder.create(out, manifest);
        }
        RunFolder held = RunFolder.open(out);
        if (!held.manifest().run().equals(manifest.run())) {
            throw new IOException(
                    "output %s: holds run %s, these settings make run %s; a live run keeps its settings: restore them, or start a new run with another --data"
                            .formatted(out, held.manifest().run(), manifest.run()));
        }
        return held;
    }

    /** The newest whole checkpoint or savepoint; its metadata are written last. */
    private static Optional<Path> newest(Path checkpoints) throws IOException {
        try (Stream<Path> files = Files.walk(checkpoints, 3)) {
            return files.filter(file -> file.getFileName().toString().equals("_metadata"))
                    .max(Comparator.comparing(LiveRun::written))
                    .map(Path::getParent);
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            // an older one, thrown away meanwhile
            return FileTime.fromMillis(0);
        }
    }

    /** The output. */
    public RunFolder folder() {
        return folder;
    }

    /** @throws Exception why the job ended, if it did */
    public void requireAlive() throws Exception {
        if (client.getJobStatus().get().isGloballyTerminalState()) {
            client.getJobExecutionResult().get();
            throw new IllegalStateException("live: the job ended by itself; see its log");
        }
    }

    @Override
    public void close() throws Exception {
        try {
            String savepoint = client.stopWithSavepoint(
                            false, savepoints.toAbsolutePath().toUri().toString(), SavepointFormatType.CANONICAL)
                    .get(STOP_SECONDS, TimeUnit.SECONDS);
            LOG.info("stopped with savepoint {}", savepoint);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn(
                    "no savepoint within {} s ({}); the next start goes on from the newest checkpoint",
                    STOP_SECONDS,
                    e);
            client.cancel().get(STOP_SECONDS, TimeUnit.SECONDS);
        }
    }
}
