package org.cryptosmarttrader.serving.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.serving.api.Growth;
import org.cryptosmarttrader.serving.api.ServedScene;
import org.cryptosmarttrader.serving.http.Access;
import org.cryptosmarttrader.serving.http.Listening;
import org.cryptosmarttrader.serving.report.RunScene;
import org.cryptosmarttrader.serving.store.RunStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The metrics")
class MetricsServerTest {

    @TempDir
    Path folder;

    private Map<String, String> samples() throws IOException, InterruptedException {
        RunScene.fiveHours(folder.resolve("run")).withAccounts().sealed();
        try (RunStore store = RunStore.open(folder.resolve("run"));
                Growth growth = Growth.watch(store);
                MetricsServer server = MetricsServer.start(
                        ServedScene.of(store, growth, folder), flink(), List.of(), Listening.at(Access.LOCAL, 0))) {
            HttpResponse<String> reply = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/metrics".formatted(server.port())))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
            Map<String, String> samples = new TreeMap<>();
            reply.body().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int blank = line.lastIndexOf(' ');
                samples.put(line.substring(0, blank), line.substring(blank + 1));
            });
            return samples;
        }
    }

    private Path flink() {
        return folder.resolve("flink.txt");
    }

    @Test
    void have_those_of_flink_while_the_job_writes_them() throws Exception {
        Files.writeString(flink(), """
                # HELP flink_a a of Flink
                # TYPE flink_a gauge
                flink_a{task_name="known"} 3.0
                # TYPE cst_unread_parts gauge
                cst_unread_parts 7.0
                """);

        assertThat(samples())
                .containsEntry("flink_a{task_name=\"known\"}", "3.0")
                .containsEntry("cst_flink_up", "1.0")
                .containsEntry("cst_unread_parts", "0.0");
    }

    @Test
    void have_those_of_flink_no_longer_when_they_are_old() throws Exception {
        Files.writeString(flink(), "flink_a 3.0\n");
        Files.setLastModifiedTime(flink(), FileTime.from(Instant.now().minusSeconds(61)));

        assertThat(samples()).containsEntry("cst_flink_up", "0.0").doesNotContainKey("flink_a");
    }

    @Test
    void say_nothing_of_flink_where_no_job_ever_ran() throws Exception {
        assertThat(samples()).doesNotContainKey("cst_flink_up");
    }

    @Test
    void say_what_the_last_tick_of_the_run_says() throws Exception {
        Map<String, String> samples = samples();

        assertThat(samples)
                .containsEntry("cst_training_open{horizon=\"1h\"}", "1.0")
                .containsEntry("cst_training_seconds{horizon=\"1h\"}", "7264800.0")
                .containsEntry("cst_equity{lane=\"RESEARCH\",quote=\"USD\"}", "1078.11")
                .containsEntry("cst_stopped{lane=\"GATED\",quote=\"USD\"}", "0.0")
                .containsEntry("cst_unread_parts", "0.0");
        assertThat(samples.keySet()).anyMatch(name -> name.startsWith("jvm_memory_used_bytes"));
    }

    @Test
    void have_ingest_only_where_there_is_one() throws Exception {
        assertThat(samples().keySet()).noneMatch(name -> name.startsWith("cst_ingest"));
    }

    @Test
    void say_how_ingest_fares() throws Exception {
        Files.writeString(
                folder.resolve("status.json"),
                "{\"at\":%d,\"promised\":%d,\"events\":7,\"sources\":[{\"source\":\"kraken\",\"complaints\":[\"a\",\"b\"],\"calls\":{\"source\":\"kraken\",\"succeeded\":5,\"unknownErrors\":{}}}]}"
                        .formatted(System.currentTimeMillis(), System.currentTimeMillis() - 60_000));

        Map<String, String> samples = samples();

        assertThat(samples)
                .containsEntry("cst_source_complaints{source=\"kraken\"}", "2.0")
                .containsEntry("cst_source_calls{fared=\"succeeded\",source=\"kraken\"}", "5.0")
                .containsEntry("cst_ingest_events", "7.0");
        assertThat(Double.parseDouble(samples.get("cst_ingest_promise_age_seconds")))
                .isBetween(60.0, 180.0);
    }

    @Test
    void leave_out_a_part_that_is_damaged_and_count_it() throws Exception {
        Files.writeString(folder.resolve("status.json"), "{half");

        assertThat(samples()).containsEntry("cst_unread_parts", "1.0").containsKey("cst_whole_up_to_seconds");
    }
}
