package org.cryptosmarttrader.serving.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.serving.store.RunStore;
import org.cryptosmarttrader.serving.store.Snapshot;
import org.cryptosmarttrader.serving.store.Sql;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run and its ingest say of themselves, read when somebody asks. A part that cannot be read is left out, and counted: a
 * scrape without it is better than none.
 */
public final class RunCollector implements MultiCollector {

    private static final Logger LOG = LoggerFactory.getLogger(RunCollector.class);

    /** Columns of the status that are gauges as they stand. */
    private static final List<Gauge> BY_HORIZON = List.of(
            new Gauge("cst_training_open", "1 once the training gate is open", "training_open"),
            new Gauge(
                    "cst_independent_outcomes",
                    "independent outcomes in the calibration window",
                    "independent_outcomes"),
            new Gauge("cst_coverage", "share of this month's intervals that held", "coverage"),
            new Gauge("cst_skill", "Brier skill over the base rate", "skill"),
            new Gauge("cst_drifted_share", "share of columns unlike the training set", "drifted_share"),
            new Gauge("cst_verdicts", "verdicts of the last tick", "verdicts"),
            new Gauge("cst_verdicts_passed", "of them, that passed every gate", "passed"),
            new Gauge("cst_log_loss_alarm", "1 while the log loss is above its normal level", "log_loss_alarm"),
            new Gauge("cst_tainted_rows", "rows that rest on made-up sources", "tainted_rows"));

    private record Gauge(String name, String help, String column) {}

    private static final String UNREAD = "cst_unread_parts";

    private static final double MILLIS_A_SECOND = 1e3;
    private static final double SECONDS_AN_HOUR = 3_600;

    private final RunStore store;
    private final Path ingestStatus;

    /** @param ingestStatus file of ingest's status, there or not */
    public RunCollector(RunStore store, Path ingestStatus) {
        this.store = store;
        this.ingestStatus = ingestStatus;
    }

    /** A part of what is collected. */
    @FunctionalInterface
    private interface Part {
        void addTo(Gauges gauges) throws IOException, InterruptedException;
    }

    @Override
    public MetricSnapshots collect() {
        Gauges gauges = new Gauges();
        int failed = 0;
        for (Part part : List.<Part>of(this::run, this::accounts, this::ingest)) {
            try {
                part.addTo(gauges);
            } catch (IOException | RuntimeException e) {
                failed++;
                LOG.warn("metrics: a part could not be read ({})", e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failed++;
            }
        }
        gauges.add(UNREAD, "parts of the metrics that could not be read at this scrape", failed);
        return gauges.snapshots();
    }

    /** Whether every part could be read when this was collected. */
    public static boolean isWhole(MetricSnapshots collected) {
        return collected.stream()
                .filter(metric -> metric.getMetadata().getName().equals(UNREAD))
                .map(GaugeSnapshot.class::cast)
                .allMatch(unread -> unread.getDataPoints().get(0).getValue() == 0);
    }

    private List<Map<String, Object>> lastTick(Snapshot snapshot, RowSchema schema)
            throws IOException, InterruptedException {
        return store.rows(new Sql("SELECT * FROM " + snapshot.lastTick(schema)));
    }

    private void run(Gauges gauges) throws IOException, InterruptedException {
        Snapshot snapshot = store.snapshot();
        if (!snapshot.isEmpty()) {
            gauges.add(
                    "cst_whole_up_to_seconds",
                    "instant up to which the run's rows are whole, seconds since 1970",
                    snapshot.wholeUpTo() / MILLIS_A_SECOND);
        }
        for (Map<String, Object> row : lastTick(snapshot, Datasets.STATUS)) {
            String horizon = String.valueOf(row.get(Datasets.HORIZON));
            Double hours = (Double) row.get("training_hours");
            gauges.add(
                    "cst_training_seconds",
                    "authentic history that counts; 12 weeks are needed",
                    hours == null ? null : hours * SECONDS_AN_HOUR,
                    Datasets.HORIZON,
                    horizon);
            BY_HORIZON.forEach(gauge ->
                    gauges.add(gauge.name(), gauge.help(), row.get(gauge.column()), Datasets.HORIZON, horizon));
            refusals(gauges, String.valueOf(row.get("refusals")), horizon);
        }
    }

    /** E.g. {@code TRAINING=33 DRIFT=1}. */
    private static void refusals(Gauges gauges, String refusals, String horizon) {
        for (String part : refusals.split(" ")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                gauges.add(
                        "cst_refusals",
                        "verdicts of the last tick by reason of refusal",
                        Integer.valueOf(part.substring(equals + 1)),
                        "horizon",
                        horizon,
                        "reason",
                        part.substring(0, equals));
            }
        }
    }

    private void accounts(Gauges gauges) throws IOException, InterruptedException {
        for (Map<String, Object> row : lastTick(store.snapshot(), Datasets.ACCOUNTS)) {
            String[] labels = {"lane", String.valueOf(row.get("lane")), "quote", String.valueOf(row.get("quote"))};
            gauges.add(
                    "cst_equity",
                    "cash and positions at last closes",
                    new BigDecimal(String.valueOf(row.get("equity"))),
                    labels);
            gauges.add("cst_drawdown", "loss since the peak of equity, a fraction", row.get("drawdown"), labels);
            gauges.add("cst_stopped", "1 once the kill switch has tripped", row.get("stopped"), labels);
        }
    }

    private void ingest(Gauges gauges) throws IOException {
        if (!Files.exists(ingestStatus)) {
            return;
        }
        JsonNode status = Json.read(ingestStatus, JsonNode.class);
        double now = Instant.now().toEpochMilli();
        gauges.add(
                "cst_ingest_promise_age_seconds",
                "age of the instant up to which everything heard is written",
                (now - status.path("promised").asDouble()) / MILLIS_A_SECOND);
        gauges.add(
                "cst_ingest_status_age_seconds",
                "age of what ingest says of itself; it says it every five seconds",
                (now - status.path("at").asDouble()) / MILLIS_A_SECOND);
        gauges.add(
                "cst_ingest_events",
                "events written since ingest started",
                status.path("events").asDouble());
        for (JsonNode source : status.path("sources")) {
            String name = source.path("source").asText();
            gauges.add(
                    "cst_source_complaints",
                    "what a source does not hear",
                    source.path("complaints").size(),
                    "source",
                    name);
            source.path("calls").fields().forEachRemaining(calls -> {
                if (calls.getValue().isNumber()) {
                    gauges.add(
                            "cst_source_calls",
                            "calls of a source since ingest started, by how they fared",
                            calls.getValue().asDouble(),
                            "source",
                            name,
                            "fared",
                            calls.getKey());
                }
            });
        }
    }
}
