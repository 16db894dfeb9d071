package org.cryptosmarttrader.ingest.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.cryptosmarttrader.ingest.box.BoxedChain;
import org.cryptosmarttrader.ingest.box.BoxedChain.Sent;
import org.cryptosmarttrader.ingest.box.BoxedNodes;
import org.cryptosmarttrader.ingest.facts.chain.Owner;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A reply of Esplora, whatever it is")
class EsploraFuzzTest {

    private static final String HASH = "00".repeat(32);

    private final ChainJson json = new ChainJson(EsploraChain.SOURCE);
    private final EsploraTransactions transactions =
            new EsploraTransactions(json, BigDecimal.ZERO, address -> Owner.UNKNOWN);

    static Stream<byte[]> replies() {
        BoxedChain chain = new BoxedChain(1, ChainScene.START - 600, 600);
        BoxedChain.Block block = chain.mine(
                ChainScene.START,
                new Sent(BoxedChain.id("a"), ChainScene.SATOSHI, ChainScene.POOL, BigInteger.valueOf(500_000_000), ""));
        String page = BoxedNodes.esploraPage(block, 0);
        String header = BoxedNodes.esploraBlock(block).replace(block.hash(), HASH);
        return AnyChain.bytes(
                page,
                page.replace("500000000", "1e999999999"),
                page.replace("500000000", "-1"),
                page.replace("500000000", "9223372036854775808"),
                page.replace("\"value\"", "\"valve\""),
                page.replace("{\"txid\"", "{\"new\":[{}],\"txid\""),
                header,
                header.replace("\"height\"", "\"hight\""),
                header.replaceAll("\"height\":[0-9]+", "\"height\":-1"),
                header.replaceAll("\"timestamp\":[0-9]+", "\"timestamp\":1e999999999"),
                header.replaceAll("\"timestamp\":[0-9]+", "\"timestamp\":9223372036854775807"),
                HASH,
                HASH + "\n");
    }

    @MethodSource("replies")
    @FuzzTest
    void is_a_block_a_hash_and_possible_transfers_or_refused_by_name(byte[] reply) {
        AnyChain.isReadOrRefused("esplora: ", () -> {
            EsploraTransactions.Page page = transactions.page(reply, "u");
            assertThat(page.moves()).hasSizeLessThanOrEqualTo(page.count());
            page.moves().forEach(move -> AnyChain.requirePossible(move.fact()));
        });
        AnyChain.isReadOrRefused("esplora: ", () -> {
            EsploraChain.Block block = EsploraChain.block(json, AnyChain.reply(reply), HASH);
            AnyChain.requirePossible(block.seen());
            assertThat(block.transactions()).isNotNegative();
        });
        AnyChain.isReadOrRefused(
                "esplora: ", () -> assertThat(EsploraChain.hash(reply, "/tip")).matches(EsploraChain.HASH));
    }
}
