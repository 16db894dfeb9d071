package org.cryptosmarttrader.ingest.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.cryptosmarttrader.ingest.facts.chain.Owner;
import org.cryptosmarttrader.ingest.facts.chain.TransferFact;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.wire.conf.ChainSourceSettings.Contract;

/**
 * Records of Etherscan's lists of an address, and what of them is a transfer. A token is known by its contract, never by its symbol,
 * which anybody may forge. Pure.
 *
 * <p>Source: docs.etherscan.io, accounts: txlist, tokentx.
 *
 * @param floor ETH; what moves less is none
 * @param owners who holds an address now
 */
record EtherscanRows(ChainJson json, BigDecimal floor, Function<String, Owner> owners) {

    private static final String NATIVE = "ETH";
    private static final int WEI_DIGITS = 18;

    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
    /** A transaction that makes a contract has no receiver. */
    private static final Pattern ADDRESS_OR_NONE = Pattern.compile("(0x[0-9a-fA-F]{40})?");

    /**
     * A record.
     *
     * @param time epoch milliseconds
     * @param key what is the same of transfers that one transaction makes twice
     * @param amount in units of the asset; 0 if it moved nothing
     */
    record Row(
            long height,
            String blockHash,
            long time,
            String asset,
            String key,
            BigDecimal amount,
            String from,
            String to,
            byte[] payload,
            String url) {}

    /** Transactions with their value in wei. */
    List<Row> transactions(byte[] body, String url) throws SourceException {
        List<Row> rows = new ArrayList<>();
        for (byte[] element : json.elements(body, "result")) {
            JsonNode row = json.tree(element);
            String of = "a transaction";
            boolean isFailed = !json.member(row, "isError", of).asText().equals("0");
            BigInteger wei = isFailed ? BigInteger.ZERO : json.decimal(row, "value", of);
            String hash = json.matching(row, "hash", of, Erc20Logs.HASH);
            rows.add(row(row, of, NATIVE, hash, new BigDecimal(wei, WEI_DIGITS), element, url));
        }
        return rows;
    }

    /** Transfers of a token; records of other contracts move nothing here. */
    List<Row> tokens(byte[] body, String url, Contract contract) throws SourceException {
        List<Row> rows = new ArrayList<>();
        for (byte[] element : json.elements(body, "result")) {
            JsonNode row = json.tree(element);
            String of = "a token transfer";
            String address = address(row, "contractAddress", of, ADDRESS);
            boolean isOurs = address.equals(contract.address());
            BigInteger value = json.decimal(row, "value", of);
            if (isOurs && json.decimalLong(row, "tokenDecimal", of) != contract.decimals()) {
                throw SourceException.disabled(
                        "%s: the contract %s of %s has %s decimals, conf/ingest.yaml says %d; correct one of address and decimals in etherscan.contracts"
                                .formatted(
                                        json.source(),
                                        address,
                                        contract.asset(),
                                        row.get("tokenDecimal").asText(),
                                        contract.decimals()));
            }
            String key = "%s:%s:%s:%s:%s"
                    .formatted(
                            json.matching(row, "hash", of, Erc20Logs.HASH),
                            address,
                            address(row, "from", of, ADDRESS),
                            address(row, "to", of, ADDRESS_OR_NONE),
                            value);
            BigDecimal amount = isOurs ? Erc20Logs.units(value, contract.decimals()) : BigDecimal.ZERO;
            rows.add(row(row, of, contract.asset(), key, amount, element, url));
        }
        return rows;
    }

    private Row row(JsonNode row, String of, String asset, String key, BigDecimal amount, byte[] element, String url)
            throws SourceException {
        return new Row(
                json.decimalLong(row, "blockNumber", of),
                json.matching(row, "blockHash", of, Erc20Logs.HASH),
                json.millis(json.decimalLong(row, "timeStamp", of), "timeStamp", of),
                asset,
                key,
                amount,
                address(row, "from", of, ADDRESS),
                address(row, "to", of, ADDRESS_OR_NONE),
                element,
                url);
    }

    private String address(JsonNode row, String name, String of, Pattern form) throws SourceException {
        return json.matching(row, name, of, form).toLowerCase(Locale.ROOT);
    }

    /** The rows of one list as transfers by their ids: those of a token number what one transaction makes twice. */
    Map<Row, String> ids(List<Row> rows) {
        Map<Row, String> ids = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Row row : rows) {
            int occurrence = seen.merge(row.key(), 1, Integer::sum) - 1;
            ids.put(row, row.asset().equals(NATIVE) ? row.key() : row.key() + ":" + occurrence);
        }
        return ids;
    }

    /** Empty if it moves less than the floor, or nothing to anybody else. */
    Optional<Move> move(Row row, String id, BigDecimal least) {
        if (row.amount().compareTo(least) < 0 || row.from().equals(row.to())) {
            return Optional.empty();
        }
        Owner to = row.to().isEmpty() ? Owner.UNKNOWN : owners.apply(row.to());
        TransferFact fact = new TransferFact(
                Erc20Logs.CHAIN, id, row.asset(), row.amount().doubleValue(), owners.apply(row.from()), to);
        return Optional.of(new Move(fact, row.payload(), row.url()));
    }
}
