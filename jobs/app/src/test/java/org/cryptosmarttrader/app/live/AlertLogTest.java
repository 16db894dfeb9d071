package org.cryptosmarttrader.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.serving.alerts.Alerts;
import org.cryptosmarttrader.serving.alerts.Webhook;
import org.cryptosmarttrader.serving.api.Growth;
import org.cryptosmarttrader.serving.api.Served;
import org.cryptosmarttrader.serving.explain.Explainer;
import org.cryptosmarttrader.serving.logs.SessionLogs;
import org.cryptosmarttrader.serving.runs.RunsBelow;
import org.cryptosmarttrader.serving.store.RunStore;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The log of a webhook that refuses alerts")
class AlertLogTest {

    private static final long TICK = Instant.parse("2022-03-02T12:00:05Z").toEpochMilli();
    private static final String CANARY = "bot123456:c4n4ry";
    private static final String CHAT = "-100987654321";

    @TempDir
    Path folder;

    @Test
    void says_what_was_not_sent_and_nothing_of_where_to() throws Exception {
        RowBuilder rows = new RowBuilder(Datasets.STATUS);
        rows.row()
                .set(0, TICK)
                .set(1, "1h")
                .set(2, "")
                .set(3, 16.8)
                .set(4, "")
                .set(7, false)
                .set(12, "")
                .set(Datasets.STATUS.indexOf("tainted_rows"), 3);
        new RunScene(folder, "run", new FeatureCatalog(List.of(), List.of()), TICK)
                .write(Datasets.STATUS, rows.build())
                .wholeUpTo(TICK);
        CountDownLatch asked = new CountDownLatch(1);
        HttpServer hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/" + CANARY, exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            asked.countDown();
        });
        hook.start();
        Webhook webhook = Webhook.of(Map.of(
                        Webhook.ADDRESS,
                        "http://127.0.0.1:%d/%s/sendMessage"
                                .formatted(hook.getAddress().getPort(), CANARY),
                        Webhook.SHAPE,
                        "telegram",
                        Webhook.CHAT,
                        CHAT))
                .orElseThrow();
        try (LoggedLines log = LoggedLines.listen();
                RunStore store = RunStore.open(folder);
                Growth growth = Growth.watch(store);
                Alerts alerts = Alerts.start(
                        new Served(
                                store,
                                growth,
                                folder.resolve("none"),
                                new SessionLogs(folder.resolve("logs")),
                                new RunsBelow(folder),
                                Explainer.ofNone("nothing is explained here"),
                                folder.resolve("none")),
                        webhook)) {
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            hook.stop(1);
            assertThat(log.hear(
                            line -> line.contains("not sent to the webhook of shape telegram at 127.0.0.1 (HTTP 404)"),
                            Duration.ofSeconds(20)))
                    .isTrue();

            assertThat(alerts.collect().size()).isEqualTo(3);
            assertThat(log.lines())
                    .anyMatch(line -> line.contains("FIRING CstTainted"))
                    .noneMatch(line -> line.contains("c4n4ry") || line.contains(CHAT));
        }
    }
}
