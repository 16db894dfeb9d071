package org.cryptosmarttrader.ingest.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.cryptosmarttrader.ingest.facts.chain.Owner;
import org.cryptosmarttrader.ingest.facts.chain.TransferFact;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.wire.conf.ChainSourceSettings.Contract;

/**
 * Transfers out of the logs of token contracts. Pure.
 *
 * <p>Source: EIP-20, event Transfer(address indexed, address indexed, uint256); EIP-721 has an event of the same name whose third
 * argument is indexed, too, and which is none of ours: three topics, not four.
 *
 * @param contracts by address in lower case; logs of others are left out
 * @param owners who holds an address now
 */
record Erc20Logs(ChainJson json, Map<String, Contract> contracts, Function<String, Owner> owners) {

    static final String CHAIN = "ethereum";

    /** Keccak-256 of {@code Transfer(address,address,uint256)}. */
    static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

    static final Pattern HASH = Pattern.compile("0x[0-9a-f]{64}");
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final Pattern WORD = Pattern.compile("0x[0-9a-fA-F]{64}");
    /** Topic, sender, receiver. */
    private static final int TOPICS = 3;

    private static final int PADDING = "0x".length() + 24;

    /**
     * A transfer and the block it says it stands in.
     *
     * @param time epoch milliseconds; empty if the node does not tell with the log
     */
    record Logged(long height, String blockHash, OptionalLong time, Move move) {}

    /** Transfers of the floor or more. */
    List<Logged> read(byte[] body, String url) throws SourceException {
        List<Logged> logs = new ArrayList<>();
        for (byte[] element : json.elements(body, "result")) {
            logged(json.tree(element), element, url).ifPresent(logs::add);
        }
        return logs;
    }

    private Optional<Logged> logged(JsonNode log, byte[] element, String url) throws SourceException {
        String of = "a log";
        String address = json.matching(log, "address", of, ADDRESS).toLowerCase(Locale.ROOT);
        Contract contract = contracts.get(address);
        JsonNode topics = json.list(log, "topics", of);
        boolean isTransfer = topics.size() == TOPICS && topics.path(0).asText().equals(TRANSFER);
        if (contract == null || !isTransfer || log.path("removed").asBoolean()) {
            return Optional.empty();
        }
        BigDecimal amount = units(amount(log, of), contract.decimals());
        String from = party(topics, 1);
        String to = party(topics, 2);
        if (amount.compareTo(contract.floor()) < 0 || from.equals(to)) {
            return Optional.empty();
        }
        String id =
                "%s:%d".formatted(json.matching(log, "transactionHash", of, HASH), json.hexLong(log, "logIndex", of));
        TransferFact fact = new TransferFact(
                CHAIN, id, contract.asset(), amount.doubleValue(), owners.apply(from), owners.apply(to));
        OptionalLong time = log.hasNonNull("blockTimestamp")
                ? OptionalLong.of(json.millis(json.hexLong(log, "blockTimestamp", of), "blockTimestamp", of))
                : OptionalLong.empty();
        return Optional.of(new Logged(
                json.hexLong(log, "blockNumber", of),
                json.matching(log, "blockHash", of, HASH),
                time,
                new Move(fact, element, url)));
    }

    private BigInteger amount(JsonNode log, String of) throws SourceException {
        return new BigInteger(json.matching(log, "data", of, WORD).substring(2), 16);
    }

    private String party(JsonNode topics, int at) throws SourceException {
        String topic = topics.get(at).asText();
        if (!WORD.matcher(topic).matches()) {
            return json.refuse("topics", "a log", topics.get(at), "32 bytes");
        }
        return "0x" + topic.substring(PADDING).toLowerCase(Locale.ROOT);
    }

    static BigDecimal units(BigInteger amount, int decimals) {
        return new BigDecimal(amount, decimals);
    }
}
