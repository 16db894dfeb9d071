package org.cryptosmarttrader.serving.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.wire.Json;

/** Where events come from, and how that fares. */
final class SourceEndpoints {

    private SourceEndpoints() {}

    static List<Endpoint> all(Path ingestStatus) {
        return List.of(new Endpoint.Document(
                "/sources",
                "sources of the installation with their calls and what they do not hear, as ingest last said",
                List.of(),
                (snapshot, arguments) -> sources(ingestStatus)));
    }

    private static Map<String, Object> sources(Path file) throws IOException {
        Map<String, Object> said = new LinkedHashMap<>();
        boolean isThere = Files.exists(file);
        JsonNode status = isThere ? Json.read(file, JsonNode.class) : null;
        said.put("at", isThere ? Instant.ofEpochMilli(status.path("at").asLong()) : null);
        said.put(
                "promised",
                isThere ? Instant.ofEpochMilli(status.path("promised").asLong()) : null);
        said.put("events", isThere ? status.path("events").asLong() : null);
        said.put("sources", isThere ? Json.mapper().convertValue(status.path("sources"), List.class) : List.of());
        return said;
    }
}
