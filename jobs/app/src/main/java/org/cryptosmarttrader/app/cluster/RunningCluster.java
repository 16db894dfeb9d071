package org.cryptosmarttrader.app.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.wire.Json;

/**
 * A cluster as other programs find it, by its folder. What a job was submitted with is kept there, so that it can go on
 * from a savepoint under the same words.
 */
public final class RunningCluster {

    private static final String NOTE = "cluster.json";

    /**
     * Where it is.
     *
     * @param rest address of the JobManager
     * @param bootstrap host and port of the broker that goes with it
     * @param processes their ids, the JobManager's first
     */
    public record Note(String rest, String bootstrap, List<Long> processes) {}

    /**
     * A job handed over.
     *
     * @param run its name
     * @param words it was submitted with
     * @param parallelism of its last start
     * @param savepoint the last it left; null before the first
     */
    public record Submitted(String run, List<String> words, int parallelism, String savepoint) {
        Submitted savedAt(String path) {
            return new Submitted(run, words, parallelism, path);
        }
    }

    private final Path folder;
    private final Note note;
    private final ClusterRest rest;
    private final FlinkCli cli;

    private RunningCluster(Path folder, Note note, FlinkJars jars, JavaProgram java) {
        this.folder = folder;
        this.note = note;
        this.rest = new ClusterRest(URI.create(note.rest()));
        this.cli = new FlinkCli(folder, jars, java, rest.address());
    }

    /** Lets other programs find a cluster. */
    public static RunningCluster announce(StandaloneCluster cluster, String bootstrap) throws IOException {
        Path folder = cluster.settings().folder();
        List<Long> processes =
                cluster.processes().stream().map(FlinkProcess::pid).toList();
        Note note = new Note(cluster.rest().address().toString(), bootstrap, processes);
        Json.replace(folder.resolve(NOTE), note);
        return new RunningCluster(
                folder, note, cluster.settings().jars(), cluster.settings().java());
    }

    public Note note() {
        return note;
    }

    /** Takes the announcement back. */
    public void conceal() throws IOException {
        Files.deleteIfExists(folder.resolve(NOTE));
    }

    /**
     * Finds the cluster of a folder.
     *
     * @throws IOException if none was announced there
     */
    public static RunningCluster find(Path folder, FlinkJars jars, JavaProgram java) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        return new RunningCluster(absolute, note(absolute), jars, java);
    }

    /** Where the cluster of a folder answers. */
    public static ClusterRest restOf(Path folder) throws IOException {
        return new ClusterRest(URI.create(note(folder).rest()));
    }

    private static Note note(Path folder) throws IOException {
        Path file = folder.resolve(NOTE);
        if (!Files.exists(file)) {
            throw new IOException(
                    "cluster %s: none runs from this folder; start one with cst cluster start".formatted(folder));
        }
        return Json.read(file, Note.class);
    }

    /** @throws IllegalStateException if a cluster that was announced there still answers */
    public static void requireNone(Path folder) throws IOException {
        if (Files.exists(folder.resolve(NOTE))) {
            Note note = note(folder);
            if (new ClusterRest(URI.create(note.rest())).answers()) {
                throw new IllegalStateException(
                        "cluster %s: one runs already (%s, processes %s); stop it with Ctrl-C where it was started, or choose another --folder"
                                .formatted(folder, note.rest(), note.processes()));
            }
        }
    }

    public ClusterRest rest() {
        return rest;
    }

    /** Host and port of its broker. */
    public String bootstrap() {
        return note.bootstrap();
    }

    /** Where jobs keep their checkpoints. */
    public Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    /** Submits a job and returns its id. */
    public String submit(String run, List<String> words, int parallelism) throws IOException, InterruptedException {
        requireSlots(parallelism);
        String job = cli.run(parallelism, Optional.empty(), words);
        keep(new Submitted(run, words, parallelism, null));
        return job;
    }

    /**
     * Without it a job would wait for slots in silence.
     *
     * @throws IllegalStateException if there are fewer slots than a parallelism needs
     */
    public void requireSlots(int parallelism) throws IOException {
        int slots = rest.taskManagers().stream()
                .mapToInt(ClusterRest.TaskManager::slots)
                .sum();
        if (parallelism > slots) {
            throw new IllegalStateException(
                    "--parallelism %d: cluster %s has %d slots; choose a lower one, or start it with more --taskmanagers or --slots"
                            .formatted(parallelism, note.rest(), slots));
        }
    }

    /** Takes a savepoint of a running job, which goes on, and returns its path. */
    public String savepoint(String run) throws IOException, InterruptedException {
        String path = cli.savepoint(running(run).id());
        keep(submitted(run).savedAt(path));
        return path;
    }

    /** Stops a job with a savepoint and returns its path. */
    public String stop(String run) throws IOException, InterruptedException {
        String path = cli.stop(running(run).id());
        keep(submitted(run).savedAt(path));
        return path;
    }

    /**
     * Goes on with a job from its last savepoint, under the words it was submitted with.
     *
     * @param parallelism a new one, empty for the last
     * @return id of the job, a new one
     */
    public String resume(String run, Optional<Integer> parallelism) throws IOException, InterruptedException {
        Submitted last = submitted(run);
        Optional<ClusterRest.Job> job = rest.latest(run);
        if (job.isPresent() && !job.get().hasEnded()) {
            throw new IllegalStateException("job %s: still %s; stop it first with cst cluster stop"
                    .formatted(run, job.get().state()));
        }
        if (last.savepoint() == null) {
            throw new IllegalStateException(
                    "job %s: has left no savepoint to go on from; start the run anew".formatted(run));
        }
        int subtasks = parallelism.orElse(last.parallelism());
        requireSlots(subtasks);
        String id = cli.run(subtasks, Optional.of(last.savepoint()), last.words());
        keep(new Submitted(run, last.words(), subtasks, last.savepoint()));
        return id;
    }

    /** Forgets a job whose run is complete: there is nothing to go on with. */
    public void forget(String run) throws IOException {
        Files.deleteIfExists(noteOf(run));
    }

    /** The name given or, without one, that of the latest job. */
    public String runOf(Optional<String> given) throws IOException {
        return given.isPresent()
                ? given.get()
                : rest.jobs().stream()
                        .findFirst()
                        .map(ClusterRest.Job::name)
                        .orElseThrow(() -> new IllegalStateException(
                                "cluster %s: has no job; submit one with cst cluster submit".formatted(note.rest())));
    }

    private ClusterRest.Job running(String run) throws IOException {
        return rest.latest(run)
                .filter(job -> !job.hasEnded())
                .orElseThrow(() -> new IllegalStateException(
                        "job %s: does not run; cst cluster status lists jobs".formatted(run)));
    }

    private Path noteOf(String run) {
        return folder.resolve("jobs").resolve(run + ".json");
    }

    private Submitted submitted(String run) throws IOException {
        if (!Files.exists(noteOf(run))) {
            throw new IOException(
                    "job %s: was not submitted from here, or its run is complete; for others use Flink's own command line (docs/cluster.md)"
                            .formatted(run));
        }
        return Json.read(noteOf(run), Submitted.class);
    }

    private void keep(Submitted submitted) throws IOException {
        Json.replace(noteOf(submitted.run()), submitted);
    }
}
