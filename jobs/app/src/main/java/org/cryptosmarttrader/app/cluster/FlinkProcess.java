package org.cryptosmarttrader.app.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM of the cluster. Its log lies in {@code logs/<name>.log}, what it printed in {@code logs/<name>.out}. */
public final class FlinkProcess {

    private static final long GRACE_SECONDS = 10;

    private final String name;
    private final Process process;
    private final Path log;
    private final Path printed;

    private FlinkProcess(String name, Process process, Path log, Path printed) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.printed = printed;
    }

    /**
     * Starts one.
     *
     * @param conf folder of its configuration, beside those of logs and temporary files
     * @param options of the JVM
     * @param words main class and its arguments
     */
    static FlinkProcess start(
            String name, ClusterSettings settings, Path conf, List<String> options, List<String> words)
            throws IOException {
        Path logs = Files.createDirectories(settings.folder().resolve("logs"));
        Path temporary = Files.createDirectories(settings.folder().resolve("tmp"));
        Path log = logs.resolve(name + ".log");
        Path printed = logs.resolve(name + ".out");
        List<String> command =
                new ArrayList<>(List.of(settings.java().executable().toString()));
        command.addAll(options);
        command.addAll(List.of(
                "-Dlog.file=" + log,
                "-Dlog4j.configurationFile=" + conf.resolve("log4j.properties").toUri(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                settings.jars().classPath()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(settings.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(printed.toFile()));
        builder.environment().put("FLINK_CONF_DIR", conf.toString());
        return new FlinkProcess(name, builder.start(), log, printed);
    }

    /** E.g. {@code taskmanager-1}; a TaskManager's is also its id. */
    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Path log() {
        return log;
    }

    /** Completes when the process has ended, however it came to that. */
    public CompletableFuture<FlinkProcess> ended() {
        return process.onExit().thenApply(end -> this);
    }

    /** Kills it as {@code kill -9} does, and returns when it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end; {@link #awaitEnd} makes it. */
    void askToEnd() {
        process.destroy();
    }

    void awaitEnd() throws InterruptedException {
        if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** @throws IllegalStateException if it has ended; says why, as far as its log tells */
    void requireAlive() throws IOException {
        if (!isAlive()) {
            throw new IllegalStateException("%s ended with exit code %d: %s; the whole story is in %s"
                    .formatted(name, process.exitValue(), lastComplaint(), log));
        }
    }

    private String lastComplaint() throws IOException {
        String complaint = "";
        for (Path file : List.of(printed, log)) {
            if (Files.exists(file)) {
                try (Stream<String> lines = Files.lines(file)) {
                    complaint = lines.filter(FlinkProcess::isComplaint).reduce(complaint, (earlier, later) -> later);
                }
            }
        }
        return complaint.isEmpty() ? "it said nothing" : complaint.strip();
    }

    private static boolean isComplaint(String line) {
        return line.startsWith("Caused by:") || line.startsWith("Error") || line.contains(" ERROR ");
    }
}
