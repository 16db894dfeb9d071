package org.cryptosmarttrader.app.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.app.runs.Backtest.Progress;
import org.cryptosmarttrader.app.runs.Playback;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * The end of a run whose job a cluster has: waits until the output is whole, whatever happens to the job meanwhile, stops
 * the job and seals the output.
 *
 * @param cluster which has the job; its name is the run's
 * @param folder of the output
 * @param playback of the run's events
 * @param progress told what happens to the job
 */
public record ClusterRun(RunningCluster cluster, RunFolder folder, Playback playback, Progress progress) {

    private static final long PAUSE_MILLIS = 200;

    /** Waits for the end and returns the output with its roots. */
    public RunFolder finish(Iterable<RowSchema> schemas) throws Exception {
        String run = folder.manifest().run();
        String told = "";
        while (folder.wholeUpTo() < folder.manifest().until()) {
            playback.requireAlive();
            told = tell(told, cluster.rest().latest(run));
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        if (cluster.rest().latest(run).filter(ClusterRest.Job::hasEnded).isEmpty()) {
            progress.say("whole up to the last tick; stopping the job, savepoint %s", cluster.stop(run));
        }
        cluster.forget(run);
        return folder.seal(schemas);
    }

    private String tell(String told, Optional<ClusterRest.Job> job) throws IOException {
        if (job.isEmpty()) {
            return told;
        }
        ClusterRest.Job now = job.get();
        if (now.state().equals("FAILED") || now.state().equals("CANCELED")) {
            throw new IllegalStateException("job %s: %s before its output was whole; see %s"
                    .formatted(now.name(), now.state(), Path.of("logs").resolve("jobmanager.log")));
        }
        String state = "job %s %s, %d restarts"
                .formatted(now.id(), now.state(), cluster.rest().restarts(now.id()));
        if (!state.equals(told)) {
            progress.say("%s", state);
        }
        return state;
    }
}
