package org.cryptosmarttrader.ingest.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.cryptosmarttrader.ingest.net.RateLimited;
import org.cryptosmarttrader.ingest.net.Refusal;
import org.cryptosmarttrader.ingest.net.Reply;
import org.cryptosmarttrader.ingest.net.SourceException;

/**
 * What the errors of a node mean. Codes and texts differ from node to node, so the text decides where a code has two meanings:
 * -32005 is a query too wide at some, too many requests at others.
 *
 * <p>Source: EIP-1474 (codes); texts as nodes were seen to send them, read 2026-11: INFURA/infura#237, erigontech/erigon#20424,
 * OffchainLabs/arbitrum-sdk#609, ethereum/go-ethereum#25343, ethers-io/ethers.js#4703, matter-labs/zksync-era#3412. Those about
 * access and rates are not verified.
 *
 * @param source for messages
 * @param unknown takes the text of an error that is not in the table
 */
record RpcErrors(String source, Consumer<String> unknown) {

    private static final int LIMIT_EXCEEDED = -32005;
    private static final List<Integer> TOO_MANY = List.of(429, -32029);
    private static final int METHOD_NOT_FOUND = -32601;
    private static final int INVALID_PARAMS = -32602;

    private static final List<String> TOO_OFTEN = List.of(
            "rate limit",
            "rate-limit",
            "too many requests",
            "request count exceeded",
            "request rate",
            "requests per second",
            "compute units",
            "request limit");

    private static final List<String> WIDE = List.of(
            "block range",
            "response size",
            "query returned more than",
            "is too large",
            "too big",
            "too many results",
            "exceeds limit of",
            "range limit",
            "is limited to a",
            "logs are limited");

    /** A node that lags behind the one that named the range's end. */
    private static final List<String> NOT_YET = List.of("beyond current head", "invalid block range");

    private static final List<String> NO_ACCESS = List.of(
            "unauthorized",
            "invalid api key",
            "invalid project id",
            "api key is not allowed",
            "forbidden",
            "must be authenticated");

    private static final List<String> OF_THE_MOMENT = List.of(
            "header not found",
            "unknown block",
            "timeout",
            "timed out",
            "internal error",
            "temporarily",
            "try again",
            "syncing");

    /** @param error the member of that name */
    SourceException of(JsonNode error) {
        long code = error.path("code").asLong();
        // some say what is wrong beside the message only
        String text =
                error.path("message").asText() + (error.path("data").isMissingNode() ? "" : " " + error.get("data"));
        String lower = text.toLowerCase(Locale.ROOT);
        String message = "%s: error %d: %s".formatted(source, code, text.substring(0, Math.min(300, text.length())));
        if (has(TOO_OFTEN, lower) || TOO_MANY.contains((int) code)) {
            return new RateLimited(0, message);
        }
        if (has(NOT_YET, lower)) {
            return SourceException.retry(message);
        }
        if (code == LIMIT_EXCEEDED || has(WIDE, lower)) {
            return new TooWide(message);
        }
        if (has(NO_ACCESS, lower)) {
            return SourceException.disabled(message + "; correct the address or its key");
        }
        if (code == METHOD_NOT_FOUND || code == INVALID_PARAMS) {
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

    /** What a status other than success means: some nodes send their errors with one. */
    SourceException byStatus(Reply reply, String what) {
        try {
            JsonNode error = new ChainJson(source).tree(reply.body()).path("error");
            if (error.hasNonNull("message") && reply.status() != Refusal.TOO_MANY_REQUESTS) {
                return of(error);
            }
        } catch (SourceException e) {
            // no JSON: the status has to do
        }
        return denied(reply, what, "correct the address or its key");
    }

    /** By the status alone; a source that refuses a key is asked no more. */
    static SourceException denied(Reply reply, String what, String mend) {
        return reply.status() == 401 || reply.status() == 403
                ? SourceException.disabled(what + "; " + mend)
                : Refusal.byStatus(reply, what);
    }
}
