package org.cryptosmarttrader.app.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.cryptosmarttrader.ingest.kafka.Pace;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.LocalJob;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;

/**
 * The graph over Kafka: one side plays the archive into the topic of events, the other is the unbounded job, which knows
 * nothing of the archive. It ends, by a savepoint, when its output is whole up to the last tick.
 */
public final class ReplayRun {

    private static final long STOP_SECONDS = 120;

    private ReplayRun() {}

    /**
     * Runs, and seals the output with its roots.
     *
     * @param bootstrap host and port of a broker; topics of the given names must not exist yet
     * @param out folder of the output, which must hold no run
     * @param job with checkpoints: rows are shown when one is complete
     */
    public static RunFolder run(
            RunPlan plan,
            RunManifest manifest,
            List<Path> moreArchives,
            String bootstrap,
            Topics topics,
            Path out,
            JobSettings job)
            throws Exception {
        RunFolder folder = RunFolder.create(out, manifest);
        try (Playback playback = Playback.start(plan, moreArchives, bootstrap, topics, Pace.AT_ONCE)) {
            JobClient client =
                    LocalJob.start(OverKafka.graph(plan, manifest, bootstrap, topics, out), job, manifest.run());
            awaitWhole(folder, plan.until(), playback, client);
            client.stopWithSavepoint(false, job.checkpointFolder(), SavepointFormatType.CANONICAL)
                    .get(STOP_SECONDS, TimeUnit.SECONDS);
        }
        return folder.seal(Datasets.all(plan.settings().catalog()).values());
    }

    private static void awaitWhole(RunFolder folder, long until, Playback playback, JobClient client) throws Exception {
        while (folder.wholeUpTo() < until) {
            try {
                playback.requireAlive();
            } catch (Exception failure) {
                client.cancel().get();
                throw failure;
            }
            if (client.getJobStatus().get().isGloballyTerminalState()) {
                client.getJobExecutionResult().get();
                throw new IllegalStateException("replay: the job ended before its output was whole; see its log");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
