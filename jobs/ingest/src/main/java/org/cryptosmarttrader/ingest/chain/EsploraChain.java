package org.cryptosmarttrader.ingest.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cryptosmarttrader.ingest.facts.chain.AddressLabels;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.Reply;
import org.cryptosmarttrader.ingest.net.Request;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceReads;
import org.cryptosmarttrader.ingest.net.TokenBucket;

/**
 * Bitcoin by an Esplora API: every transaction of every block, 25 a call.
 *
 * <p>Source: Blockstream/esplora, API.md.
 */
final class EsploraChain implements Chain {

    /** Id of the source. */
    static final String SOURCE = "esplora";

    static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Transactions of a call. */
    static final int PAGE = 25;

    private final SourceReads reads;
    private final TokenBucket calls;
    private final int confirmations;
    private final ChainJson json = new ChainJson(SOURCE);
    private final EsploraTransactions transactions;
    private BlockSeen newest;

    /** @param floor BTC */
    EsploraChain(
            SourceReads reads,
            TokenBucket calls,
            int confirmations,
            BigDecimal floor,
            AddressLabels labels,
            IngestClock clock) {
        this.reads = reads;
        this.calls = calls;
        this.confirmations = confirmations;
        this.transactions = new EsploraTransactions(
                json, floor, address -> labels.owner(EsploraTransactions.CHAIN, address, clock.millis()));
    }

    /** What is said of a block. */
    record Block(BlockSeen seen, String previous, long transactions) {}

    @Override
    public String name() {
        return EsploraTransactions.CHAIN;
    }

    @Override
    public List<String> feeds() {
        return List.of(EsploraTransactions.CHAIN);
    }

    @Override
    public Head head() throws SourceException, InterruptedException {
        String hash = hash("/blocks/tip/hash");
        if (newest == null || !newest.hash().equals(hash)) {
            newest = block(hash).seen();
        }
        return Head.counted(newest, confirmations);
    }

    @Override
    public Optional<BlockSeen> at(long height) throws SourceException, InterruptedException {
        try {
            return Optional.of(block(hash("/block-height/" + height)).seen());
        } catch (UnknownBlock e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<List<BlockRead>> after(long height, String hash, long upTo, Runnable called)
            throws SourceException, InterruptedException {
        try {
            Block block = block(hash("/block-height/" + (height + 1)));
            if (block.seen().height() != height + 1 || !block.previous().equals(hash)) {
                return Optional.empty();
            }
            List<Move> moves = new ArrayList<>();
            for (long start = 0; start < block.transactions(); start += PAGE) {
                called.run();
                moves.addAll(page(block, start));
            }
            BlockSeen seen = block.seen();
            return Optional.of(List.of(new BlockRead(seen.height(), seen.hash(), seen.time(), moves)));
        } catch (UnknownBlock e) {
            return Optional.empty(); // it was there a moment ago
        }
    }

    private List<Move> page(Block block, long start) throws SourceException, InterruptedException {
        long expected = Math.min(PAGE, block.transactions() - start);
        String path = "/block/%s/txs/%d".formatted(block.seen().hash(), start);
        return ask(path, reply -> {
            EsploraTransactions.Page page = transactions.page(reply.body(), reply.url());
            if (page.count() != expected) {
                throw SourceException.retry(
                        "%s: %s holds %d transactions, expected %d".formatted(SOURCE, path, page.count(), expected));
            }
            return page.moves();
        });
    }

    private String hash(String path) throws SourceException, InterruptedException {
        return ask(path, reply -> hash(reply.body(), path));
    }

    static String hash(byte[] body, String path) throws SourceException {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        if (!HASH.matcher(text).matches()) {
            throw SourceException.retry("%s: %s says '%s', expected the hash of a block"
                    .formatted(SOURCE, path, text.substring(0, Math.min(80, text.length()))));
        }
        return text;
    }

    private Block block(String hash) throws SourceException, InterruptedException {
        return ask("/block/" + hash, reply -> block(json, reply, hash));
    }

    static Block block(ChainJson json, Reply reply, String hash) throws SourceException {
        JsonNode block = json.tree(reply.body());
        String of = "block " + hash;
        String id = json.matching(block, "id", of, HASH);
        if (!id.equals(hash)) {
            throw SourceException.retry("%s: asked for %s, was given %s".formatted(SOURCE, of, id));
        }
        long height = json.whole(block, "height", of);
        long time = json.millis(json.whole(block, "timestamp", of), "timestamp", of);
        // the first block of all has none before it
        String previous = height == 0 ? "" : json.matching(block, "previousblockhash", of, HASH);
        BlockSeen seen = new BlockSeen(height, id, time, reply.body(), reply.url());
        return new Block(seen, previous, json.whole(block, "tx_count", of));
    }

    private <T> T ask(String path, SourceReads.Reading<T> reading) throws SourceException, InterruptedException {
        return reads.read(Request.get(path), reading, calls);
    }
}
