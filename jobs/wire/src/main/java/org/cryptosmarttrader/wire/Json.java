package org.cryptosmarttrader.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;

/** JSON as this project writes it: keys sorted, nulls left out, equal values as equal bytes; unknown keys are refused. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private Json() {}

    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** One line, without spaces. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
        }
    }

    public static String pretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
        }
    }

    /**
     * @param what the text is, for the message
     * @throws IOException if it is not JSON of that form
     */
    public static <T> T read(String json, Class<T> type, String what) throws IOException {
        return read(json, MAPPER.constructType(type), what);
    }

    public static <T> T read(Path file, Class<T> type) throws IOException {
        return read(WholeFile.text(file), type, file.toString());
    }

    public static <T> T read(Path file, TypeReference<T> type) throws IOException {
        return read(WholeFile.text(file), MAPPER.constructType(type), file.toString());
    }

    private static <T> T read(String json, JavaType type, String what) throws IOException {
        T value;
        try {
            value = MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IOException("%s: %s".formatted(what, e.getOriginalMessage()), e);
        }
        if (value == null) {
            throw new IOException("%s: is null, expected a value".formatted(what));
        }
        return value;
    }

    /** See {@link WholeFile#replace}. */
    public static void replace(Path file, Object value) throws IOException {
        WholeFile.replace(file, pretty(value));
    }
}
