package org.cryptosmarttrader.serving.metrics;

import io.javalin.http.Context;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.serving.api.Served;
import org.cryptosmarttrader.serving.http.HttpServer;
import org.cryptosmarttrader.serving.http.Listening;

/** Prometheus' text at {@code /metrics}: the run, its ingest, its Flink, and this process. */
public final class MetricsServer implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final FlinkMetrics flink;
    private final HttpServer server;

    private MetricsServer(Served served, Path flinkFile, List<MultiCollector> more, Listening listening) {
        flink = new FlinkMetrics(flinkFile);
        collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        registry.getPrometheusRegistry().register(new RunCollector(served.store(), served.ingestStatus()));
        registry.getPrometheusRegistry().register(flink);
        more.forEach(registry.getPrometheusRegistry()::register);
        server = HttpServer.start(listening, config -> {}, app -> app.get("/metrics", this::answer));
    }

    /**
     * Starts one.
     *
     * @param flinkFile Flink's own metrics in Prometheus' text, there or not
     * @param more what else is measured
     */
    public static MetricsServer start(Served served, Path flinkFile, List<MultiCollector> more, Listening listening) {
        return new MetricsServer(served, flinkFile, more, listening);
    }

    private void answer(Context context) {
        context.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape() + flink.text());
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
        collections.close();
        registry.close();
    }
}
