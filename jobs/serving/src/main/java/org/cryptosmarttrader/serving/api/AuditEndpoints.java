package org.cryptosmarttrader.serving.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cryptosmarttrader.serving.parity.LastParity;
import org.cryptosmarttrader.serving.store.Snapshot;
import org.cryptosmarttrader.wire.Json;

/** What looked the run over last. */
final class AuditEndpoints {

    private AuditEndpoints() {}

    /** @param certificate of the installation, there or not */
    static List<Endpoint> all(Path certificate) {
        return List.of(new Endpoint.Document(
                "/audits",
                "the last certificate of the installation, and what the run's rows were compared with last; null if that was not done",
                List.of(),
                (snapshot, arguments) -> audits(snapshot, certificate)));
    }

    private static Map<String, Object> audits(Snapshot snapshot, Path certificate) throws IOException {
        Map<String, Object> audits = new LinkedHashMap<>();
        audits.put(
                "certificate",
                Files.exists(certificate) ? certificate(snapshot, Json.read(certificate, JsonNode.class)) : null);
        Optional<LastParity> parity = LastParity.of(snapshot.run());
        audits.put("parity", parity.isPresent() ? parity(parity.get()) : null);
        return audits;
    }

    private static Map<String, Object> certificate(Snapshot snapshot, JsonNode said) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String field : List.of("verdict", "hash", "from", "until", "program")) {
            fields.put(field, said.path(field).asText());
        }
        fields.put("columns", said.path("columns").asLong());
        fields.put("ticks", said.path("ticks").asLong());
        fields.put("accused", words(said.path("accused")));
        fields.put("untested", words(said.path("untested")));
        fields.put(
                "is_of_these_columns",
                said.path("features").asText().equals(snapshot.manifest().fingerprint()));
        return fields;
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static Map<String, Object> parity(LastParity last) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", last.at());
        fields.put("beside", last.beside());
        fields.put("equal", last.equal());
        fields.put(
                "rows",
                last.datasets().stream().mapToLong(LastParity.Compared::rows).sum());
        fields.put(
                "values",
                last.datasets().stream().mapToLong(LastParity.Compared::values).sum());
        fields.put(
                "differing",
                last.datasets().stream()
                        .filter(dataset -> !dataset.equal())
                        .map(LastParity.Compared::dataset)
                        .toList());
        return fields;
    }
}
