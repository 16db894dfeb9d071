package org.cryptosmarttrader.ingest.facts.texts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.Fault;
import org.cryptosmarttrader.wire.Json;

/** Rows of JSON lines: an object on each. A value of null is an empty one. */
final class JsonTextRows implements TextRows {

    private final BufferedReader lines;
    private String line;
    private long number;

    JsonTextRows(Reader text) {
        lines = new BufferedReader(text);
    }

    @Override
    public TextRow next() throws IOException, BadRow {
        do {
            line = lines.readLine();
            number++;
        } while (line != null && line.isBlank());
        return line == null ? null : row(parsed());
    }

    private JsonNode parsed() throws BadRow {
        try {
            JsonNode object = Json.mapper().readTree(line);
            if (object.isObject()) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new BadRow(Fault.COLUMNS, "not JSON (%s)".formatted(e.getOriginalMessage()));
        }
        throw new BadRow(Fault.COLUMNS, "no JSON object");
    }

    private static TextRow row(JsonNode object) throws BadRow {
        TextRow row = new TextRow();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getValue().isContainerNode()) {
                throw new BadRow(
                        Fault.COLUMNS, "%s is a list or an object, expected one value".formatted(field.getKey()));
            }
            row.put(
                    field.getKey(),
                    field.getValue().isNull() ? "" : field.getValue().asText());
        }
        return row;
    }

    @Override
    public long line() {
        return number;
    }

    @Override
    public String shown() {
        return line;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
