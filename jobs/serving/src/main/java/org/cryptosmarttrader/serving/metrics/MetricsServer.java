package org.cryptosmarttrader.serving.metrics;

import io.javalin.http.Context;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import org.cryptosmarttrader.serving.api.Served;
import org.cryptosmarttrader.serving.http.HttpServer;
import org.cryptosmarttrader.serving.http.Listening;
import org.cryptosmarttrader.serving.store.RunStore;

/** Prometheus' text at {@code /metrics}: the run, its ingest, and this process. */
public final class MetricsServer implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final HttpServer server;

    private MetricsServer(RunStore store, Path ingestStatus, Listening listening) {
        collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        registry.getPrometheusRegistry().register(new RunCollector(store, ingestStatus));
        server = HttpServer.start(listening, config -> {}, app -> app.get("/metrics", this::answer));
    }

    /**
     * Starts one.
     */
    public static MetricsServer start(Served served, Listening listening) {
        return new MetricsServer(served.store(), served.ingestStatus(), listening);
    }

    private void answer(Context context) {
        context.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
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
