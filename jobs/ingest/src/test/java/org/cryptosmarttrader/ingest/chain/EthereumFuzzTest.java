package org.cryptosmarttrader.ingest.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.stream.Stream;
import org.cryptosmarttrader.ingest.box.BoxedChain;
import org.cryptosmarttrader.ingest.box.BoxedChain.Sent;
import org.cryptosmarttrader.ingest.box.BoxedNodes;
import org.cryptosmarttrader.ingest.facts.chain.Owner;
import org.cryptosmarttrader.wire.conf.ChainSourceSettings.Contract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A reply of an Ethereum node or of Etherscan, whatever it is")
class EthereumFuzzTest {

    private static final Contract USDT = new Contract("USDT", ChainScene.TOKEN, 6, BigDecimal.ZERO);

    private final ChainJson json = new ChainJson("node");
    private final RpcErrors rpcErrors =
            new RpcErrors("node", text -> assertThat(text).startsWith("node: "));
    private final EtherscanErrors errors =
            new EtherscanErrors(text -> assertThat(text).startsWith("etherscan: "));
    private final Erc20Logs logs = new Erc20Logs(json, Map.of(ChainScene.TOKEN, USDT), address -> Owner.UNKNOWN);
    private final EtherscanRows lists = new EtherscanRows(json, BigDecimal.ZERO, address -> Owner.UNKNOWN);

    static Stream<byte[]> replies() {
        BoxedChain chain = new BoxedChain(1, ChainScene.START - 12, 12);
        BoxedChain.Block block = chain.mine(
                ChainScene.START,
                new Sent(
                        BoxedChain.id("c"),
                        ChainScene.ALICE,
                        ChainScene.VENUE,
                        BigInteger.valueOf(5_000_000),
                        ChainScene.TOKEN));
        String log = "{\"id\":1,\"new\":{},\"result\":[%s]}".formatted(String.join(",", BoxedNodes.logs(block, true)));
        String header = "{\"id\":1,\"result\":%s}".formatted(BoxedNodes.header(block));
        String rows = "{\"status\":\"1\",\"message\":\"OK\",\"result\":[%s]}"
                .formatted(BoxedNodes.row(block.sent().get(0), block));
        return AnyChain.bytes(
                log,
                log.replace("\"data\"", "\"date\""),
                log.replaceAll("\"data\":\"0x[0-9a-f]+\"", "\"data\":\"0x" + "f".repeat(64) + "\""),
                log.replaceAll("\"logIndex\":\"0x[0-9a-f]+\"", "\"logIndex\":\"0x" + "f".repeat(64) + "\""),
                header,
                header.replaceAll("\"timestamp\":\"0x[0-9a-f]+\"", "\"timestamp\":\"0x3fffffffffffffff\""),
                header.replace("\"hash\"", "\"hush\""),
                header.replaceAll("\"number\":\"0x[0-9a-f]+\"", "\"number\":\"0x" + "f".repeat(64) + "\""),
                rows,
                rows.replaceAll("\"value\":\"[0-9]+\"", "\"value\":\"" + "9".repeat(78) + "\""),
                rows.replaceAll("\"value\":\"[0-9]+\"", "\"value\":1e999999999"),
                rows.replaceAll("\"tokenDecimal\":\"[0-9]+\"", "\"tokenDecimal\":\"18\""),
                BoxedNodes.notOk("Max rate limit reached"),
                "{\"id\":1,\"result\":null}",
                "{\"id\":1,\"error\":{\"code\":-32005,\"message\":\"query returned more than 10000 results\"}}",
                "{\"id\":1,\"error\":{\"code\":1e999999999,\"data\":[]}}",
                "{\"id\":1,\"error\":7}");
    }

    @MethodSource("replies")
    @FuzzTest
    void is_a_block_and_possible_transfers_or_refused_by_name(byte[] reply) {
        AnyChain.isReadOrRefused("node: ", () -> {
            JsonNode result = EthereumRpc.result(json, rpcErrors, reply, "eth_getBlockByNumber");
            EthereumRpc.header(json, result, AnyChain.reply(reply)).ifPresent(AnyChain::requirePossible);
        });
        AnyChain.isReadOrRefused("node: ", () -> {
            EthereumRpc.result(json, rpcErrors, reply, "eth_getLogs");
            for (Erc20Logs.Logged logged : logs.read(reply, "u")) {
                assertThat(logged.height()).isNotNegative();
                assertThat(logged.time().orElse(0)).isNotNegative();
                AnyChain.requirePossible(logged.move().fact());
            }
        });
        AnyChain.isReadOrRefused("etherscan: ", () -> errors.hasRecords(new ChainJson("etherscan").tree(reply)));
        AnyChain.isReadOrRefused("node: ", () -> requirePossible(lists.transactions(reply, "u")));
        AnyChain.isReadOrRefused("node: ", () -> requirePossible(lists.tokens(reply, "u", USDT)));
    }

    private void requirePossible(Iterable<EtherscanRows.Row> rows) {
        for (EtherscanRows.Row row : rows) {
            assertThat(row.height()).isNotNegative();
            assertThat(row.time()).isNotNegative();
            lists.move(row, "id", BigDecimal.ZERO).ifPresent(move -> AnyChain.requirePossible(move.fact()));
        }
    }
}
