package org.cryptosmarttrader.ingest.net;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;

/** JSON that holds anything, read whole. */
public final class WholeJson {

    private WholeJson() {}

    /**
     * Reads one value.
     *
     * @return a missing node if there is none
     * @throws IOException if it is no JSON; a number with an exponent beyond an int is none for Jackson either, but it says so by
     *     a NumberFormatException
     */
    public static JsonNode tree(ObjectReader reader, byte[] json) throws IOException {
        try {
            return reader.readTree(json);
        } catch (NumberFormatException e) {
            throw new JsonParseException(null, String.valueOf(e.getMessage()), e);
        }
    }
}
