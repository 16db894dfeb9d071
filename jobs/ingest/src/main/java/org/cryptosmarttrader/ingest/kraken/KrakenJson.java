package org.cryptosmarttrader.ingest.kraken;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.ingest.net.JsonElements;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.WholeJson;

/** JSON of a venue: unknown fields are welcome, decimals keep each digit, and elements can be had as their own bytes. */
public final class KrakenJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Digits before or after the point beyond which a text is no price, quantity or time. */
    private static final int MOST_DIGITS = 40;

    private KrakenJson() {}

    static ObjectMapper mapper() {
        return MAPPER;
    }

    /** @throws SourceException RETRY if the bytes are no whole JSON value */
    public static JsonNode tree(byte[] json) throws SourceException {
        try {
            JsonNode node = WholeJson.tree(MAPPER.reader(), json);
            if (node.isMissingNode()) {
                throw SourceException.retry("kraken: an empty reply, expected JSON");
            }
            return node;
        } catch (IOException e) {
            throw SourceException.retry("kraken: no whole JSON (%s)".formatted(firstLine(e)));
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** The result of an envelope without errors, as a recorded reply is read. */
    static JsonNode result(byte[] reply) throws SourceException {
        return KrakenErrors.forRecorded().result(tree(reply));
    }

    /** @throws SourceException RETRY if it is no decimal number of sensible length, as text or number */
    public static BigDecimal decimal(JsonNode value, String what) throws SourceException {
        try {
            if (value != null && value.isValueNode() && value.asText().length() <= 2 * MOST_DIGITS) {
                BigDecimal number = new BigDecimal(value.asText());
                if (Math.abs(number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS) {
                    return number;
                }
            }
        } catch (NumberFormatException e) {
            // said below, with what it was
        }
        throw SourceException.retry("kraken: %s is %s, expected a number".formatted(what, shortened(value)));
    }

    /** The same of what cannot be 0 or less. */
    public static BigDecimal positive(JsonNode value, String what) throws SourceException {
        BigDecimal number = decimal(value, what);
        if (number.signum() <= 0) {
            throw SourceException.retry("kraken: %s is %s, expected more than 0".formatted(what, number));
        }
        return number;
    }

    /** The same of what cannot be less than 0. */
    public static BigDecimal notNegative(JsonNode value, String what) throws SourceException {
        BigDecimal number = decimal(value, what);
        if (number.signum() < 0) {
            throw SourceException.retry("kraken: %s is %s, expected 0 or more".formatted(what, number));
        }
        return number;
    }

    public static String shortened(JsonNode value) {
        String text = String.valueOf(value);
        return text.length() <= MOST_DIGITS ? text : text.substring(0, MOST_DIGITS) + "…";
    }

    /**
     * The arrays that are members of an object, each element as the bytes it was received in.
     *
     * @param path names of members that lead to the object; none for the outermost
     * @throws SourceException RETRY if there is no such object
     */
    static SortedMap<String, List<byte[]>> arrays(byte[] json, String... path) throws SourceException {
        SortedMap<String, List<byte[]>> arrays = new TreeMap<>();
        try (JsonParser parser = MAPPER.createParser(json)) {
            parser.nextToken();
            for (String name : path) {
                enter(parser, name);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY) {
                    arrays.put(name, JsonElements.of(parser, json));
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            throw SourceException.retry("kraken: no whole JSON (%s)".formatted(firstLine(e)));
        }
        return arrays;
    }

    private static void enter(JsonParser parser, String member) throws IOException, SourceException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isIt = parser.currentName().equals(member);
            if (parser.nextToken() == JsonToken.START_OBJECT && isIt) {
                return;
            }
            parser.skipChildren();
        }
        throw SourceException.retry("kraken: no object %s in the reply".formatted(member));
    }
}
