package org.cryptosmarttrader.ingest.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.cryptosmarttrader.ingest.facts.chain.BitcoinMove;
import org.cryptosmarttrader.ingest.facts.chain.BitcoinMove.Part;
import org.cryptosmarttrader.ingest.facts.chain.Owner;
import org.cryptosmarttrader.ingest.facts.chain.TransferFact;
import org.cryptosmarttrader.ingest.net.SourceException;

/**
 * Transactions as Esplora writes them, and what of them is a transfer. Pure.
 *
 * <p>Source: Blockstream/esplora, API.md, transaction format.
 *
 * @param floor BTC; what moves less is none
 * @param owners who holds an address now
 */
record EsploraTransactions(ChainJson json, BigDecimal floor, Function<String, Owner> owners) {

    static final String CHAIN = "bitcoin";

    private static final String ASSET = "BTC";
    private static final Pattern HASH = EsploraChain.HASH;
    private static final int SATOSHI_DIGITS = 8;
    /** All there will ever be. */
    private static final long MOST_SATOSHI = 2_100_000_000_000_000L;

    /**
     * A page.
     *
     * @param count of its transactions
     */
    record Page(int count, List<Move> moves) {}

    Page page(byte[] body, String url) throws SourceException {
        List<byte[]> elements = json.elements(body, null);
        List<Move> moves = new ArrayList<>();
        for (byte[] element : elements) {
            fact(json.tree(element)).ifPresent(fact -> moves.add(new Move(fact, element, url)));
        }
        return new Page(elements.size(), moves);
    }

    /** Empty if it makes coins, moves less than the floor, or all of it back to its sender. */
    private Optional<TransferFact> fact(JsonNode transaction) throws SourceException {
        String id = json.matching(transaction, "txid", "a transaction", HASH);
        String of = "transaction " + id;
        List<Part> inputs = new ArrayList<>();
        for (JsonNode input : json.list(transaction, "vin", of)) {
            if (input.path("is_coinbase").asBoolean()) {
                return Optional.empty();
            }
            part(json.member(input, "prevout", "an input of " + of), "an input of " + of)
                    .ifPresent(inputs::add);
        }
        List<Part> outputs = new ArrayList<>();
        for (JsonNode output : json.list(transaction, "vout", of)) {
            part(output, "an output of " + of).ifPresent(outputs::add);
        }
        BitcoinMove move = BitcoinMove.of(inputs, outputs, owners);
        return move.amount().compareTo(floor) < 0
                ? Optional.empty()
                : Optional.of(new TransferFact(CHAIN, id, ASSET, move.amount().doubleValue(), move.from(), move.to()));
    }

    /** Data and bare scripts have no address. */
    private Optional<Part> part(JsonNode of, String what) throws SourceException {
        long satoshi = json.whole(of, "value", what);
        if (satoshi > MOST_SATOSHI) {
            return json.refuse("value", what, of.get("value"), "satoshi");
        }
        return json.text(of, "scriptpubkey_address")
                .map(address -> new Part(address, BigDecimal.valueOf(satoshi, SATOSHI_DIGITS)));
    }
}
