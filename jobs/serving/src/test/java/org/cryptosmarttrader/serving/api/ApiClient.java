package org.cryptosmarttrader.serving.api;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A small typed client, such as a user's program would have: it reads the names and types the description promises, goes through
 * pages, and keeps an answer as long as the server says that nothing changed.
 */
final class ApiClient {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final Map<String, Known> known = new HashMap<>();
    private int kept;

    private record Known(String tag, String body) {}

    /** A page of rows. */
    record Page<T>(String run, String wholeUpTo, List<T> items, Integer nextOffset) {}

    record Health(boolean live, boolean ready, List<String> reasons, String run, String kind, String wholeUpTo) {}

    /** Numbers are null where nothing was measured. */
    record Verdict(
            String decisionAt,
            String pair,
            String horizon,
            String predictionId,
            Double pUp,
            Double expectedReturn,
            Double lower,
            Double upper,
            String standing,
            String reasons,
            boolean gated,
            boolean research,
            Double outcome,
            Boolean held) {}

    /** Money is a decimal, never a double. */
    record Account(String at, String lane, String quote, BigDecimal cash, BigDecimal equity, boolean stopped) {}

    record Step(String name, String outcome, String says) {}

    record Explanation(String run, boolean verified, List<Step> steps) {}

    /** What the API refused. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        Refused(int status, String detail) {
            super(detail);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** @param base address without a slash at the end */
    ApiClient(String base) {
        this.base = base;
    }

    Health health() throws IOException, InterruptedException {
        return get("/health", MAPPER.constructType(Health.class));
    }

    List<Verdict> latest() throws IOException, InterruptedException {
        return all("/predictions/latest", Verdict.class);
    }

    List<Verdict> history(String pair) throws IOException, InterruptedException {
        return all("/predictions/" + pair.replace('/', '-'), Verdict.class);
    }

    List<Account> accounts() throws IOException, InterruptedException {
        return all("/portfolio", Account.class);
    }

    Explanation explain(String predictionId) throws IOException, InterruptedException {
        return get("/explain/" + predictionId, MAPPER.constructType(Explanation.class));
    }

    /** How many answers were kept, because nothing had changed. */
    int kept() {
        return kept;
    }

    /** Two rows at a time: whoever reads few still sees all. */
    private <T> List<T> all(String path, Class<T> row) throws IOException, InterruptedException {
        JavaType type = MAPPER.getTypeFactory().constructParametricType(Page.class, row);
        List<T> all = new ArrayList<>();
        for (Integer offset = 0; offset != null; ) {
            Page<T> page = get("%s?limit=2&offset=%d".formatted(path, offset), type);
            all.addAll(page.items());
            offset = page.nextOffset();
        }
        return all;
    }

    private <T> T get(String path, JavaType type) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        Known before = known.get(path);
        if (before != null) {
            request.header("If-None-Match", before.tag());
        }
        HttpResponse<String> reply = client.send(request.build(), BodyHandlers.ofString());
        if (reply.statusCode() == 304) {
            kept++;
            return MAPPER.readValue(known.get(path).body(), type);
        }
        if (reply.statusCode() != 200) {
            JsonNode problem = MAPPER.readTree(reply.body());
            throw new Refused(reply.statusCode(), problem.get("detail").asText());
        }
        reply.headers().firstValue("ETag").ifPresent(tag -> known.put(path, new Known(tag, reply.body())));
        return MAPPER.readValue(reply.body(), type);
    }
}
