package org.cryptosmarttrader.serving.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.serving.api.Growth;
import org.cryptosmarttrader.serving.api.Served;
import org.cryptosmarttrader.serving.api.ServedScene;
import org.cryptosmarttrader.serving.report.RunScene;
import org.cryptosmarttrader.serving.store.RunStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run's figures, and a webhook on this machine that hears of them. */
@DisplayName("Alerts")
class AlertsTest {

    private static final Duration OFTEN = Duration.ofMillis(50);
    private static final Duration SHORTLY = Duration.ofMillis(1);

    @TempDir
    Path folder;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    /** Statuses the webhook answers with; 200 when there is none left. */
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

    private HttpServer hook;
    private RunStore store;
    private Growth growth;
    private Served served;

    @BeforeEach
    void serve() throws IOException {
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/s3cr3t", this::hear);
        hook.start();
        RunScene.fiveHours(folder.resolve("run"))
                .account(4, "GATED", "900.00", "0", true)
                .sealed();
        store = RunStore.open(folder.resolve("run"));
        growth = Growth.watch(store);
        served = ServedScene.of(store, growth, folder);
    }

    @AfterEach
    void stop() throws IOException {
        hook.stop(0);
        growth.close();
        store.close();
    }

    private void hear(HttpExchange exchange) throws IOException {
        heard.add("%s %s"
                .formatted(
                        exchange.getRequestHeaders().getFirst("Content-Type"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Integer answer = answers.poll();
        exchange.sendResponseHeaders(answer == null ? 200 : answer, -1);
        exchange.close();
    }

    private Alerts alerts() {
        URI address = URI.create(
                "http://127.0.0.1:%d/s3cr3t".formatted(hook.getAddress().getPort()));
        return Alerts.start(served, new Webhook(address, Webhook.Shape.SLACK, ""), OFTEN, SHORTLY);
    }

    private String next() throws InterruptedException {
        return heard.poll(20, TimeUnit.SECONDS);
    }

    private static double gauge(Alerts alerts, String name) {
        return alerts.collect().stream()
                .filter(metric -> metric.getMetadata().getName().equals(name))
                .map((MetricSnapshot metric) ->
                        ((GaugeSnapshot) metric).getDataPoints().get(0).getValue())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void say_what_begins_and_what_ends_once_each() throws Exception {
        try (Alerts alerts = alerts()) {
            assertThat(next())
                    .isEqualTo(
                            "application/json {\"text\":\"FIRING CstStopped: the kill switch of GATED in USD has tripped (docs/operations.md#stopped)\"}");
            assertThat(heard.poll(1, TimeUnit.SECONDS)).as("twenty looks later").isNull();

            Files.move(folder.resolve("run/accounts"), folder.resolve("elsewhere"));

            assertThat(next())
                    .isEqualTo(
                            "application/json {\"text\":\"RESOLVED CstStopped: the kill switch of GATED in USD has tripped\"}");
            assertThat(heard.poll(500, TimeUnit.MILLISECONDS)).isNull();
            assertThat(gauge(alerts, "cst_alerts_sent")).isEqualTo(2);
            assertThat(gauge(alerts, "cst_alerts_lost")).isZero();
        }
    }

    @Test
    void try_again_what_the_webhook_failed_to_take() throws Exception {
        answers.addAll(List.of(500, 503, 429));
        try (Alerts alerts = alerts()) {
            for (int attempt = 0; attempt < 4; attempt++) {
                assertThat(next()).contains("FIRING CstStopped");
            }
            assertThat(heard.poll(500, TimeUnit.MILLISECONDS)).isNull();
            assertThat(gauge(alerts, "cst_alerts_sent")).isEqualTo(1);
        }
    }

    @Test
    void give_up_after_nine_attempts_and_count_it() throws Exception {
        answers.addAll(Collections.nCopies(9, 500));
        try (Alerts alerts = alerts()) {
            for (int attempt = 0; attempt < 9; attempt++) {
                assertThat(next()).isNotNull();
            }
            assertThat(heard.poll(1, TimeUnit.SECONDS)).isNull();
            assertThat(gauge(alerts, "cst_alerts_lost")).isEqualTo(1);
            assertThat(gauge(alerts, "cst_alerts_sent")).isZero();
        }
    }

    @Test
    void are_not_sent_again_to_a_webhook_that_refuses_them() throws Exception {
        answers.add(404);
        try (Alerts alerts = alerts()) {
            assertThat(next()).isNotNull();
            assertThat(heard.poll(1, TimeUnit.SECONDS)).isNull();
            assertThat(gauge(alerts, "cst_alerts_lost")).isEqualTo(1);
        }
    }
}
