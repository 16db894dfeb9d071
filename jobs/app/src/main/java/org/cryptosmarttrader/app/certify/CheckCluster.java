package org.cryptosmarttrader.app.certify;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.Loopback;
import org.cryptosmarttrader.prediction.PredictionGraph;

/**
 * A small Flink cluster inside this process on which many runs follow one another: one of its own for each costs seconds, and
 * the compiler's work anew.
 */
public final class CheckCluster implements AutoCloseable {

    /** Subtasks a run may have of each stage. */
    static final int SLOTS = 4;

    private final MiniCluster cluster;

    private CheckCluster(MiniCluster cluster) {
        this.cluster = cluster;
    }

    /** @throws Exception if Flink does not start */
    public static CheckCluster start() throws Exception {
        Configuration configuration = new Configuration();
        Loopback.applyTo(configuration);
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(SLOTS)
                .build());
        cluster.start();
        return new CheckCluster(cluster);
    }

    /** @throws Exception what made the job fail */
    void run(PredictionGraph graph, int parallelism) throws Exception {
        JobSettings settings = JobSettings.once(Math.min(SLOTS, parallelism));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(settings.parallelism(), settings.configuration());
        settings.applyTo(env);
        graph.addTo(env);
        cluster.executeJobBlocking(env.getStreamGraph().getJobGraph());
    }

    @Override
    public void close() throws Exception {
        cluster.close();
    }
}
