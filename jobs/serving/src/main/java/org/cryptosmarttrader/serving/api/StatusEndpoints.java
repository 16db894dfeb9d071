package org.cryptosmarttrader.serving.api;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cryptosmarttrader.gates.Reason;
import org.cryptosmarttrader.serving.store.Snapshot;
import org.cryptosmarttrader.serving.store.Sql;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunStatus;
import org.cryptosmarttrader.wire.runs.StatusJson;

/** Whether it is alive, and what still shuts its gates. */
final class StatusEndpoints {

    private StatusEndpoints() {}

    static List<Endpoint> all() {
        return List.of(
                new Endpoint.Document(
                        "/health",
                        "whether there is anything to answer with, and how old it is",
                        List.of(),
                        (snapshot, arguments) -> health(snapshot)),
                new Endpoint.Document(
                        "/status",
                        "the status of the system at its last tick; null is not measured",
                        List.of(),
                        (snapshot, arguments) -> status(snapshot)),
                new Endpoint.Rows(
                        "/gates",
                        "by horizon what the gates go by, at the last tick",
                        List.of(Parameter.HORIZON),
                        StatusEndpoints::gates),
                new Endpoint.Document(
                        "/gates/reasons",
                        "why a forecast may not be acted on: reasons and what they mean, in the order verdicts list them",
                        List.of(),
                        (snapshot, arguments) -> reasons()));
    }

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Reason reason : Reason.values()) {
            reasons.put(reason.name(), reason.meaning());
        }
        return reasons;
    }

    private static Map<String, Object> health(Snapshot snapshot) {
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("live", true);
        health.put("ready", !snapshot.isEmpty());
        health.put(
                "reasons",
                snapshot.isEmpty()
                        ? List.of(
                                "the run has no whole tick yet; a live one has its first right behind an hour, look at its log if that is past")
                        : List.of());
        health.put("run", snapshot.manifest().run());
        health.put("kind", snapshot.manifest().kind());
        health.put("records_events", Files.isDirectory(snapshot.run().recorded().root()));
        health.put("whole_up_to", snapshot.isEmpty() ? null : Instant.ofEpochMilli(snapshot.wholeUpTo()));
        return health;
    }

    private static Object status(Snapshot snapshot) throws IOException {
        Optional<RunStatus> status = RunStatus.of(snapshot.run(), snapshot.wholeUpTo());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", status.map(found -> Instant.ofEpochMilli(found.tick())).orElse(null));
        status.ifPresent(found -> fields.putAll(StatusJson.of(found.status())));
        return fields;
    }

    private static Sql gates(Snapshot snapshot, Arguments arguments) throws IOException, InterruptedException {
        return new Sql("SELECT * FROM " + snapshot.lastTick(Datasets.STATUS) + " WHERE true")
                .addIfGiven("AND horizon = ?", arguments.text(Parameter.HORIZON))
                .add("ORDER BY length(horizon), horizon");
    }
}
