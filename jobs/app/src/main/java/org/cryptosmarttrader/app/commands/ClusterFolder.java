package org.cryptosmarttrader.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.cryptosmarttrader.app.cluster.ClusterRest;
import org.cryptosmarttrader.app.cluster.FlinkJars;
import org.cryptosmarttrader.app.cluster.JavaProgram;
import org.cryptosmarttrader.app.cluster.RunningCluster;
import picocli.CommandLine.Option;

/** Which cluster a command means. */
public final class ClusterFolder {

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "folder of the cluster: configuration, logs, savepoints (default: ${DEFAULT-VALUE})")
    private Path folder = Path.of("data/cluster");

    Path path() {
        return folder;
    }

    RunningCluster running() throws IOException {
        return RunningCluster.find(folder, FlinkJars.builtIn(Common.home()), JavaProgram.own());
    }

    ClusterRest rest() throws IOException {
        return RunningCluster.restOf(folder);
    }

    /** A job's name, as given or the latest of the cluster. */
    static String run(RunningCluster cluster, String given) throws IOException {
        return cluster.runOf(Optional.ofNullable(given));
    }
}
