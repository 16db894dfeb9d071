package org.cryptosmarttrader.ingest.net;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a source is asked.
 *
 * @param path with its query, e.g. {@code /0/public/Time}
 * @param headers besides those every request has
 * @param body null of a GET
 */
public record Request(String path, SortedMap<String, String> headers, byte[] body) {

    public static Request get(String path) {
        return new Request(path, Collections.emptySortedMap(), null);
    }

    /** A POST of JSON. */
    public static Request json(String path, String body) {
        return post(path, "application/json", body);
    }

    /** A POST of form fields. */
    public static Request form(String path, String body) {
        return post(path, "application/x-www-form-urlencoded", body);
    }

    private static Request post(String path, String type, String body) {
        return new Request(path, Collections.emptySortedMap(), body.getBytes(StandardCharsets.UTF_8))
                .with("Content-Type", type);
    }

    public Request with(String header, String value) {
        SortedMap<String, String> all = new TreeMap<>(headers);
        all.put(header, value);
        return new Request(path, Collections.unmodifiableSortedMap(all), body);
    }
}
