package org.cryptosmarttrader.serving.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.serving.alerts.Alerts;
import org.cryptosmarttrader.serving.alerts.Webhook;
import org.cryptosmarttrader.serving.api.Growth;
import org.cryptosmarttrader.serving.api.Served;
import org.cryptosmarttrader.serving.api.ServedScene;
import org.cryptosmarttrader.serving.http.Access;
import org.cryptosmarttrader.serving.http.Listening;
import org.cryptosmarttrader.serving.store.RunStore;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The dashboard for Grafana")
class GrafanaTest {

    private static final long TICK = Instant.parse("2022-03-02T12:00:05Z").toEpochMilli();
    private static final Pattern METRIC = Pattern.compile("\\b(cst|jvm)_[a-z_]+");
    private static final Pattern OF_FLINK = Pattern.compile("\\bflink_[a-z_]+");

    @TempDir
    Path folder;

    private static JsonNode dashboard() throws IOException {
        return Json.read(Path.of("../../deploy/grafana.json"), JsonNode.class);
    }

    private static List<JsonNode> panels() throws IOException {
        List<JsonNode> panels = new ArrayList<>();
        for (JsonNode panel : dashboard().get("panels")) {
            if (!panel.get("type").asText().equals("row")) {
                panels.add(panel);
            }
        }
        return panels;
    }

    private static Set<String> named(Pattern metric) throws IOException {
        return panels().stream()
                .flatMap(panel -> panel.findValuesAsText("expr").stream())
                .flatMap(expression -> metric.matcher(expression).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A row that says something in every column the metrics show. */
    private void everythingIsMeasured() throws IOException {
        RowSchema schema = Datasets.STATUS;
        RowBuilder status = new RowBuilder(schema);
        status.row()
                .set(0, TICK)
                .set(1, "1h")
                .set(2, "")
                .set(3, 16.8)
                .set(4, "")
                .set(7, true)
                .set(8, 40.0)
                .set(9, 0.9)
                .set(10, 33)
                .set(11, 1)
                .set(12, "TRAINING=32")
                .set(schema.indexOf("skill"), 0.01)
                .set(schema.indexOf("log_loss_alarm"), false)
                .set(schema.indexOf("drifted_share"), 0.1)
                .set(schema.indexOf("tainted_rows"), 0);
        RowBuilder accounts = new RowBuilder(Datasets.ACCOUNTS);
        accounts.row()
                .set(0, TICK)
                .set(1, "RESEARCH")
                .set(2, "USD")
                .set(3, "1000.00")
                .set(4, "1000.00")
                .set(7, "0")
                .set(8, "0.00")
                .set(9, "0.00")
                .set(10, "0.00")
                .set(Datasets.ACCOUNTS.indexOf("drawdown"), 0.1)
                .set(12, false);
        new RunScene(folder.resolve("run"), "run", new FeatureCatalog(List.of(), List.of()), TICK)
                .write(Datasets.STATUS, status.build())
                .write(Datasets.ACCOUNTS, accounts.build())
                .wholeUpTo(TICK);
        Files.writeString(
                folder.resolve("status.json"),
                "{\"at\":1,\"promised\":1,\"events\":7,\"sources\":[{\"source\":\"kraken\",\"complaints\":[],\"calls\":{\"succeeded\":5}}]}");
        Files.writeString(folder.resolve("flink.txt"), "flink_a 1\n");
    }

    private Set<String> scraped() throws Exception {
        everythingIsMeasured();
        Webhook nobody = new Webhook(URI.create("http://127.0.0.1:9/"), Webhook.Shape.JSON, "");
        try (RunStore store = RunStore.open(folder.resolve("run"));
                Growth growth = Growth.watch(store)) {
            Served served = ServedScene.of(store, growth, folder);
            try (Alerts alerts = Alerts.start(served, nobody);
                    MetricsServer server = MetricsServer.start(
                            served, folder.resolve("flink.txt"), List.of(alerts), Listening.at(Access.LOCAL, 0))) {
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:%d/metrics".formatted(server.port())))
                        .build();
                return HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body()
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.replaceAll("[{ ].*", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
            }
        }
    }

    @Test
    void asks_only_for_metrics_that_are_scraped() throws Exception {
        assertThat(named(METRIC)).hasSizeGreaterThan(20);
        assertThat(scraped()).containsAll(named(METRIC));
    }

    @Test
    void asks_flink_for_what_a_job_was_seen_to_write() throws IOException {
        // jobs/prediction compares this list with a job that runs
        assertThat(named(OF_FLINK))
                .containsExactlyElementsOf(Files.readAllLines(
                        Path.of("../prediction/src/test/resources/flink-metrics-on-the-dashboard.txt")));
    }

    @Test
    void lets_its_user_choose_the_source_of_every_panel() throws IOException {
        assertThat(dashboard().at("/templating/list/0/type").asText()).isEqualTo("datasource");
        for (JsonNode panel : panels()) {
            assertThat(panel.at("/datasource/uid").asText())
                    .as(panel.get("title").asText())
                    .isEqualTo("${datasource}");
            assertThat(panel.get("targets")).isNotEmpty();
        }
    }

    @Test
    void lays_no_panel_over_another() throws IOException {
        Set<String> taken = new TreeSet<>();
        Set<Integer> ids = new TreeSet<>();
        for (JsonNode panel : dashboard().get("panels")) {
            JsonNode place = panel.get("gridPos");
            assertThat(ids.add(panel.get("id").asInt())).isTrue();
            assertThat(place.get("x").asInt() + place.get("w").asInt()).isLessThanOrEqualTo(24);
            for (int x = 0; x < place.get("w").asInt(); x++) {
                for (int y = 0; y < place.get("h").asInt(); y++) {
                    String cell = "%d %d"
                            .formatted(
                                    place.get("x").asInt() + x, place.get("y").asInt() + y);
                    assertThat(taken.add(cell)).as(panel.get("title").asText()).isTrue();
                }
            }
        }
    }
}
