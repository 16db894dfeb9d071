package org.cryptosmarttrader.prediction;

import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The graph on a small Flink cluster inside this process. */
public final class LocalJob {

    /** What RocksDB buffers writes in; with Flink's 128 MB it spent most of its time on flushing them. */
    private static final MemorySize FOR_ROCKSDB = MemorySize.ofMebiBytes(512);

    /**
     * Until a part that says nothing counts as lost. All parts are one process: they are lost together or, if the machine slept or
     * the process was stopped for a while, not at all. With Flink's 50 s such a job waited for ever for a part that was there.
     */
    private static final Duration UNTIL_LOST = Duration.ofDays(7);

    private LocalJob() {}

    /** Starts the graph and returns while it runs. */
    public static JobClient start(PredictionGraph graph, JobSettings settings, String name) throws Exception {
        return start(graph, settings, settings.configuration(), name);
    }

    /**
     * Starts the graph from a savepoint or checkpoint.
     *
     * @param path as Flink printed it
     */
    public static JobClient resume(PredictionGraph graph, JobSettings settings, String path, String name)
            throws Exception {
        Configuration configuration = settings.configuration();
        configuration.set(org.apache.flink.configuration.StateRecoveryOptions.SAVEPOINT_PATH, path);
        return start(graph, settings, configuration, name);
    }

    private static JobClient start(
            PredictionGraph graph, JobSettings settings, Configuration configuration, String name) throws Exception {
        StreamExecutionEnvironment env = environment(settings, configuration);
        graph.addTo(env);
        return env.executeAsync(name);
    }

    /** Where another graph than ours runs in the same way. */
    public static StreamExecutionEnvironment environment(JobSettings settings) {
        return environment(settings, settings.configuration());
    }

    private static StreamExecutionEnvironment environment(JobSettings settings, Configuration configuration) {
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, FOR_ROCKSDB);
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, UNTIL_LOST);
        Loopback.applyTo(configuration);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(settings.parallelism(), configuration);
        settings.applyTo(env);
        return env;
    }

    /**
     * Runs the graph over bounded sources.
     *
     * @throws Exception what made the job fail
     */
    public static void run(PredictionGraph graph, JobSettings settings, String name) throws Exception {
        start(graph, settings, name).getJobExecutionResult().get();
    }
}
