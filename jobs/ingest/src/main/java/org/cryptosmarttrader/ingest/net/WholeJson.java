package org.cryptosmarttrader.ingest.net;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;

/** JSON that holds anything, read whole. */
public final class WholeJson {

    private WholeJson() {}

    /** Reads a value in any form. */
    @FunctionalInterface
    private interface Reading {
        JsonNode tree() throws IOException;
    }

    /**
     * Reads one value, in whatever encoding of Unicode it seems to be.
     *
     * @return a missing node if there is none
     * @throws IOException if it is no JSON
     */
    public static JsonNode tree(ObjectReader reader, byte[] json) throws IOException {
        return tree(() -> reader.readTree(json));
    }

    /** The same of a text. */
    public static JsonNode tree(ObjectReader reader, String json) throws IOException {
        return tree(() -> reader.readTree(json));
    }

    /** A number with an exponent beyond an int is no JSON for Jackson, but it says so by a NumberFormatException. */
    private static JsonNode tree(Reading reading) throws IOException {
        try {
            return reading.tree();
        } catch (NumberFormatException e) {
            throw new JsonParseException(null, String.valueOf(e.getMessage()), e);
        }
    }
}
