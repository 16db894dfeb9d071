package org.cryptosmarttrader.app.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cryptosmarttrader.app.runs.Backtest.Progress;
import org.cryptosmarttrader.ingest.trading.ApiKey;

/**
 * Keeps processes running: one that ends is started again, sooner if it had lived long, later if it ends at once each time.
 * Safe for use by many threads.
 */
public final class Supervisor implements AutoCloseable {

    private static final long FIRST_WAIT_MILLIS = 500;
    private static final long LONGEST_WAIT_MILLIS = 60_000;
    /** A process that lived so long did not fail at its start. */
    private static final long LIVED_MILLIS = 60_000;

    /** Bytes of a file of what a process printed, beyond which its next start begins a new one. */
    private static final long LONGEST_PRINT = 10_000_000;

    private static final long SECONDS_TO_STOP = 7;
    private static final long SECONDS_TO_DIE = 5;

    private final Path java;
    private final Path logs;
    private final Set<String> keys;
    private final Progress progress;
    private final Map<String, Running> running = new LinkedHashMap<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "supervisor");
        thread.setDaemon(true);
        return thread;
    });
    private boolean isStopping;

    private record Running(Child child, Process process, long startedAt, long nextWait) {}

    /**
     * @param java program
     * @param logs folder of what the processes print
     * @param keys names of variables that only some processes get
     * @param progress told what ends and what is started again
     */
    public Supervisor(Path java, Path logs, Set<String> keys, Progress progress) {
        this.java = java;
        this.logs = logs;
        this.keys = Set.copyOf(keys);
        this.progress = progress;
    }

    /** Starts a process and keeps it. */
    public void keep(Child child) throws IOException {
        start(child, FIRST_WAIT_MILLIS);
    }

    private synchronized void start(Child child, long nextWait) throws IOException {
        if (isStopping) {
            return;
        }
        Path printed = printed(child.name());
        makeRoom(printed);
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-XX:+UseParallelGC",
                "-Xmx" + child.heap(),
                "-D%s=%d".formatted(Parent.PROPERTY, ProcessHandle.current().pid()),
                "-Dcst.home=" + System.getProperty("cst.home", ""),
                "-Dai.djl.offline=true",
                "-Dcst.session=%s-%s".formatted(System.getProperty("cst.session", "up"), child.name()),
                "-Dcst.logs=" + logs.resolve(child.name()),
                "-Dcst.console=warn",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(child.words());
        String logging = System.getProperty("log4j2.configurationFile");
        if (logging != null) {
            command.add(1, "-Dlog4j2.configurationFile=" + logging);
        }
        ProcessBuilder program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(printed.toFile()));
        if (!child.knowsKeys()) {
            program.environment().keySet().removeAll(keys);
        }
        // cst trade alone holds them, and nobody starts it but a person
        program.environment().keySet().removeAll(ApiKey.NAMES);
        Process process = program.start();
        running.put(child.name(), new Running(child, process, System.nanoTime(), nextWait));
        progress.say("%-8s process %d", child.name(), process.pid());
        process.onExit().thenAccept(ended -> ended(child.name(), ended));
    }

    private Path printed(String name) {
        return logs.resolve(name + ".out");
    }

    /** What fills a disk is a process that fails at each start. */
    private static void makeRoom(Path printed) throws IOException {
        Files.createDirectories(printed.getParent());
        if (Files.exists(printed) && Files.size(printed) > LONGEST_PRINT) {
            Files.move(printed, Path.of(printed + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private synchronized void ended(String name, Process ended) {
        Running gone = running.get(name);
        if (isStopping || gone.process() != ended) {
            return;
        }
        long livedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - gone.startedAt());
        long wait = livedMillis >= LIVED_MILLIS ? FIRST_WAIT_MILLIS : gone.nextWait();
        progress.say(
                "%-8s process %d ended with exit code %d, see %s; started again in %.1f s",
                name, ended.pid(), ended.exitValue(), printed(name), wait / 1e3);
        later.schedule(() -> again(gone.child(), Math.min(2 * wait, LONGEST_WAIT_MILLIS)), wait, TimeUnit.MILLISECONDS);
    }

    private void again(Child child, long nextWait) {
        try {
            start(child, nextWait);
        } catch (IOException e) {
            progress.say("%-8s could not be started (%s); tried again", child.name(), e.getMessage());
            later.schedule(
                    () -> again(child, Math.min(2 * nextWait, LONGEST_WAIT_MILLIS)), nextWait, TimeUnit.MILLISECONDS);
        }
    }

    /** The process of a name as it runs now. */
    public synchronized ProcessHandle process(String name) {
        return running.get(name).process().toHandle();
    }

    /** Stops everything: what was started last is asked first, what was started first last, when the others are gone. */
    @Override
    public void close() throws InterruptedException {
        List<Process> processes = stopping();
        later.shutdownNow();
        if (processes.isEmpty()) {
            return;
        }
        List<Process> users = processes.subList(1, processes.size());
        users.forEach(Process::destroy);
        end(users, SECONDS_TO_STOP);
        processes.get(0).destroy();
        end(processes.subList(0, 1), SECONDS_TO_DIE);
    }

    private synchronized List<Process> stopping() {
        isStopping = true;
        return running.values().stream().map(Running::process).toList();
    }

    private static void end(List<Process> processes, long seconds) throws InterruptedException {
        CompletableFuture<?> all =
                CompletableFuture.allOf(processes.stream().map(Process::onExit).toArray(CompletableFuture[]::new));
        try {
            all.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            for (Process process : processes) {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
