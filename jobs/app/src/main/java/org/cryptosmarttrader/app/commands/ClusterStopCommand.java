package org.cryptosmarttrader.app.commands;

import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.cluster.RunningCluster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cst cluster stop}: the job ends with a savepoint, to be resumed from it. */
@Command(name = "stop", mixinStandardHelpOptions = true, description = "Stop a job with a savepoint.")
public final class ClusterStopCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Mixin
    private ClusterFolder cluster;

    @Parameters(index = "0", arity = "0..1", paramLabel = "RUN", description = "name of the job (default: the latest)")
    private String given;

    /** Where the job's state was saved. */
    public record Saved(String run, String savepoint) {}

    @Override
    public Integer call() throws Exception {
        RunningCluster running = cluster.running();
        String run = ClusterFolder.run(running, given);
        String path = running.stop(run);
        common.say("job %s: stopped, savepoint %s", run, path);
        common.say("go on with: cst cluster resume %s --parallelism N", run);
        common.result(new Saved(run, path));
        return 0;
    }
}
