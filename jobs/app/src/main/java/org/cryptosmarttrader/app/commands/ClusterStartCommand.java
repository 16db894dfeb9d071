package org.cryptosmarttrader.app.commands;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.cluster.ClusterKeeper;
import org.cryptosmarttrader.app.cluster.ClusterSettings;
import org.cryptosmarttrader.app.cluster.FlinkJars;
import org.cryptosmarttrader.app.cluster.FlinkProcess;
import org.cryptosmarttrader.app.cluster.JavaProgram;
import org.cryptosmarttrader.app.cluster.RunningCluster;
import org.cryptosmarttrader.app.cluster.StandaloneCluster;
import org.cryptosmarttrader.app.runs.Scratch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst cluster start}: a cluster, until Ctrl-C. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Start a JobManager, TaskManagers and a Kafka broker, and keep them running until Ctrl-C.")
public final class ClusterStartCommand implements Callable<Integer> {

    /** Longer than the processes of a cluster are given to end. */
    private static final long SECONDS_TO_STOP = 60;

    @Mixin
    private Common common;

    @Mixin
    private ClusterFolder folder;

    @Option(names = "--taskmanagers", paramLabel = "N", description = "how many (default: ${DEFAULT-VALUE})")
    private int taskManagers = 2;

    @Option(
            names = "--slots",
            paramLabel = "N",
            description = "parallel subtasks each TaskManager can hold (default: ${DEFAULT-VALUE})")
    private int slots = 2;

    @Option(
            names = "--heap",
            paramLabel = "MB",
            description = "heap of each TaskManager, megabytes (default: ${DEFAULT-VALUE})")
    private int heap = 768;

    @Option(
            names = "--rest-port",
            paramLabel = "PORT",
            description = "Flink's page and interface; 0 for a free port (default: ${DEFAULT-VALUE})")
    private int restPort = 8081;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "a broker (default: one inside this process, gone with it)")
    private String bootstrap;

    @Override
    public Integer call() throws Exception {
        RunningCluster.requireNone(folder.path());
        ClusterSettings settings = new ClusterSettings(
                folder.path(),
                FlinkJars.builtIn(Common.home()),
                JavaProgram.own(),
                taskManagers,
                slots,
                heap,
                restPort);
        CountDownLatch stopped = new CountDownLatch(1);
        try {
            if (bootstrap == null) {
                withOwnBroker(settings, stopped);
            } else {
                keep(settings, bootstrap, stopped);
            }
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    private void withOwnBroker(ClusterSettings settings, CountDownLatch stopped) throws Exception {
        try (Scratch scratch = Scratch.create("cst-broker");
                EmbeddedBroker broker = EmbeddedBroker.start(scratch.folder())) {
            keep(settings, broker.bootstrap(), stopped);
        }
    }

    private void keep(ClusterSettings settings, String broker, CountDownLatch stopped) throws Exception {
        common.say("starting a JobManager and %d TaskManagers; logs in %s/logs", taskManagers, settings.folder());
        try (StandaloneCluster cluster = StandaloneCluster.start(settings)) {
            RunningCluster announced = RunningCluster.announce(cluster, broker);
            for (FlinkProcess process : cluster.processes()) {
                common.say("%-14s process %d", process.name(), process.pid());
            }
            common.say(
                    "page %s, broker %s; Ctrl-C stops everything",
                    cluster.rest().address(), broker);
            common.result(announced.note());
            ClusterKeeper keeper = new ClusterKeeper(cluster, common::say);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(keeper, stopped), "cluster-keeper-stop"));
            keeper.keep();
            announced.conceal();
        }
    }

    /** Ctrl-C ends the program once this returns. */
    private static void stop(ClusterKeeper keeper, CountDownLatch stopped) {
        keeper.stop();
        try {
            stopped.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
