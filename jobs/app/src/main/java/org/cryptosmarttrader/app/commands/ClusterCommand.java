package org.cryptosmarttrader.app.commands;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cst cluster}: the job on a real Flink cluster of separate processes, on this machine. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        description = "Try the job on a real Flink cluster of separate processes, on this machine.",
        footer = {"", "docs/cluster.md walks through it, and shows the same on a cluster you have."},
        subcommands = {
            ClusterStartCommand.class,
            ClusterSubmitCommand.class,
            ClusterStatusCommand.class,
            ClusterSavepointCommand.class,
            ClusterStopCommand.class,
            ClusterResumeCommand.class
        })
public final class ClusterCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; cst cluster --help lists them");
    }
}
