package org.cryptosmarttrader.serving.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import io.prometheus.metrics.model.registry.MultiCollector;
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
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run and its ingest say of themselves, read when somebody asks. A part that cannot be read is left out, and counted: a
 * scrape without it is better than none.
 */
final class RunCollector implements MultiCollector {

    private static final Logger LOG = LoggerFactory.getLogger(RunCollector.class);

    private static final long LOOK_BACK = 2 * TickGrid.DAY;
    private static final double MILLIS_A_SECOND = 1e3;
    private static final double SECONDS_AN_HOUR = 3_600;

    private final RunStore store;
    private final Path ingestStatus;

    /** @param ingestStatus file of ingest's status, there or not */
    RunCollector(RunStore store, Path ingestStatus) {
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
        gauges.add("cst_unread_parts", "parts of the metrics that could not be read at this scrape", failed);
        return gauges.snapshots();
    }

    private List<Map<String, Object>> lastRows(RowSchema schema) throws IOException, InterruptedException {
        Snapshot snapshot = store.snapshot();
        String at = "\"%s\"".formatted(schema.availableAt());
        return store.rows(new Sql("WITH r AS " + snapshot.last(schema, LOOK_BACK))
                .add("SELECT * FROM r WHERE r.%s = (SELECT max(r.%s) FROM r)".formatted(at, at)));
    }

    private void run(Gauges gauges) throws IOException, InterruptedException {
        Snapshot snapshot = store.snapshot();
        if (!snapshot.isEmpty()) {
            gauges.add(
                    "cst_whole_up_to_seconds",
                    "instant up to which the run's rows are whole, seconds since 1970",
                    snapshot.wholeUpTo() / MILLIS_A_SECOND);
        }
        for (Map<String, Object> row : lastRows(Datasets.STATUS)) {
            String horizon = String.valueOf(row.get(Datasets.HORIZON));
            horizon(gauges, row, horizon);
            refusals(gauges, String.valueOf(row.get("refusals")), horizon);
        }
    }

    private static void horizon(Gauges gauges, Map<String, Object> row, String horizon) {
        String label = "horizon";
        Double hours = (Double) row.get("training_hours");
        gauges.add(
                "cst_training_seconds",
                "authentic history that counts; 12 weeks are needed",
                hours == null ? null : hours * SECONDS_AN_HOUR,
                label,
                horizon);
        gauges.add("cst_training_open", "1 once the training gate is open", row.get("training_open"), label, horizon);
        gauges.add(
                "cst_independent_outcomes",
                "independent outcomes in the calibration window",
                row.get("independent_outcomes"),
                label,
                horizon);
        gauges.add("cst_coverage", "share of this month's intervals that held", row.get("coverage"), label, horizon);
        gauges.add("cst_skill", "Brier skill over the base rate", row.get("skill"), label, horizon);
        gauges.add(
                "cst_drifted_share",
                "share of columns unlike the training set",
                row.get("drifted_share"),
                label,
                horizon);
        gauges.add("cst_verdicts", "verdicts of the last tick", row.get("verdicts"), label, horizon);
        gauges.add("cst_verdicts_passed", "of them, that passed every gate", row.get("passed"), label, horizon);
        gauges.add(
                "cst_log_loss_alarm",
                "1 while the log loss is above its normal level",
                row.get("log_loss_alarm"),
                label,
                horizon);
        gauges.add("cst_tainted_rows", "rows that rest on made-up sources", row.get("tainted_rows"), label, horizon);
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
        for (Map<String, Object> row : lastRows(Datasets.ACCOUNTS)) {
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
