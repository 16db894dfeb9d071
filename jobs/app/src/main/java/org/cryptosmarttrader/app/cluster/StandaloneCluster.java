package org.cryptosmarttrader.app.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cryptosmarttrader.app.broker.Ports;

/**
 * A running cluster. Close it to stop its processes; they also stop when this program is interrupted. Not thread-safe, but
 * for {@link #close}.
 */
public final class StandaloneCluster implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final ClusterSettings settings;
    private final Path conf;
    private final ClusterRest rest;
    private final List<FlinkProcess> processes = new ArrayList<>();
    private final Thread atExit = new Thread(this::stopProcesses, "cluster-stop");
    private int taskManagersStarted;

    private StandaloneCluster(ClusterSettings settings, Path conf, int restPort) {
        this.settings = settings;
        this.conf = conf;
        this.rest = new ClusterRest(URI.create("http://127.0.0.1:" + restPort));
    }

    /**
     * Starts a cluster and returns when every TaskManager has registered.
     *
     * @throws IllegalStateException if a port is taken or a process ends at once
     */
    public static StandaloneCluster start(ClusterSettings settings) throws Exception {
        int restPort = settings.restPort() == 0 ? Ports.free() : free(settings.restPort());
        Files.createDirectories(settings.folder());
        Path conf = FlinkConf.write(settings, restPort, Ports.free());
        StandaloneCluster cluster = new StandaloneCluster(settings, conf, restPort);
        Runtime.getRuntime().addShutdownHook(cluster.atExit);
        try {
            cluster.startJobManager();
            cluster.startTaskManagers();
            return cluster;
        } catch (Exception failure) {
            cluster.close();
            throw failure;
        }
    }

    private static int free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return port;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "cluster: port %d of 127.0.0.1 is taken (%s); name another, or 0 for a free one"
                            .formatted(port, e.getMessage()),
                    e);
        }
    }

    private void startJobManager() throws Exception {
        FlinkProcess jobManager = process(
                "jobmanager",
                List.of("-Xmx640m"),
                List.of(
                        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                        "--configDir",
                        conf.toString()));
        Waiting.until("the JobManager answers at " + rest.address(), START, () -> {
            jobManager.requireAlive();
            return rest.answers() ? Optional.of(true) : Optional.empty();
        });
    }

    private void startTaskManagers() throws Exception {
        List<FlinkProcess> started = new ArrayList<>();
        for (int i = 0; i < settings.taskManagers(); i++) {
            started.add(taskManager());
        }
        for (FlinkProcess taskManager : started) {
            awaitRegistered(taskManager);
        }
    }

    /** Starts one more TaskManager and returns when it has registered. */
    public FlinkProcess startTaskManager() throws Exception {
        FlinkProcess taskManager = taskManager();
        awaitRegistered(taskManager);
        return taskManager;
    }

    private FlinkProcess taskManager() throws IOException {
        String name = "taskmanager-" + ++taskManagersStarted;
        return process(
                name,
                List.of(
                        "-Xmx%dm".formatted(settings.heapMegabytes()),
                        "-XX:MaxDirectMemorySize=%dm".formatted(FlinkConf.directMegabytes()),
                        "-XX:MaxMetaspaceSize=256m",
                        "-Dai.djl.offline=true"),
                List.of(
                        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                        "--configDir",
                        conf.toString(),
                        "-Dtaskmanager.resource-id=" + name));
    }

    private synchronized FlinkProcess process(String name, List<String> options, List<String> words)
            throws IOException {
        FlinkProcess process = FlinkProcess.start(name, settings, conf, options, words);
        processes.add(process);
        return process;
    }

    private void awaitRegistered(FlinkProcess taskManager) throws Exception {
        Waiting.until(taskManager.name() + " registers with the JobManager", START, () -> {
            taskManager.requireAlive();
            return rest.taskManagers().stream()
                    .filter(registered -> registered.id().equals(taskManager.name()))
                    .findFirst();
        });
    }

    public ClusterRest rest() {
        return rest;
    }

    public FlinkCli cli() {
        return new FlinkCli(settings.folder(), settings.jars(), settings.java(), rest.address());
    }

    public ClusterSettings settings() {
        return settings;
    }

    /** Everything started here, what has ended since included. */
    public synchronized List<FlinkProcess> processes() {
        return List.copyOf(processes);
    }

    public FlinkProcess jobManager() {
        return process("jobmanager");
    }

    /** The TaskManagers that live. */
    public synchronized List<FlinkProcess> taskManagers() {
        return processes.stream()
                .filter(process -> process.name().startsWith("taskmanager-") && process.isAlive())
                .toList();
    }

    /** A process by its name. */
    public synchronized FlinkProcess process(String name) {
        return processes.stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private synchronized void stopProcesses() {
        try {
            processes.forEach(FlinkProcess::askToEnd);
            for (FlinkProcess process : processes) {
                process.awaitEnd();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops every process and removes temporary files; configuration, logs and savepoints stay. */
    @Override
    public void close() {
        stopProcesses();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            // this program is about to end: the hook runs by itself and finds nothing left to stop
        }
        clear(settings.folder().resolve("tmp"));
    }

    private static void clear(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cluster: %s could not be removed".formatted(folder), e);
        }
    }
}
