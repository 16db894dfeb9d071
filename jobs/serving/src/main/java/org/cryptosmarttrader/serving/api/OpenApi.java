package org.cryptosmarttrader.serving.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.serving.http.Problem;

/** The description of the endpoints, OpenAPI 3.1. It is made of what answers them. */
final class OpenApi {

    private OpenApi() {}

    /** All words an endpoint takes. */
    static List<Parameter> parameters(Endpoint endpoint) {
        List<Parameter> all = new ArrayList<>(endpoint.parameters());
        if (endpoint instanceof Endpoint.Rows) {
            all.addAll(List.of(ApiServer.LIMIT, ApiServer.OFFSET, ApiServer.FORMAT));
        }
        return all;
    }

    static Map<String, Object> of(List<Endpoint> endpoints) {
        Map<String, Object> paths = new LinkedHashMap<>();
        endpoints.forEach(endpoint -> paths.put(endpoint.path(), Map.of("get", operation(endpoint))));
        paths.put(Growth.PATH, Map.of("get", stream()));
        Map<String, Object> api = new LinkedHashMap<>();
        api.put("openapi", "3.1.0");
        api.put(
                "info",
                Map.of(
                        "title",
                        "CryptoSmartTrader",
                        "version",
                        "0.1.0",
                        "description",
                        "What a run wrote. Instants are ISO texts in UTC; money is text, decimal; null is not measured or not finite."));
        api.put("paths", paths);
        return api;
    }

    private static Map<String, Object> operation(Endpoint endpoint) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("summary", endpoint.summary());
        operation.put(
                "parameters",
                parameters(endpoint).stream().map(OpenApi::parameter).toList());
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("200", Map.of("description", endpoint.summary(), "content", content(endpoint)));
        responses.put("304", Map.of("description", "the tag sent as If-None-Match is that of the answer"));
        responses.put(
                "default",
                Map.of(
                        "description",
                        "a problem, RFC 9457",
                        "content",
                        Map.of(Problem.TYPE, Map.of("schema", Map.of("type", "object")))));
        operation.put("responses", responses);
        return operation;
    }

    private static Map<String, Object> stream() {
        String says =
                "tells at once, and each time the run has grown, up to when it is whole, as server-sent events named whole";
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("200", Map.of("description", says, "content", Map.of("text/event-stream", Map.of())));
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("summary", says);
        operation.put("parameters", List.of());
        operation.put("responses", responses);
        return operation;
    }

    private static Map<String, Object> content(Endpoint endpoint) {
        Map<String, Object> object = Map.of("schema", Map.of("type", "object"));
        return endpoint instanceof Endpoint.Document
                ? Map.of("application/json", object)
                : Map.of("application/json", object, "text/csv", Map.of(), "application/vnd.apache.parquet", Map.of());
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        return Map.of(
                "name",
                parameter.name(),
                "in",
                parameter.isInPath() ? "path" : "query",
                "required",
                parameter.isInPath(),
                "description",
                parameter.meaning(),
                "example",
                parameter.example(),
                "schema",
                Map.of("type", "string", "pattern", "^(" + parameter.pattern() + ")$"));
    }
}
