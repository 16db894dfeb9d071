package org.cryptosmarttrader.app.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.wire.Json;

/** What a cluster says of itself over its REST interface. */
public final class ClusterRest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param address e.g. {@code http://127.0.0.1:8081} */
    public ClusterRest(URI address) {
        this.address = address;
    }

    /** A TaskManager that has registered. */
    public record TaskManager(String id, int slots, int freeSlots) {}

    /**
     * A job.
     *
     * @param state as Flink calls it, e.g. {@code RUNNING}, {@code RESTARTING}, {@code FINISHED}
     * @param startedAt epoch milliseconds
     */
    public record Job(String id, String name, String state, long startedAt) {
        public boolean isRunning() {
            return state.equals("RUNNING");
        }

        /** Whether it will do nothing more. */
        public boolean hasEnded() {
            return List.of("FINISHED", "FAILED", "CANCELED").contains(state);
        }
    }

    /**
     * One subtask of a job as it is now.
     *
     * @param attempt 0 until its first restart
     * @param taskManager id; {@code (unassigned)} while it has none
     */
    public record Subtask(String stage, int index, int attempt, String state, String taskManager) {}

    /**
     * The checkpoints of a job, savepoints among them.
     *
     * @param lastCompleted number of the last complete one, 0 before the first
     * @param unfinished numbers of those under way
     * @param restored number of the one the job was last restored from, 0 if never
     */
    public record Checkpoints(long completed, long failed, long lastCompleted, List<Long> unfinished, long restored) {}

    /**
     * One checkpoint.
     *
     * @param state {@code IN_PROGRESS}, {@code COMPLETED} or {@code FAILED}
     * @param acknowledged by so many of its subtasks
     * @param failure why it failed, empty if it did not
     */
    public record Checkpoint(long id, String state, int acknowledged, int subtasks, String failure) {}

    public URI address() {
        return address;
    }

    public boolean answers() {
        try {
            get("/overview");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public List<TaskManager> taskManagers() throws IOException {
        List<TaskManager> all = new ArrayList<>();
        for (JsonNode node : get("/taskmanagers").get("taskmanagers")) {
            all.add(new TaskManager(
                    node.get("id").asText(),
                    node.get("slotsNumber").asInt(),
                    node.get("freeSlots").asInt()));
        }
        all.sort(Comparator.comparing(TaskManager::id));
        return all;
    }

    /** All jobs the cluster remembers, the latest first. */
    public List<Job> jobs() throws IOException {
        List<Job> all = new ArrayList<>();
        for (JsonNode node : get("/jobs/overview").get("jobs")) {
            all.add(new Job(
                    node.get("jid").asText(),
                    node.get("name").asText(),
                    node.get("state").asText(),
                    node.get("start-time").asLong()));
        }
        all.sort(Comparator.comparingLong(Job::startedAt).reversed());
        return all;
    }

    /** The latest job of a name. */
    public Optional<Job> latest(String name) throws IOException {
        return jobs().stream().filter(job -> job.name().equals(name)).findFirst();
    }

    public List<Subtask> subtasks(String job) throws IOException {
        List<Subtask> all = new ArrayList<>();
        for (JsonNode vertex : get("/jobs/" + job).get("vertices")) {
            JsonNode detail =
                    get("/jobs/%s/vertices/%s".formatted(job, vertex.get("id").asText()));
            for (JsonNode node : detail.get("subtasks")) {
                all.add(new Subtask(
                        vertex.get("name").asText(),
                        node.get("subtask").asInt(),
                        node.get("attempt").asInt(),
                        node.get("status").asText(),
                        node.get("taskmanager-id").asText()));
            }
        }
        return all;
    }

    public Checkpoints checkpoints(String job) throws IOException {
        JsonNode node = get("/jobs/%s/checkpoints".formatted(job));
        List<Long> unfinished = new ArrayList<>();
        for (JsonNode checkpoint : node.get("history")) {
            if (checkpoint.get("status").asText().equals("IN_PROGRESS")) {
                unfinished.add(checkpoint.get("id").asLong());
            }
        }
        JsonNode latest = node.get("latest");
        return new Checkpoints(
                node.get("counts").get("completed").asLong(),
                node.get("counts").get("failed").asLong(),
                Math.max(
                        latest.path("completed").path("id").asLong(0),
                        latest.path("savepoint").path("id").asLong(0)),
                List.copyOf(unfinished),
                latest.path("restored").path("id").asLong(0));
    }

    /** A checkpoint by its number; empty once the cluster has forgotten it. */
    public Optional<Checkpoint> checkpoint(String job, long id) throws IOException {
        for (JsonNode node : get("/jobs/%s/checkpoints".formatted(job)).get("history")) {
            if (node.get("id").asLong() == id) {
                return Optional.of(new Checkpoint(
                        id,
                        node.get("status").asText(),
                        node.get("num_acknowledged_subtasks").asInt(),
                        node.get("num_subtasks").asInt(),
                        node.path("failure_message").asText("")));
            }
        }
        return Optional.empty();
    }

    /** How often a job was restarted since it was submitted. */
    public long restarts(String job) throws IOException {
        JsonNode found = get("/jobs/%s/metrics?get=numRestarts".formatted(job));
        return found.isEmpty() ? 0 : found.get(0).get("value").asLong();
    }

    private JsonNode get(String path) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IOException("cluster %s%s: answers %d: %s"
                        .formatted(
                                address,
                                path,
                                response.statusCode(),
                                response.body().lines().findFirst().orElse("")));
            }
            return Json.mapper().readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("cluster %s: interrupted while asking %s".formatted(address, path), e);
        } catch (java.net.ConnectException | java.net.http.HttpTimeoutException e) {
            throw new IOException(
                    "cluster %s: does not answer; start one with cst cluster start".formatted(address), e);
        }
    }
}
