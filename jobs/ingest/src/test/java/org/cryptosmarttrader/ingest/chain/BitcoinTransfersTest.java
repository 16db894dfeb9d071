package org.cryptosmarttrader.ingest.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.facts.chain.Owner;
import org.cryptosmarttrader.ingest.facts.chain.TransferFact;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Addresses a1, a2 are of exchange A, b1 of B; others are nobody's. */
@DisplayName("A transaction of Bitcoin")
class BitcoinTransfersTest {

    private static final String ID = "ab".repeat(32);

    private final EsploraTransactions transactions = new EsploraTransactions(
            new ChainJson("esplora"),
            BigDecimal.ONE,
            address -> address.startsWith("a")
                    ? new Owner("A", "exchange")
                    : address.startsWith("b") ? new Owner("B", "exchange") : Owner.UNKNOWN);

    private static String inputs(String... addresses) {
        return Stream.of(addresses)
                .map(address ->
                        "{\"is_coinbase\":false,\"prevout\":{\"scriptpubkey_address\":\"%s\",\"value\":900000000}}"
                                .formatted(address))
                .collect(Collectors.joining(","));
    }

    private static String output(String address, long satoshi) {
        return "{\"scriptpubkey_address\":\"%s\",\"value\":%d}".formatted(address, satoshi);
    }

    private static String transaction(String inputs, String... outputs) {
        return "[{\"txid\":\"%s\",\"vin\":[%s],\"vout\":[%s]}]".formatted(ID, inputs, String.join(",", outputs));
    }

    private List<TransferFact> read(String page) throws SourceException {
        return transactions.page(page.getBytes(StandardCharsets.UTF_8), "here").moves().stream()
                .map(Move::fact)
                .toList();
    }

    @Test
    void moves_the_outputs_that_do_not_go_back() throws SourceException {
        TransferFact fact = read(transaction(
                        inputs("x1", "x2"),
                        output("b1", 150_000_001),
                        output("y", 100_000_000),
                        output("x2", 500_000_000)))
                .get(0);

        // 1.50000001 + 1, and more than half of it to B
        assertThat(fact.amount()).isEqualTo(2.50000001);
        assertThat(fact.from()).isEqualTo(Owner.UNKNOWN);
        assertThat(fact.to()).isEqualTo(new Owner("B", "exchange"));
        assertThat(fact.words())
                .containsExactly("bitcoin", ID, "BTC", EventKind.UNKNOWN, EventKind.UNKNOWN, "B", "exchange");
    }

    @Test
    void moves_nothing_within_the_sender_s_own_house() throws SourceException {
        assertThat(read(transaction(inputs("a1"), output("a2", 800_000_000)))).isEmpty();
        assertThat(read(transaction(inputs("a1"), output("a2", 800_000_000), output("y", 100_000_000))))
                .singleElement()
                .satisfies(fact -> assertThat(fact.amount()).isEqualTo(1));
    }

    @Test
    void counts_from_the_floor_on_itself_included() throws SourceException {
        assertThat(read(transaction(inputs("x"), output("y", 100_000_000)))).hasSize(1);
        assertThat(read(transaction(inputs("x"), output("y", 99_999_999)))).isEmpty();
    }

    @Test
    void that_makes_coins_moves_none() throws SourceException {
        assertThat(read(transaction("{\"is_coinbase\":true,\"prevout\":null}", output("y", 312_500_000))))
                .isEmpty();
    }

    @Test
    void may_have_outputs_without_an_address_and_fields_that_are_new() throws SourceException {
        assertThat(read(transaction(
                        inputs("x"),
                        "{\"scriptpubkey_type\":\"op_return\",\"value\":0,\"new\":[1]}",
                        output("y", 200_000_000))))
                .singleElement()
                .satisfies(fact -> assertThat(fact.amount()).isEqualTo(2));
    }

    @Test
    void without_what_is_needed_says_what_is_missing() {
        assertThatThrownBy(() -> read("[{\"txid\":\"%s\",\"vout\":[]}]".formatted(ID)))
                .hasMessage("esplora: transaction %s has no vin".formatted(ID));
        assertThatThrownBy(() -> read(transaction("{\"is_coinbase\":false}", output("y", 1))))
                .hasMessage("esplora: an input of transaction %s has no prevout".formatted(ID));
        assertThatThrownBy(() -> read(transaction(inputs("x"), "{\"scriptpubkey_address\":\"y\"}")))
                .hasMessage("esplora: an output of transaction %s has no value".formatted(ID));
        assertThatThrownBy(() -> read(transaction(inputs("x"), output("y", 2_100_000_000_000_001L))))
                .hasMessageContaining("value of an output");
    }
}
