package org.cryptosmarttrader.app.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Flink's own command line, each word in a JVM of its own, as {@code bin/flink} starts it. */
public final class FlinkCli {

    private static final Pattern SUBMITTED = Pattern.compile("submitted with JobID ([0-9a-f]{32})");
    private static final Pattern SAVED = Pattern.compile("Savepoint completed\\. Path: (\\S+)");

    private final Path folder;
    private final FlinkJars jars;
    private final JavaProgram java;
    private final URI rest;

    /**
     * @param folder of the cluster
     * @param rest address of the JobManager's REST interface
     */
    FlinkCli(Path folder, FlinkJars jars, JavaProgram java, URI rest) {
        this.folder = folder;
        this.jars = jars;
        this.java = java;
        this.rest = rest;
    }

    /**
     * Submits the job.
     *
     * @param parallelism of every stage that can be parallel
     * @param savepoint to go on from, as Flink printed it
     * @param words of the job
     * @return id of the job
     */
    public String run(int parallelism, Optional<String> savepoint, List<String> words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("run", "-d", "-p", Integer.toString(parallelism)));
        savepoint.ifPresent(path -> command.addAll(List.of("-s", path)));
        command.addAll(List.of("-m", manager(), jars.job().toString()));
        command.addAll(words);
        return found(SUBMITTED, call(command), "no job id");
    }

    /** Takes a savepoint of a running job and returns its path. */
    public String savepoint(String job) throws IOException, InterruptedException {
        return found(SAVED, call(List.of("savepoint", "-m", manager(), "-type", "canonical", job)), "no savepoint");
    }

    /** Stops a job with a savepoint and returns its path. */
    public String stop(String job) throws IOException, InterruptedException {
        return found(SAVED, call(List.of("stop", "-m", manager(), "--type", "canonical", job)), "no savepoint");
    }

    /** What the cluster runs, in Flink's words. */
    public String list() throws IOException, InterruptedException {
        return call(List.of("list", "-a", "-m", manager()));
    }

    private String manager() {
        return rest.getHost() + ":" + rest.getPort();
    }

    private String call(List<String> words) throws IOException, InterruptedException {
        Path log = Files.createDirectories(folder.resolve("logs")).resolve("cli.log");
        Path conf = folder.resolve("conf");
        List<String> command = new ArrayList<>(List.of(
                java.executable().toString(),
                "-Xmx512m",
                // flink-clients loads the second DataStream API, which looks into java.util by reflection
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-Dlog.file=" + log,
                "-Dlog4j.configurationFile=" + conf.resolve("log4j.properties").toUri(),
                "-cp",
                jars.classPath(),
                "org.apache.flink.client.cli.CliFrontend"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("FLINK_CONF_DIR", conf.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("flink %s: %s; the whole story is in %s".formatted(words.get(0), essence(said), log));
        }
        return said;
    }

    /** What the program that failed said first-hand: the innermost cause, or what it printed itself. */
    static String essence(String said) {
        List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
        return lines.stream()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((outer, inner) -> inner)
                .map(line -> line.substring("Caused by: ".length()))
                .or(() -> lines.stream()
                        .filter(line -> !line.startsWith("\tat") && !line.startsWith("---"))
                        .findFirst())
                .orElse("it failed and said nothing");
    }

    private static String found(Pattern pattern, String said, String missing) throws IOException {
        Matcher matcher = pattern.matcher(said);
        if (!matcher.find()) {
            throw new IOException("flink: printed %s, but: %s".formatted(missing, said.strip()));
        }
        return matcher.group(1);
    }
}
