package org.cryptosmarttrader.ingest.chain;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cryptosmarttrader.ingest.net.JsonElements;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.WholeJson;

/**
 * JSON of a source: fields that nobody asked for are welcome, one that is missing or has another form is named. All its refusals
 * are RETRY, since half a reply looks like that, too.
 *
 * @param source for messages
 */
record ChainJson(String source) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What is shown of a value. */
    private static final int SHOWN = 80;

    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]{1,64}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,78}");
    private static final int LONG_BITS = 62;

    JsonNode tree(byte[] json) throws SourceException {
        try {
            JsonNode node = WholeJson.tree(MAPPER.reader(), json);
            if (node.isMissingNode()) {
                throw SourceException.retry("%s: an empty reply, expected JSON".formatted(source));
            }
            return node;
        } catch (IOException e) {
            throw notWhole(e);
        }
    }

    private SourceException notWhole(IOException e) {
        return SourceException.retry("%s: no whole JSON (%s)"
                .formatted(
                        source,
                        String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
    }

    /**
     * The elements of the array that a reply is, each in its own bytes.
     *
     * @param member of the outermost object that holds the array; null if the reply is the array
     */
    List<byte[]> elements(byte[] json, String member) throws SourceException {
        try (JsonParser parser = MAPPER.createParser(json)) {
            JsonToken token = parser.nextToken();
            if (member == null && token == JsonToken.START_ARRAY) {
                return JsonElements.of(parser, json);
            }
            while (member != null && parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isIt = parser.currentName().equals(member);
                if (parser.nextToken() == JsonToken.START_ARRAY && isIt) {
                    return JsonElements.of(parser, json);
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            throw notWhole(e);
        }
        throw SourceException.retry(
                "%s: the reply holds no list%s".formatted(source, member == null ? "" : " " + member));
    }

    /** A member that has to be there and not null. */
    JsonNode member(JsonNode object, String name, String of) throws SourceException {
        if (!object.hasNonNull(name)) {
            throw SourceException.retry("%s: %s has no %s".formatted(source, of, name));
        }
        return object.get(name);
    }

    JsonNode list(JsonNode object, String name, String of) throws SourceException {
        JsonNode list = member(object, name, of);
        return list.isArray() ? list : refuse(name, of, list, "a list");
    }

    String matching(JsonNode object, String name, String of, Pattern form) throws SourceException {
        JsonNode value = member(object, name, of);
        return value.isTextual() && form.matcher(value.asText()).matches()
                ? value.asText()
                : refuse(name, of, value, form.pattern());
    }

    Optional<String> text(JsonNode object, String name) {
        return Optional.of(object.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    /** A whole number of 0 or more, as a number. */
    long whole(JsonNode object, String name, String of) throws SourceException {
        JsonNode value = member(object, name, of);
        return value.isIntegralNumber() && value.canConvertToLong() && value.asLong() >= 0
                ? value.asLong()
                : refuse(name, of, value, "a whole number");
    }

    /** A whole number of 0 or more, as a text of decimal digits. */
    BigInteger decimal(JsonNode object, String name, String of) throws SourceException {
        return new BigInteger(matching(object, name, of, DECIMAL));
    }

    /** The same below 2^62. */
    long decimalLong(JsonNode object, String name, String of) throws SourceException {
        return narrow(decimal(object, name, of), name, of);
    }

    /** A whole number as hexadecimal digits behind {@code 0x}. */
    BigInteger hex(JsonNode object, String name, String of) throws SourceException {
        return new BigInteger(matching(object, name, of, HEX).substring(2), 16);
    }

    /** The same below 2^62. */
    long hexLong(JsonNode object, String name, String of) throws SourceException {
        return narrow(hex(object, name, of), name, of);
    }

    private long narrow(BigInteger value, String name, String of) throws SourceException {
        if (value.bitLength() > LONG_BITS) {
            throw SourceException.retry("%s: %s of %s is %s, too large".formatted(source, name, of, value));
        }
        return value.longValue();
    }

    /** Epoch milliseconds of seconds. */
    long millis(long seconds, String name, String of) throws SourceException {
        if (seconds > Integer.MAX_VALUE * 2L) {
            throw SourceException.retry(
                    "%s: %s of %s is %d, expected seconds since 1970".formatted(source, name, of, seconds));
        }
        return seconds * 1_000;
    }

    <T> T refuse(String name, String of, JsonNode value, String expected) throws SourceException {
        String text = String.valueOf(value);
        throw SourceException.retry("%s: %s of %s is %s, expected %s"
                .formatted(source, name, of, text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…", expected));
    }
}
