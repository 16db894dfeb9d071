package org.cryptosmarttrader.ingest.texts;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cryptosmarttrader.ingest.facts.texts.TextIdentity;
import org.cryptosmarttrader.ingest.net.SourceException;

/**
 * JSON of a source: unknown fields are welcome, missing ones are named with their place.
 *
 * @param source id, for messages
 */
record SourceJson(String source) {

    /** 2009-01-01 and 2100-01-01; what lies outside was misread. */
    private static final long EARLIEST = 1_230_768_000_000L;

    private static final long LATEST = 4_102_444_800_000L;

    /** Titles come with backslashes and tabs as they were found on the web. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    /** What is wrong with one item of many. */
    static final class BadItem extends Exception {
        private static final long serialVersionUID = 1L;

        BadItem(String message) {
            super(message);
        }
    }

    /** Reads an item; empty if it is none that counts, e.g. one that was removed. */
    @FunctionalInterface
    interface Items<T> {
        Optional<T> item(JsonNode item) throws BadItem;
    }

    /** @throws SourceException RETRY if the bytes are no whole JSON object */
    JsonNode object(byte[] json) throws SourceException {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(json);
        } catch (IOException e) {
            throw SourceException.retry(
                    "%s: no whole JSON (%s)".formatted(source, KeyedReads.shortened(String.valueOf(e.getMessage()))));
        }
        if (tree == null || !tree.isObject()) {
            throw SourceException.retry("%s: the reply is no JSON object".formatted(source));
        }
        return tree;
    }

    /** @throws SourceException FINAL if there is no such array */
    JsonNode array(JsonNode parent, String name) throws SourceException {
        JsonNode array = parent.path(name.substring(name.lastIndexOf('.') + 1));
        if (!array.isArray()) {
            throw SourceException.last("%s: %s is %s, expected an array"
                    .formatted(source, name, array.isMissingNode() ? "missing" : "none"));
        }
        return array;
    }

    /**
     * Each item of an array.
     *
     * @param faults grows by what is wrong with single items
     */
    static <T> List<T> each(JsonNode array, String name, List<String> faults, Items<T> items) {
        List<T> taken = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            try {
                items.item(array.get(i)).ifPresent(taken::add);
            } catch (BadItem e) {
                faults.add("%s[%d].%s".formatted(name, i, e.getMessage()));
            }
        }
        return taken;
    }

    /** A text that has to be there and say something. */
    static String required(JsonNode item, String field) throws BadItem {
        JsonNode value = item.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new BadItem("%s is %s, expected a text".formatted(field, value.isMissingNode() ? "missing" : "none"));
        }
        return value.asText().strip();
    }

    /** A text, empty if it is absent or null. */
    static String optional(JsonNode item, String field) {
        JsonNode value = item.path(field);
        return value.isTextual() ? value.asText().strip() : "";
    }

    /** An id of a length that can be kept; a longer one is replaced by one made of it. */
    static String id(JsonNode item, String field) throws BadItem {
        String id = required(item, field);
        return id.length() <= TextIdentity.LONGEST_ID ? id : TextIdentity.made(id);
    }

    /**
     * An instant written as a text, epoch milliseconds.
     *
     * @param example of what the source writes, for the message
     * @param reading throws if the text is no time
     */
    static long time(JsonNode item, String field, String example, Function<String, Instant> reading) throws BadItem {
        String written = required(item, field);
        try {
            return checked(reading.apply(written).toEpochMilli(), field);
        } catch (DateTimeException | ArithmeticException e) {
            // a year of nine digits is a time, but not in milliseconds
            throw new BadItem("%s is no time such as %s".formatted(field, example));
        }
    }

    /** @return the same instant, if it lies between 2009 and 2100 */
    static long checked(long millis, String field) throws BadItem {
        if (millis < EARLIEST || millis >= LATEST) {
            throw new BadItem("%s lies outside 2009 to 2100".formatted(field));
        }
        return millis;
    }
}
