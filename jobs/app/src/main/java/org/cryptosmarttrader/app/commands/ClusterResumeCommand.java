package org.cryptosmarttrader.app.commands;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.cluster.RunningCluster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cst cluster resume}: a stopped job goes on from its last savepoint. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Go on with a stopped job from its last savepoint, at another parallelism if wished.")
public final class ClusterResumeCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Mixin
    private ClusterFolder cluster;

    @Parameters(index = "0", arity = "0..1", paramLabel = "RUN", description = "name of the job (default: the latest)")
    private String given;

    @Option(names = "--parallelism", paramLabel = "N", description = "subtasks of every stage (default: as before)")
    private Integer parallelism;

    /** The job that goes on. */
    public record Resumed(String run, String job) {}

    @Override
    public Integer call() throws Exception {
        RunningCluster running = cluster.running();
        String run = ClusterFolder.run(running, given);
        String job = running.resume(run, Optional.ofNullable(parallelism));
        common.say("job %s: goes on as %s", run, job);
        common.result(new Resumed(run, job));
        return 0;
    }
}
