package org.cryptosmarttrader.serving.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cryptosmarttrader.serving.http.Problem;
import org.cryptosmarttrader.serving.runs.RunComparison;
import org.cryptosmarttrader.serving.runs.RunsBelow;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;

/** The runs that lie beside the one shown. */
final class RunEndpoints {

    private static final Parameter RUN = run("run");
    private static final Parameter OTHER = run("other");

    private RunEndpoints() {}

    private static Parameter run(String name) {
        return new Parameter(
                name, true, "id of a run, as /runs names it", RunsBelow.ID, "backtest-scene", word -> word);
    }

    static List<Endpoint> all(RunsBelow runs) {
        return List.of(
                new Endpoint.Document(
                        "/runs",
                        "runs below the folder given with --runs, finished or not, with the figures of their reports",
                        List.of(),
                        (snapshot, arguments) -> runs(runs)),
                new Endpoint.Document(
                        "/runs/{run}/compare/{other}",
                        "two runs side by side: settings that differ, datasets that are equal, figures of both reports",
                        List.of(RUN, OTHER),
                        (snapshot, arguments) -> comparison(runs, arguments.text(RUN), arguments.text(OTHER))));
    }

    private static Map<String, Object> runs(RunsBelow below) throws IOException {
        RunsBelow.Found found = below.find();
        List<Object> runs = new ArrayList<>();
        for (RunFolder run : found.runs()) {
            runs.add(fields(below, run));
        }
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("runs", runs);
        said.put(
                "damaged",
                found.damaged().stream()
                        .map(folder -> Map.of("folder", folder.folder(), "why", folder.why()))
                        .toList());
        return said;
    }

    private static Map<String, Object> fields(RunsBelow below, RunFolder run) throws IOException {
        RunManifest manifest = run.manifest();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run", manifest.run());
        fields.put("kind", manifest.kind());
        fields.put("folder", below.name(run));
        fields.put("genesis", Instant.ofEpochMilli(manifest.genesis()));
        fields.put("from", Instant.ofEpochMilli(manifest.emitFrom()));
        fields.put("until", Instant.ofEpochMilli(manifest.until()));
        fields.put("sealed", manifest.roots() != null);
        fields.put("horizons", manifest.horizons());
        fields.put("program", manifest.codeVersion());
        fields.put("rows", manifest.rows());
        fields.put("roots", manifest.roots());
        fields.put("has_report", RunsBelow.page(run).isPresent());
        Optional<JsonNode> report = RunsBelow.figures(run);
        fields.put("pairs", report.isPresent() ? words(report.get().path("pairs")) : manifest.pairs());
        for (String figure : List.of("coverage", "brier", "auc", "gate")) {
            fields.put(figure, report.isPresent() ? fields(report.get().path(figure)) : null);
        }
        return fields;
    }

    private static Object words(JsonNode node) {
        return Json.mapper().convertValue(node, List.class);
    }

    private static Object fields(JsonNode node) {
        return Json.mapper().convertValue(node, Map.class);
    }

    private static Map<String, Object> comparison(RunsBelow runs, String one, String other) throws IOException {
        RunComparison compared = RunComparison.of(require(runs, one), require(runs, other));
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("one", one);
        said.put("other", other);
        said.put(
                "settings",
                compared.settings().stream().map(RunEndpoints::fields).toList());
        said.put("roots", compared.roots().stream().map(RunEndpoints::fields).toList());
        said.put(
                "figures", compared.figures().stream().map(RunEndpoints::fields).toList());
        return said;
    }

    private static RunFolder require(RunsBelow runs, String id) throws IOException {
        return runs.run(id)
                .orElseThrow(() -> Problem.notFound(
                        "no run %s below the folder of --runs; /runs names those there are".formatted(id)));
    }

    private static Map<String, Object> fields(RunComparison.Pair pair) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", pair.name());
        fields.put("one", pair.one());
        fields.put("other", pair.other());
        return fields;
    }

    private static Map<String, Object> fields(RunComparison.Root root) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("dataset", root.dataset());
        fields.put("equal", root.isEqual());
        fields.put("one_rows", root.oneRows());
        fields.put("other_rows", root.otherRows());
        return fields;
    }
}
