package org.cryptosmarttrader.app.commands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.cluster.ClusterRest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cst cluster status}: TaskManagers, jobs, restarts, checkpoints. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show the cluster's TaskManagers and jobs, with restarts and checkpoints.")
public final class ClusterStatusCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Mixin
    private ClusterFolder cluster;

    /** A job with what became of it. */
    public record JobStatus(ClusterRest.Job job, long restarts, ClusterRest.Checkpoints checkpoints) {}

    /** All of it, for {@code --json}. */
    public record Status(String address, List<ClusterRest.TaskManager> taskManagers, List<JobStatus> jobs) {}

    @Override
    public Integer call() throws Exception {
        Status status = status(cluster.rest());
        common.say("cluster %s", status.address());
        for (ClusterRest.TaskManager manager : status.taskManagers()) {
            common.say("  %s: %d of %d slots free", manager.id(), manager.freeSlots(), manager.slots());
        }
        for (JobStatus job : status.jobs()) {
            common.say(
                    "  job %s %s (%s): %d restarts, %d checkpoints complete, %d failed",
                    job.job().id(),
                    job.job().state(),
                    job.job().name(),
                    job.restarts(),
                    job.checkpoints().completed(),
                    job.checkpoints().failed());
        }
        common.result(status);
        return 0;
    }

    private static Status status(ClusterRest rest) throws IOException {
        List<JobStatus> jobs = new ArrayList<>();
        for (ClusterRest.Job job : rest.jobs()) {
            jobs.add(new JobStatus(job, rest.restarts(job.id()), rest.checkpoints(job.id())));
        }
        return new Status(rest.address().toString(), rest.taskManagers(), jobs);
    }
}
