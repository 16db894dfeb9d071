package org.cryptosmarttrader.ingest.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.cryptosmarttrader.ingest.net.RateLimited;
import org.cryptosmarttrader.ingest.net.SourceException;

/**
 * Etherscan's envelope {@code {"status","message","result"}} and what its failures mean; all come with HTTP 200.
 *
 * <p>Source: docs.etherscan.io, common error messages and rate limits, 2026-11.
 *
 * @param unknown takes the text of a failure that is not in the table
 */
record EtherscanErrors(Consumer<String> unknown) {

    private static final String SOURCE = EtherscanChain.SOURCE;

    /** The limit is of calls a second. */
    private static final long RATE_WAIT = 1_000;
    /** The day's calls are used up; when the day ends is not said. */
    private static final long DAY_WAIT = 15 * 60_000;

    private static final List<String> NOTHING = List.of("No transactions found", "No records found");

    private static final List<String> NO_ACCESS = List.of(
            "invalid api key",
            "missing/invalid api key",
            "missing or unsupported chainid",
            "not supported for this chain",
            "api key not found",
            "pro endpoint");

    private static final List<String> FOR_GOOD = List.of(
            "result window is too large", "invalid address", "missing or invalid", "unknown action", "unknown module");

    private static final List<String> OF_THE_MOMENT =
            List.of("timeout", "server too busy", "unexpected error", "temporarily", "try again");

    /** The list of records; empty if there are none. */
    boolean hasRecords(JsonNode envelope) throws SourceException {
        if (!envelope.path("status").isTextual()) {
            throw SourceException.retry("%s: the reply has no status".formatted(SOURCE));
        }
        boolean isNothing = NOTHING.contains(envelope.path("message").asText());
        if (!envelope.get("status").asText().equals("1") && !isNothing) {
            throw failure(envelope);
        }
        return !isNothing;
    }

    SourceException failure(JsonNode envelope) {
        JsonNode result = envelope.path("result");
        String said =
                result.isTextual() ? result.asText() : envelope.path("message").asText();
        String text = said.substring(0, Math.min(300, said.length()));
        String lower = text.toLowerCase(Locale.ROOT);
        String message = "%s: %s".formatted(SOURCE, text);
        if (lower.contains("daily")) {
            return new RateLimited(DAY_WAIT, message);
        }
        if (lower.contains("rate limit")) {
            return new RateLimited(RATE_WAIT, message);
        }
        if (has(NO_ACCESS, lower)) {
            return SourceException.disabled(
                    message + "; correct ETHERSCAN_KEY, its plan, or etherscan.chainId in conf/ingest.yaml");
        }
        if (has(FOR_GOOD, lower)) {
            return SourceException.last(message);
        }
        if (!has(OF_THE_MOMENT, lower)) {
            unknown.accept(message);
        }
        return SourceException.retry(message);
    }

    private static boolean has(List<String> parts, String text) {
        return parts.stream().anyMatch(text::contains);
    }
}
