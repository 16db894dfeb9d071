package org.cryptosmarttrader.ingest.net;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The elements of an array, each as the bytes it was received in. */
public final class JsonElements {

    private JsonElements() {}

    /**
     * @param parser at the beginning of the array; it ends behind it
     * @param json what it parses
     * @throws IOException if the array does not end, or the bytes are not UTF-8
     */
    public static List<byte[]> of(JsonParser parser, byte[] json) throws IOException {
        List<byte[]> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long from = parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            long until = parser.currentLocation().getByteOffset();
            if (from < 0 || until <= from) {
                throw new IOException("the reply is not UTF-8, or its array does not end");
            }
            elements.add(Arrays.copyOfRange(json, (int) from, (int) until));
        }
        return elements;
    }
}
