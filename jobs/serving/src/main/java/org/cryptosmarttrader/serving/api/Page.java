package org.cryptosmarttrader.serving.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.serving.store.RowReader;
import org.cryptosmarttrader.serving.store.Snapshot;
import org.cryptosmarttrader.wire.Json;

/** A page of rows as JSON, written row after row: instants as ISO text in UTC, numbers that are not finite as null. */
final class Page implements RowReader {

    /** The shortest digits that give the number again, as Java has them from 19 on; 17 is slow and at times longer. */
    private static final ObjectWriter WRITER = Json.mapper().writer().with(StreamWriteFeature.USE_FAST_DOUBLE_WRITER);

    private final int limit;
    private final int offset;
    private final ByteArrayBuilder bytes = new ByteArrayBuilder();
    private final JsonGenerator json;
    /** A page has few instants, each many times. */
    private final Map<Instant, String> instants = new HashMap<>();

    private int rows;

    /**
     * @param limit most rows; one more says that a page follows
     * @param offset rows passed over
     */
    Page(Snapshot snapshot, int limit, int offset) throws IOException {
        this.limit = limit;
        this.offset = offset;
        this.json = WRITER.createGenerator(bytes);
        json.writeStartObject();
        json.writeStringField("run", snapshot.manifest().run());
        json.writeFieldName("whole_up_to");
        write(snapshot.isEmpty() ? null : Instant.ofEpochMilli(snapshot.wholeUpTo()));
        json.writeArrayFieldStart("items");
    }

    @Override
    public void read(List<String> columns, List<Object> values) throws IOException {
        rows++;
        if (rows > limit) {
            return;
        }
        json.writeStartObject();
        for (int i = 0; i < values.size(); i++) {
            json.writeFieldName(columns.get(i));
            write(values.get(i));
        }
        json.writeEndObject();
    }

    private void write(Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Double number && Double.isFinite(number)) {
            json.writeNumber((double) number);
        } else if (value instanceof Boolean is) {
            json.writeBoolean(is);
        } else if (value instanceof Instant instant) {
            json.writeString(instants.computeIfAbsent(instant, Instant::toString));
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(element);
            }
            json.writeEndArray();
        } else {
            json.writePOJO(Plain.of(value));
        }
    }

    byte[] end() throws IOException {
        json.writeEndArray();
        json.writeFieldName("next_offset");
        write(rows > limit ? offset + limit : null);
        json.writeEndObject();
        json.close();
        return bytes.toByteArray();
    }
}
