package org.cryptosmarttrader.ingest.texts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A path with its query, each value encoded. */
final class Query {

    private final StringBuilder path;
    private char between = '?';

    Query(String path) {
        this.path = new StringBuilder(path);
    }

    Query with(String name, Object value) {
        path.append(between)
                .append(name)
                .append('=')
                .append(URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8));
        between = '&';
        return this;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
