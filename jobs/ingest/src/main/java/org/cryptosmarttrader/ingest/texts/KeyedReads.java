package org.cryptosmarttrader.ingest.texts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cryptosmarttrader.ingest.net.HttpSource;
import org.cryptosmarttrader.ingest.net.Refusal;
import org.cryptosmarttrader.ingest.net.Reply;
import org.cryptosmarttrader.ingest.net.Request;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceHealth;
import org.cryptosmarttrader.ingest.net.SourceReads;
import org.cryptosmarttrader.ingest.net.TokenBucket;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;

/**
 * Reads of a source that may want keys: none of them ever stands in a message, and a reply that repeats one is not read, so it is
 * not kept either. Safe for use by many threads.
 */
final class KeyedReads {

    private static final int LARGEST_REPLY = 8 << 20;
    private static final int SHOWN = 200;

    private final String name;
    private final SourceReads reads;
    private final List<String> secrets;

    /**
     * What a reply means that is no success.
     *
     * @see Refusal
     */
    @FunctionalInterface
    interface Meaning {

        /**
         * @param what source, address and status, for the message
         * @param said what the reply says itself, in one line without keys
         */
        SourceException of(Reply reply, String what, String said);
    }

    KeyedReads(
            String name, TextSourceSettings.Calls calls, List<String> keys, String userAgent, Live live, Meaning no) {
        this.name = name;
        this.secrets = new CopyOnWriteArrayList<>(keys);
        HttpSource source = new HttpSource(
                new HttpSource.Settings(
                        name, calls.base(), calls.connectMillis(), calls.readMillis(), userAgent, LARGEST_REPLY),
                keys,
                live.clock(),
                (reply, what) -> no.of(reply, what, said(reply)));
        this.reads = new SourceReads(source, calls.attempts(), live.clock(), live.random());
    }

    SourceHealth.Snapshot health() {
        return reads.health().snapshot();
    }

    /** Another text that must not be said, e.g. a token that was given. */
    void keepSecret(String text) {
        if (!secrets.contains(text)) {
            secrets.add(text);
        }
    }

    /** As {@link SourceReads#read}. */
    <T> T read(Request request, SourceReads.Reading<T> reading, TokenBucket... budgets)
            throws SourceException, InterruptedException {
        return reads.read(
                request,
                reply -> {
                    requireNoSecret(reply);
                    return reading.of(reply);
                },
                budgets);
    }

    private void requireNoSecret(Reply reply) throws SourceException {
        String body = new String(reply.body(), StandardCharsets.UTF_8);
        if (secrets.stream().anyMatch(body::contains)) {
            throw SourceException.last(
                    "%s: the reply repeats the key and is neither read nor kept; check what %s.base in conf/ingest.yaml points at"
                            .formatted(name, name));
        }
    }

    /** The beginning of what a reply says, in one line. */
    private String said(Reply reply) {
        String text = new String(reply.body(), StandardCharsets.UTF_8);
        for (String secret : secrets) {
            text = text.replace(secret, "***").replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), "***");
        }
        return shortened(text);
    }

    /** The beginning of a text, in one line. */
    static String shortened(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
