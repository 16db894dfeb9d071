package org.cryptosmarttrader.app.cluster;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.cryptosmarttrader.app.runs.Backtest.Progress;

/** Keeps a cluster at its number of TaskManagers until told to stop: one that is gone is replaced by a new one. */
public final class ClusterKeeper {

    private final StandaloneCluster cluster;
    private final Progress progress;
    /** What has ended; empty for the word to stop. */
    private final BlockingQueue<Optional<FlinkProcess>> ended = new LinkedBlockingQueue<>();

    private volatile boolean isStopping;

    /** @param progress told what ends and what takes its place */
    public ClusterKeeper(StandaloneCluster cluster, Progress progress) {
        this.cluster = cluster;
        this.progress = progress;
    }

    /**
     * Returns when told to stop.
     *
     * @throws IllegalStateException if the JobManager ended, or a new TaskManager did at once
     */
    public void keep() throws Exception {
        cluster.processes().forEach(this::watch);
        Optional<FlinkProcess> gone = ended.take();
        while (gone.isPresent() && !isStopping) {
            replace(gone.get());
            gone = ended.take();
        }
    }

    private void watch(FlinkProcess process) {
        process.ended().thenAccept(end -> ended.add(Optional.of(end)));
    }

    private void replace(FlinkProcess gone) throws Exception {
        cluster.jobManager().requireAlive();
        progress.say("%s (process %d) is gone", gone.name(), gone.pid());
        FlinkProcess fresh = cluster.startTaskManager();
        watch(fresh);
        progress.say("%s (process %d) takes its place", fresh.name(), fresh.pid());
    }

    /** May be called from any thread. */
    public void stop() {
        isStopping = true;
        ended.add(Optional.empty());
    }
}
