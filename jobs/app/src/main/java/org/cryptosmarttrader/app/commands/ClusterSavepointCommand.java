package org.cryptosmarttrader.app.commands;

import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.cluster.RunningCluster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cst cluster savepoint}: the state of a job, which goes on. */
@Command(name = "savepoint", mixinStandardHelpOptions = true, description = "Save the state of a job, which goes on.")
public final class ClusterSavepointCommand implements Callable<Integer> {

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
        String path = running.savepoint(run);
        common.say("job %s: saved to %s", run, path);
        common.result(new Saved(run, path));
        return 0;
    }
}
