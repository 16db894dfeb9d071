package org.cryptosmarttrader.serving.api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.cryptosmarttrader.serving.explain.Explainer;
import org.cryptosmarttrader.serving.explain.Explanation;
import org.cryptosmarttrader.serving.explain.FeatureValue;
import org.cryptosmarttrader.serving.explain.NotExplainedException;
import org.cryptosmarttrader.serving.explain.Payload;
import org.cryptosmarttrader.serving.explain.Proof;
import org.cryptosmarttrader.serving.http.Problem;

/** Forecasts back to what they rest on. */
final class ExplainEndpoints {

    private static final Parameter FORECAST = new Parameter(
            "forecast",
            true,
            "prediction_id of a forecast, 64 hexadecimal digits",
            "[0-9a-f]{64}",
            "0000000000000000000000000000000000000000000000000000000000000000",
            word -> word);
    private static final Parameter AT =
            Parameter.instant("at", "its decision instant, which saves searching the run for it");

    private ExplainEndpoints() {}

    static List<Endpoint> all(Explainer explainer) {
        return List.of(new Endpoint.Document(
                "/explain/{forecast}",
                "what a forecast rests on: verdict, model, features, proofs to the run's root, and each step looked at anew",
                List.of(FORECAST, AT),
                (snapshot, arguments) -> explain(explainer, arguments)));
    }

    private static Map<String, Object> explain(Explainer explainer, Arguments arguments) throws IOException {
        String forecast = arguments.text(FORECAST);
        long at = arguments.millis(AT, Long.MIN_VALUE);
        OptionalLong decidedAt = at == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(at);
        try {
            Explanation found = explainer
                    .explain(forecast, decidedAt)
                    .orElseThrow(() -> Problem.notFound("the run has no forecast %s%s"
                            .formatted(forecast, decidedAt.isPresent() ? " on that day" : "")));
            return fields(found);
        } catch (NotExplainedException e) {
            throw Problem.of(409, "Not explained", e.getMessage());
        }
    }

    private static Map<String, Object> fields(Explanation found) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run", found.run());
        fields.put("verified", found.isVerified());
        fields.put("forecast", found.forecast());
        fields.put("verdict", found.verdict().isEmpty() ? null : found.verdict());
        fields.put("model", found.model().isEmpty() ? null : found.model());
        fields.put(
                "features",
                found.features().stream().map(ExplainEndpoints::feature).toList());
        fields.put(
                "payloads",
                found.payloads().stream().map(ExplainEndpoints::payload).toList());
        fields.put(
                "proofs", found.proofs().stream().map(ExplainEndpoints::proof).toList());
        fields.put("steps", found.steps());
        return fields;
    }

    /** A missing value is there as null. */
    private static Map<String, Object> feature(FeatureValue feature) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", feature.name());
        fields.put("value", feature.value());
        fields.put("unit", feature.unit());
        fields.put("group", feature.group());
        fields.put("meaning", feature.meaning());
        fields.put("memory", feature.memory());
        return fields;
    }

    private static Map<String, Object> payload(Payload payload) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sha256", payload.sha256());
        fields.put("source", payload.source());
        fields.put("kind", payload.kind());
        fields.put("name", payload.name());
        fields.put("events", payload.events());
        fields.put("bytes", payload.bytes() < 0 ? null : payload.bytes());
        fields.put("intact", payload.isIntact());
        return fields;
    }

    private static Map<String, Object> proof(Proof proof) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("dataset", proof.dataset());
        fields.put("date", proof.date());
        fields.put("leaf", proof.leaf());
        fields.put("index", proof.index());
        fields.put("size", proof.size());
        fields.put("siblings", proof.siblings());
        fields.put("day_root", proof.dayRoot());
        return fields;
    }
}
