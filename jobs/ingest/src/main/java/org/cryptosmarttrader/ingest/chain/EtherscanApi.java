package org.cryptosmarttrader.ingest.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.cryptosmarttrader.ingest.net.HttpSource;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.Request;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceHealth;
import org.cryptosmarttrader.ingest.net.SourceReads;
import org.cryptosmarttrader.ingest.net.TokenBucket;
import org.cryptosmarttrader.wire.conf.ChainSourceSettings;

/**
 * Etherscan's calls, version 2.
 *
 * <p>Source: docs.etherscan.io.
 */
final class EtherscanApi {

    /** Records of all pages of a query at most. */
    private static final int WINDOW = 10_000;

    private final SourceReads reads;
    private final HttpSource http;
    private final TokenBucket calls;
    private final String key;
    private final ChainSourceSettings.Etherscan settings;
    private final ChainJson json = new ChainJson(EtherscanChain.SOURCE);
    private final EtherscanErrors errors = new EtherscanErrors(this::unknown);
    private final RpcErrors rpcErrors = new RpcErrors(EtherscanChain.SOURCE, this::unknown);

    EtherscanApi(
            HttpSource.Settings source,
            String key,
            ChainSourceSettings.Etherscan settings,
            TokenBucket calls,
            IngestClock clock,
            RandomGenerator random) {
        this.http = new HttpSource(
                source, List.of(key), clock, (reply, what) -> RpcErrors.denied(reply, what, "correct ETHERSCAN_KEY"));
        this.reads = new SourceReads(http, settings.follow().attempts(), clock, random);
        this.calls = calls;
        this.key = key;
        this.settings = settings;
    }

    private void unknown(String text) {
        reads.health().unknownError(http.redacted(text));
    }

    SourceHealth health() {
        return reads.health();
    }

    /** Reads a page of a list. */
    @FunctionalInterface
    interface Rows {
        List<EtherscanRows.Row> of(byte[] body, String url) throws SourceException;
    }

    /**
     * All records of an address in some blocks, in the order of blocks. A page that is full may end within a block, which is then
     * read again from its beginning.
     *
     * @param list e.g. {@code action=txlist&address=0x…}
     */
    List<EtherscanRows.Row> list(String list, long fromBlock, long toBlock, Rows rows, Runnable called)
            throws SourceException, InterruptedException {
        List<EtherscanRows.Row> all = new ArrayList<>();
        long from = fromBlock;
        while (from <= toBlock) {
            List<EtherscanRows.Row> page = page(list, from, toBlock, 1, rows);
            called.run();
            if (page.size() < settings.pageSize()) {
                all.addAll(page);
                return all;
            }
            long last = page.get(page.size() - 1).height();
            if (page.get(0).height() < last) {
                page.stream().filter(row -> row.height() < last).forEach(all::add);
                from = last;
            } else {
                all.addAll(page);
                for (int number = 2; page.size() >= settings.pageSize(); number++) {
                    page = page(list, last, last, number, rows);
                    all.addAll(page);
                }
                from = last + 1;
            }
        }
        return all;
    }

    private List<EtherscanRows.Row> page(String list, long from, long to, int number, Rows rows)
            throws SourceException, InterruptedException {
        if ((long) number * settings.pageSize() > WINDOW) {
            throw SourceException.last(
                    "%s: block %d holds more than %d records of %s; take this address out of the labels of ethereum"
                            .formatted(EtherscanChain.SOURCE, from, WINDOW, list));
        }
        String path =
                "/v2/api?chainid=%d&module=account&%s&startblock=%d&endblock=%d&page=%d&offset=%d&sort=asc&apikey=%s"
                        .formatted(settings.chainId(), list, from, to, number, settings.pageSize(), key);
        return ask(path, reply -> {
            if (!errors.hasRecords(json.tree(reply.body()))) {
                return List.of();
            }
            return inOrder(rows.of(reply.body(), reply.url()), from, to);
        });
    }

    private List<EtherscanRows.Row> inOrder(List<EtherscanRows.Row> rows, long from, long to) throws SourceException {
        long before = from;
        for (EtherscanRows.Row row : rows) {
            if (row.height() < before || row.height() > to) {
                throw SourceException.retry("%s: asked for blocks %d to %d in order, was given %d behind %d"
                        .formatted(EtherscanChain.SOURCE, from, to, row.height(), before));
            }
            before = row.height();
        }
        return rows;
    }

    /** Number of the newest block. */
    long blockNumber() throws SourceException, InterruptedException {
        return proxy("eth_blockNumber", (envelope, reply) -> json.hexLong(envelope, "result", "eth_blockNumber"));
    }

    /** The block at a height; empty if the chain ends before. */
    Optional<BlockSeen> block(long height) throws SourceException, InterruptedException {
        return proxy(
                "eth_getBlockByNumber&tag=%s&boolean=false".formatted(EthereumRpc.quantity(height)),
                (envelope, reply) -> EthereumRpc.header(json, envelope.get("result"), reply));
    }

    /** These answer as a node does, but for failures of Etherscan's own. */
    private <T> T proxy(String action, EthereumRpc.Reading<T> reading) throws SourceException, InterruptedException {
        String path = "/v2/api?chainid=%d&module=proxy&action=%s&apikey=%s".formatted(settings.chainId(), action, key);
        return ask(path, reply -> {
            JsonNode envelope = json.tree(reply.body());
            if (envelope.has("status")) {
                throw errors.failure(envelope);
            }
            EthereumRpc.result(json, rpcErrors, reply.body(), "proxy");
            return reading.of(envelope, reply);
        });
    }

    private <T> T ask(String path, SourceReads.Reading<T> reading) throws SourceException, InterruptedException {
        return reads.read(
                Request.get(path),
                reply -> {
                    try {
                        return reading.of(reply);
                    } catch (SourceException e) {
                        throw Cleaned.of(e, http.redacted(e.getMessage()));
                    }
                },
                calls);
    }
}
