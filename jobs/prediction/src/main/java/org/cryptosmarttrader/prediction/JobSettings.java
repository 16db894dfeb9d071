package org.cryptosmarttrader.prediction;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.cryptosmarttrader.prediction.metrics.MetricsFile;

/**
 * How the graph is run; none of it changes a result.
 *
 * @param parallelism of every stage that can be parallel
 * @param bufferTimeout longest wait of a record for company at each exchange: what a live tick costs per stage
 * @param checkpoints time between checkpoints, zero for none
 * @param checkpointFolder URI, needed with checkpoints
 * @param backend {@code hashmap} or {@code rocksdb}
 * @param metrics file of Flink's own metrics, empty for none
 */
public record JobSettings(
        int parallelism,
        Duration bufferTimeout,
        Duration checkpoints,
        String checkpointFolder,
        String backend,
        String metrics) {

    /** Fixed from the first run: a savepoint keeps it, and rescaling stays within it. */
    public static final int MAX_PARALLELISM = 128;

    /**
     * A frame of 471 pairs is one record of a megabyte. An exchange has some twelve buffers; of Flink's 32 kB they hold less
     * than one frame, and whoever sends waits until it is read while others have nothing to do.
     */
    private static final MemorySize BUFFER = MemorySize.ofMebiBytes(1).divide(4);

    /** Of all exchanges together, for each parallel task. */
    private static final int NETWORK_MEGABYTES = 64;

    /** Attempts are used up while TaskManagers are away, so there are many. */
    private static final int RESTARTS = 1_000_000;

    /** Flink's own: whoever reads files waits for no single record, and full buffers cost less. */
    private static final Duration UNHURRIED = Duration.ofMillis(100);

    /**
     * Each record is passed on at once. A timeout of some milliseconds would hold a tick up at each of some eight exchanges; one
     * of a millisecond would not, but its threads that look a thousand times a second take half a core of an idle job.
     */
    private static final Duration HURRIED = Duration.ZERO;

    /** A run without checkpoints; a failure ends it. */
    public static JobSettings once(int parallelism) {
        return new JobSettings(parallelism, UNHURRIED, Duration.ZERO, "", "hashmap", "");
    }

    public JobSettings withBackend(String chosen) {
        return new JobSettings(parallelism, bufferTimeout, checkpoints, checkpointFolder, chosen, metrics);
    }

    public JobSettings withCheckpoints(Duration interval, String folder) {
        return new JobSettings(parallelism, bufferTimeout, interval, folder, backend, metrics);
    }

    /** @param file written anew every few seconds */
    public JobSettings withMetrics(Path file) {
        return new JobSettings(
                parallelism,
                bufferTimeout,
                checkpoints,
                checkpointFolder,
                backend,
                file.toAbsolutePath().toString());
    }

    /** For a job that somebody waits for. */
    public JobSettings forLive() {
        return new JobSettings(parallelism, HURRIED, checkpoints, checkpointFolder, backend, metrics);
    }

    /** Configuration that must be known before the environment is made. */
    public Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING);
        configuration.set(ExecutionOptions.BUFFER_TIMEOUT, bufferTimeout);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        configuration.set(StateBackendOptions.STATE_BACKEND, backend);
        MemorySize network = MemorySize.ofMebiBytes((long) NETWORK_MEGABYTES * Math.max(2, parallelism));
        configuration.set(TaskManagerOptions.MEMORY_SEGMENT_SIZE, BUFFER);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
        if (checkpoints.isZero()) {
            configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        } else {
            configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoints);
            configuration.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
            configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpointFolder);
            configuration.set(
                    CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                    ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
            configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
            configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
            configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
        }
        if (!metrics.isEmpty()) {
            MetricsFile.applyTo(configuration, metrics);
        }
        return configuration;
    }

    /** Applies these settings to an environment. */
    public void applyTo(StreamExecutionEnvironment env) {
        env.configure(configuration());
        env.setParallelism(parallelism);
    }
}
