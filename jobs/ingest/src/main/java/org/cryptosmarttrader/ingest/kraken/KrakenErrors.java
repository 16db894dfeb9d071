package org.cryptosmarttrader.ingest.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cryptosmarttrader.ingest.net.RateLimited;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceException.Kind;

/**
 * Kraken's envelope {@code {"error":[],"result":…}} and what its errors mean for a read. A warning beside a result is fine;
 * HTTP 200 says nothing. For one read with its repetitions: it counts the errors no table knows.
 *
 * <p>Source: docs.kraken.com, errors and rate limits; error texts of krakenfx/kraken-cli, 2026-04.
 */
public final class KrakenErrors {

    /** An error no table knows is tried so often. */
    private static final int UNKNOWN_ATTEMPTS = 3;

    private static final long LOCKOUT_MILLIS = 15 * 60_000;

    /** A time to come back that is later than this is a misreading. */
    private static final long LONGEST_THROTTLE = 60 * 60_000;

    private static final List<String> TOO_OFTEN =
            List.of("EAPI:Rate limit exceeded", "EGeneral:Too many requests", "EOrder:Rate limit exceeded");

    private static final List<String> OF_THE_MOMENT =
            List.of("EService:Unavailable", "EService:Busy", "EGeneral:Internal error", "EDatabase:Internal error");

    /** Requests that are wrong, keys, and what belongs to orders and accounts. */
    private static final List<String> FOR_GOOD = List.of(
            "EQuery:",
            "EGeneral:Invalid arguments",
            "EGeneral:Unknown method",
            "EGeneral:Permission denied",
            "EAPI:Invalid key",
            "EAPI:Invalid signature",
            "EAPI:Invalid nonce",
            "EService:Market in ",
            "EService:Deadline elapsed",
            "EAuth:",
            "EAccount:",
            "EOrder:",
            "ETrade:",
            "EFunding:",
            "EBM:");

    private static final Pattern THROTTLED = Pattern.compile("EService:Throttled(?::?\\s*(\\d{10}))?.*");

    private final LongSupplier millis;
    private final LongSupplier rateWait;
    private final Consumer<String> unknown;
    private int unknownErrors;

    /**
     * @param millis the time
     * @param rateWait how long to be silent after having asked too often: calls made meanwhile lengthen it
     * @param unknown takes the text of an error that is not in the table
     */
    public KrakenErrors(LongSupplier millis, LongSupplier rateWait, Consumer<String> unknown) {
        this.millis = millis;
        this.rateWait = rateWait;
        this.unknown = unknown;
    }

    /** For a reply out of a file: nobody will ask again. */
    static KrakenErrors forRecorded() {
        return new KrakenErrors(() -> 0, () -> 0, text -> {});
    }

    /** @throws SourceException if the envelope holds an error, or no result */
    public JsonNode result(JsonNode envelope) throws SourceException {
        JsonNode errors = envelope.path("error");
        if (!errors.isArray()) {
            throw SourceException.retry(
                    "kraken: %s, expected error and result".formatted(KrakenJson.shortened(envelope)));
        }
        for (JsonNode error : errors) {
            if (!error.asText().startsWith("W")) {
                throw failure(error.asText());
            }
        }
        if (!envelope.hasNonNull("result")) {
            throw SourceException.retry("kraken: the reply holds neither error nor result");
        }
        return envelope.get("result");
    }

    private SourceException failure(String text) {
        String message = "kraken: " + text;
        Matcher throttled = THROTTLED.matcher(text);
        if (begins(TOO_OFTEN, text)) {
            return new RateLimited(rateWait.getAsLong(), message);
        }
        if (throttled.matches()) {
            return new RateLimited(throttle(throttled.group(1)), message);
        }
        if (begins(OF_THE_MOMENT, text)) {
            return SourceException.retry(message);
        }
        if (text.startsWith("EGeneral:Temporary lockout")) {
            return new SourceException(Kind.RETRY, LOCKOUT_MILLIS, message);
        }
        return begins(FOR_GOOD, text) ? SourceException.last(message) : unknown(text, message);
    }

    /** The number, in seconds, is when to come back. */
    private long throttle(String until) {
        if (until == null) {
            return rateWait.getAsLong();
        }
        long wait = Long.parseLong(until) * 1_000 - millis.getAsLong();
        return wait > 0 && wait <= LONGEST_THROTTLE ? wait : rateWait.getAsLong();
    }

    private SourceException unknown(String text, String message) {
        unknown.accept(text);
        unknownErrors++;
        return unknownErrors < UNKNOWN_ATTEMPTS ? SourceException.retry(message) : SourceException.last(message);
    }

    private static boolean begins(List<String> prefixes, String text) {
        return prefixes.stream().anyMatch(text::startsWith);
    }
}
