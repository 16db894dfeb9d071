package org.cryptosmarttrader.app.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A cluster found by its folder")
class RunningClusterTest {

    private static final String JOB = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    private HttpServer jobManager;
    private String address;

    @BeforeEach
    void announce() throws IOException {
        jobManager = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        jobManager.start();
        address = "http://127.0.0.1:" + jobManager.getAddress().getPort();
        answers("/overview", "{}");
        answers("/taskmanagers", "{'taskmanagers': [{'id': 'taskmanager-1', 'slotsNumber': 2, 'freeSlots': 2}]}");
        Json.replace(folder.resolve("cluster.json"), new RunningCluster.Note(address, "127.0.0.1:9092", List.of(42L)));
    }

    @AfterEach
    void stop() {
        jobManager.stop(0);
    }

    private void answers(String path, String json) {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        jobManager.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private void hasJob(String state) {
        answers(
                "/jobs/overview",
                "{'jobs': [{'jid': '%s', 'name': 'run-1', 'state': '%s', 'start-time': 1}]}".formatted(JOB, state));
    }

    private RunningCluster found() throws IOException {
        Path lib = Files.createDirectories(folder.resolve("lib"));
        Files.write(lib.resolve("flink-runtime-0.jar"), new byte[0]);
        Path job = Files.write(folder.resolve("job.jar"), new byte[0]);
        return RunningCluster.find(folder, new FlinkJars(lib, job), JavaProgram.own());
    }

    @Test
    void is_not_found_where_none_was_started() {
        assertThatThrownBy(() -> RunningCluster.restOf(folder.resolve("other")))
                .hasMessage("cluster %s/other: none runs from this folder; start one with cst cluster start", folder);
    }

    @Test
    void is_not_started_twice() {
        assertThatThrownBy(() -> RunningCluster.requireNone(folder))
                .hasMessageStartingWith("cluster %s: one runs already (%s, processes [42])", folder, address);
    }

    @Test
    void may_be_started_anew_once_it_is_gone() {
        jobManager.stop(0);

        assertThatCode(() -> RunningCluster.requireNone(folder)).doesNotThrowAnyException();
    }

    @Test
    void says_so_when_it_is_gone() throws IOException {
        RunningCluster cluster = found();
        jobManager.stop(0);

        assertThatThrownBy(() -> cluster.runOf(Optional.empty()))
                .hasMessage("cluster %s: does not answer; start one with cst cluster start", address);
    }

    @Test
    void refuses_more_parallelism_than_it_has_slots() throws IOException {
        RunningCluster cluster = found();

        assertThatThrownBy(() -> cluster.submit("run-1", List.of(), 3))
                .hasMessageStartingWith("--parallelism 3: cluster %s has 2 slots", address);
    }

    @Test
    void stops_no_job_that_does_not_run() throws IOException {
        hasJob("FINISHED");
        RunningCluster cluster = found();

        assertThatThrownBy(() -> cluster.stop("run-1"))
                .hasMessage("job run-1: does not run; cst cluster status lists jobs");
    }

    @Test
    void resumes_no_job_that_still_runs() throws IOException {
        hasJob("RESTARTING");
        Json.replace(
                folder.resolve("jobs/run-1.json"), new RunningCluster.Submitted("run-1", List.of(), 2, "file:/there"));
        RunningCluster cluster = found();

        assertThatThrownBy(() -> cluster.resume("run-1", Optional.of(1)))
                .hasMessage("job run-1: still RESTARTING; stop it first with cst cluster stop");
    }

    @Test
    void resumes_no_job_without_a_savepoint() throws IOException {
        hasJob("FINISHED");
        Json.replace(folder.resolve("jobs/run-1.json"), new RunningCluster.Submitted("run-1", List.of(), 2, null));
        RunningCluster cluster = found();

        assertThatThrownBy(() -> cluster.resume("run-1", Optional.empty()))
                .hasMessage("job run-1: has left no savepoint to go on from; start the run anew");
    }

    @Test
    void resumes_no_job_whose_run_is_complete() throws IOException {
        hasJob("FINISHED");
        Json.replace(
                folder.resolve("jobs/run-1.json"), new RunningCluster.Submitted("run-1", List.of(), 2, "file:/there"));
        RunningCluster cluster = found();
        cluster.forget("run-1");

        assertThatThrownBy(() -> cluster.resume("run-1", Optional.empty()))
                .hasMessageContaining("or its run is complete");
    }

    @Test
    void knows_only_jobs_that_were_submitted_from_here() throws IOException {
        hasJob("FINISHED");
        RunningCluster cluster = found();

        assertThatThrownBy(() -> cluster.resume("run-2", Optional.empty()))
                .hasMessageStartingWith("job run-2: was not submitted from here");
    }
}
