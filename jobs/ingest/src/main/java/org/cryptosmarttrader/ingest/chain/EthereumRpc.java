package org.cryptosmarttrader.ingest.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.cryptosmarttrader.ingest.net.HttpSource;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.Reply;
import org.cryptosmarttrader.ingest.net.Request;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceHealth;
import org.cryptosmarttrader.ingest.net.SourceReads;
import org.cryptosmarttrader.ingest.net.TokenBucket;
import org.cryptosmarttrader.wire.Json;

/**
 * Calls of a node of Ethereum, or of a chain with its interface. An error comes with HTTP 200 or with any other status.
 *
 * <p>Source: ethereum/execution-apis.
 */
final class EthereumRpc {

    private final SourceReads reads;
    private final TokenBucket calls;
    private final HttpSource http;
    private final RpcErrors errors;
    private final ChainJson json;

    EthereumRpc(
            HttpSource.Settings settings,
            List<String> secrets,
            int attempts,
            TokenBucket calls,
            IngestClock clock,
            RandomGenerator random) {
        this.errors = new RpcErrors(settings.name(), this::unknown);
        this.http = new HttpSource(settings, secrets, clock, (reply, what) -> clean(errors().byStatus(reply, what)));
        this.reads = new SourceReads(http, attempts, clock, random);
        this.calls = calls;
        this.json = new ChainJson(settings.name());
    }

    private RpcErrors errors() {
        return errors;
    }

    private void unknown(String text) {
        reads.health().unknownError(http.redacted(text));
    }

    SourceHealth health() {
        return reads.health();
    }

    /** What a result says. */
    @FunctionalInterface
    interface Reading<T> {

        /** @param result may be null in the sense of JSON */
        T of(JsonNode result, Reply reply) throws SourceException;
    }

    <T> T call(String method, List<Object> params, Reading<T> reading) throws SourceException, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("jsonrpc", "2.0");
        body.put("id", 1);
        body.put("method", method);
        body.put("params", params);
        return reads.read(
                Request.json("", Json.write(body)),
                reply -> {
                    try {
                        return reading.of(result(json, errors, reply.body(), method), reply);
                    } catch (SourceException e) {
                        throw clean(e);
                    }
                },
                calls);
    }

    /** @throws SourceException if the reply holds an error, or neither error nor result */
    static JsonNode result(ChainJson json, RpcErrors errors, byte[] body, String method) throws SourceException {
        JsonNode envelope = json.tree(body);
        if (envelope.hasNonNull("error")) {
            throw errors.of(envelope.get("error"));
        }
        if (!envelope.has("result")) {
            throw SourceException.retry("%s: the reply to %s has no result".formatted(json.source(), method));
        }
        return envelope.get("result");
    }

    /** A node may quote the address it was asked at. */
    private SourceException clean(SourceException e) {
        String text = http.redacted(e.getMessage());
        return text.equals(e.getMessage()) ? e : Cleaned.of(e, text);
    }

    /** A block by its number or a tag; empty if the chain ends before. */
    Optional<BlockSeen> block(String which) throws SourceException, InterruptedException {
        return call("eth_getBlockByNumber", List.of(which, false), (block, reply) -> header(json, block, reply));
    }

    static Optional<BlockSeen> header(ChainJson json, JsonNode block, Reply reply) throws SourceException {
        if (block.isNull()) {
            return Optional.empty();
        }
        String of = "a block";
        return Optional.of(new BlockSeen(
                json.hexLong(block, "number", of),
                json.matching(block, "hash", of, Erc20Logs.HASH),
                json.millis(json.hexLong(block, "timestamp", of), "timestamp", of),
                reply.body(),
                reply.url()));
    }

    static String quantity(long number) {
        return "0x" + Long.toHexString(number);
    }
}
