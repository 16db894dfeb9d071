package org.cryptosmarttrader.app.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folder {@code conf} of a cluster: what Flink's start scripts would compute is spelled out. */
final class FlinkConf {

    private static final int FRAMEWORK_HEAP = 64;
    private static final int FRAMEWORK_OFF_HEAP = 64;
    private static final int TASK_OFF_HEAP = 64;
    /** Eight keyed exchanges at parallelism 4 on one TaskManager take about 60 MB. */
    private static final int NETWORK = 128;

    private static final int MANAGED = 128;

    private FlinkConf() {}

    /** Writes {@code config.yaml} and {@code log4j.properties}. */
    static Path write(ClusterSettings settings, int restPort, int rpcPort) throws IOException {
        Path conf = settings.folder().resolve("conf");
        Files.createDirectories(conf);
        List<String> lines = new ArrayList<>();
        lines.addAll(addresses(restPort, rpcPort));
        lines.addAll(taskManager(settings));
        lines.addAll(folders(settings.folder()));
        Files.write(conf.resolve("config.yaml"), lines);
        Files.write(conf.resolve("log4j.properties"), LOGGING);
        return conf;
    }

    private static List<String> addresses(int restPort, int rpcPort) {
        return List.of(
                "# loopback only: Flink's page and interface ask nobody who they are",
                "jobmanager.rpc.address: 127.0.0.1",
                "jobmanager.rpc.port: " + rpcPort,
                "jobmanager.bind-host: 127.0.0.1",
                "rest.address: 127.0.0.1",
                "rest.bind-address: 127.0.0.1",
                "rest.port: " + restPort,
                "rest.bind-port: '%d'".formatted(restPort),
                "blob.server.port: '0'",
                "taskmanager.host: 127.0.0.1",
                "taskmanager.bind-host: 127.0.0.1",
                "taskmanager.rpc.port: '0'",
                "taskmanager.data.port: 0",
                "# a TaskManager killed is missed within seconds; one that only pauses is kept",
                "heartbeat.interval: 2 s",
                "heartbeat.timeout: 30 s",
                "metrics.fetcher.update-interval: 1 s");
    }

    private static List<String> taskManager(ClusterSettings settings) {
        return List.of(
                "taskmanager.numberOfTaskSlots: " + settings.slots(),
                "taskmanager.load-balance.mode: SLOTS",
                "taskmanager.cpu.cores: " + settings.slots(),
                "taskmanager.memory.framework.heap.size: %dm".formatted(FRAMEWORK_HEAP),
                "taskmanager.memory.task.heap.size: %dm".formatted(settings.heapMegabytes() - FRAMEWORK_HEAP),
                "taskmanager.memory.framework.off-heap.size: %dm".formatted(FRAMEWORK_OFF_HEAP),
                "taskmanager.memory.task.off-heap.size: %dm".formatted(TASK_OFF_HEAP),
                "taskmanager.memory.network.min: %dm".formatted(NETWORK),
                "taskmanager.memory.network.max: %dm".formatted(NETWORK),
                "taskmanager.memory.managed.size: %dm".formatted(MANAGED),
                "taskmanager.memory.jvm-metaspace.size: 256m",
                "taskmanager.memory.jvm-overhead.min: 128m",
                "taskmanager.memory.jvm-overhead.max: 128m");
    }

    private static List<String> folders(Path folder) {
        return List.of(
                "io.tmp.dirs: '%s'".formatted(folder.resolve("tmp")),
                "execution.checkpointing.savepoint-dir: '%s'"
                        .formatted(folder.resolve("savepoints").toUri()),
                "web.submit.enable: false",
                "web.cancel.enable: false",
                "web.rescale.enable: false");
    }

    /** Direct memory of a TaskManager, megabytes. */
    static int directMegabytes() {
        return FRAMEWORK_OFF_HEAP + TASK_OFF_HEAP + NETWORK;
    }

    private static final List<String> LOGGING = List.of(
            "rootLogger.level = INFO",
            "rootLogger.appenderRef.file.ref = File",
            "logger.kafka.name = org.apache.kafka",
            "logger.kafka.level = WARN",
            "logger.pekko.name = org.apache.pekko",
            "logger.pekko.level = WARN",
            "appender.file.name = File",
            "appender.file.type = FILE",
            "appender.file.fileName = ${sys:log.file}",
            "appender.file.layout.type = PatternLayout",
            "appender.file.layout.pattern = %d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z'}{UTC} %-5p %c{1} %x - %m%n");
}
