package org.cryptosmarttrader.serving.alerts;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.cryptosmarttrader.serving.api.Served;
import org.cryptosmarttrader.serving.metrics.Gauges;
import org.cryptosmarttrader.serving.metrics.RunCollector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the metrics each minute and sends what begins or ends to a webhook, beside what is served and never in its way. A
 * start knows nothing of the one before: what fires is said again.
 */
public final class Alerts implements MultiCollector, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private final RunCollector metrics;
    private final Outbox outbox;
    private final AlertWatch watch = new AlertWatch(AlertRule.ALL);
    private final AtomicLong failedLooks = new AtomicLong();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "alerts");
        thread.setDaemon(true);
        return thread;
    });

    private Alerts(Served served, Webhook webhook, Duration every, Duration firstWait) {
        metrics = new RunCollector(served.store(), served.ingestStatus());
        outbox = new Outbox(webhook, firstWait);
        looks.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Starts to look. */
    public static Alerts start(Served served, Webhook webhook) {
        return start(served, webhook, EVERY, FIRST_WAIT);
    }

    /** @param firstWait after a failure; the next are twice as long each */
    static Alerts start(Served served, Webhook webhook, Duration every, Duration firstWait) {
        LOG.info("alerts go to the {}", webhook);
        return new Alerts(served, webhook, every, firstWait);
    }

    private void look() {
        try {
            MetricSnapshots now = metrics.collect();
            for (AlertChange change : watch.look(now, RunCollector.isWhole(now), Instant.now())) {
                LOG.warn("{}", change.line());
                outbox.add(change);
            }
        } catch (RuntimeException e) {
            // one that is thrown would end all looks to come; how many failed is a metric
            failedLooks.incrementAndGet();
            LOG.error("alerts: this look failed, the next comes in its time", e);
        }
    }

    @Override
    public MetricSnapshots collect() {
        Gauges gauges = new Gauges();
        gauges.add("cst_alerts_sent", "changes of alerts sent to the webhook since the start", outbox.sent());
        gauges.add("cst_alerts_lost", "changes of alerts that could not be sent since the start", outbox.lost());
        gauges.add("cst_alert_looks_failed", "looks at the metrics that failed since the start", failedLooks.get());
        return gauges.snapshots();
    }

    @Override
    public void close() {
        looks.shutdownNow();
        outbox.close();
    }
}
