package org.cryptosmarttrader.ingest.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.cryptosmarttrader.ingest.box.BoxedChain;
import org.cryptosmarttrader.ingest.box.BoxedChain.Sent;
import org.cryptosmarttrader.ingest.box.BoxedNodes;
import org.cryptosmarttrader.ingest.facts.chain.Owner;
import org.cryptosmarttrader.ingest.net.Reply;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.wire.conf.ChainSourceSettings.Contract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two thousand replies, each a right one with one or two places changed. */
@DisplayName("A reply with something wrong in it")
class MutatedRepliesTest {

    private static final int REPLIES = 2_000;

    /** What nodes, proxies and bad luck put where something else stood. */
    private static final List<String> ODD = List.of(
            "null",
            "-1",
            "1e999999999",
            "99999999999999999999999999",
            "\"\"",
            "{}",
            "[]",
            "[[[[",
            "0x",
            "true",
            "\\u0000",
            "é",
            "\"0x-5\"");

    private static final Contract USDT = new Contract("USDT", ChainScene.TOKEN, 6, BigDecimal.ONE);

    private final ChainJson json = new ChainJson("box");
    private final BoxedChain chain = new BoxedChain(1, 1_762_819_000, 600);
    private final BoxedChain.Block block = chain.mine(
            1_762_819_800,
            new Sent(BoxedChain.id("a"), ChainScene.SATOSHI, ChainScene.POOL, BigInteger.valueOf(500_000_000), ""),
            new Sent(BoxedChain.id("b"), ChainScene.SATOSHI, ChainScene.POOL, BigInteger.valueOf(700_000_000), ""));
    private final BoxedChain.Block tokens = chain.mine(
            1_762_819_812,
            new Sent(
                    BoxedChain.id("c"),
                    ChainScene.ALICE,
                    ChainScene.VENUE,
                    BigInteger.valueOf(5_000_000),
                    ChainScene.TOKEN),
            new Sent(
                    BoxedChain.id("d"),
                    ChainScene.VENUE,
                    ChainScene.ALICE,
                    BigInteger.valueOf(6_000_000),
                    ChainScene.TOKEN));

    /** Reads a reply as its source would; gives what it found. */
    private interface Reading {
        Object of(byte[] body) throws SourceException;
    }

    private record Case(String reply, Reading reading) {}

    private List<Case> cases() {
        String rows = tokens.sent().stream()
                .map(sent -> BoxedNodes.row(sent, tokens))
                .collect(Collectors.joining(",", "{\"status\":\"1\",\"message\":\"OK\",\"result\":[", "]}"));
        EsploraTransactions transactions = new EsploraTransactions(json, BigDecimal.ONE, address -> Owner.UNKNOWN);
        Erc20Logs logs = new Erc20Logs(json, Map.of(ChainScene.TOKEN, USDT), address -> Owner.UNKNOWN);
        EtherscanRows lists = new EtherscanRows(json, BigDecimal.ONE, address -> Owner.UNKNOWN);
        EtherscanErrors errors = new EtherscanErrors(text -> {});
        RpcErrors rpcErrors = new RpcErrors("box", text -> {});
        return List.of(
                new Case(BoxedNodes.esploraBlock(block), body -> EsploraChain.block(json, reply(body), block.hash())),
                new Case(block.hash(), body -> EsploraChain.hash(body, "/blocks/tip/hash")),
                new Case(BoxedNodes.esploraPage(block, 0), body -> transactions.page(body, "box")),
                new Case(
                        "{\"id\":1,\"result\":[%s]}".formatted(String.join(",", BoxedNodes.logs(tokens, true))),
                        body -> {
                            EthereumRpc.result(json, rpcErrors, body, "eth_getLogs");
                            return logs.read(body, "box");
                        }),
                new Case(
                        "{\"id\":1,\"result\":%s}".formatted(BoxedNodes.header(tokens)),
                        body -> EthereumRpc.header(
                                json, EthereumRpc.result(json, rpcErrors, body, "eth_getBlockByNumber"), reply(body))),
                new Case(rows, body -> errors.hasRecords(json.tree(body)) ? lists.transactions(body, "box") : ""),
                new Case(rows, body -> lists.tokens(body, "box", USDT)),
                new Case(BoxedNodes.notOk("Max rate limit reached"), body -> errors.hasRecords(json.tree(body))));
    }

    private static Reply reply(byte[] body) {
        return new Reply(body, 1, "box", 200, HttpHeaders.of(Map.of(), (name, value) -> true));
    }

    @Test
    void is_read_or_refused_in_words_and_never_anything_else() {
        SplittableRandom random = new SplittableRandom(20_251_111);
        List<Case> cases = cases();
        int refused = 0;
        for (int i = 0; i < REPLIES; i++) {
            Case one = cases.get(i % cases.size());
            byte[] body = mutated(one.reply().getBytes(StandardCharsets.UTF_8), random);
            try {
                assertThat(one.reading().of(body)).isNotNull();
            } catch (SourceException e) {
                refused++;
                assertThat(e.getMessage()).matches("(?s)(box|esplora|etherscan): .+");
            } catch (RuntimeException e) {
                throw new AssertionError("reply %d: %s".formatted(i, new String(body, StandardCharsets.UTF_8)), e);
            }
        }
        // a place that nobody reads may be changed without harm
        assertThat(refused).isBetween(REPLIES / 4, REPLIES * 9 / 10);
    }

    private static byte[] mutated(byte[] right, SplittableRandom random) {
        byte[] body = right;
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            body = once(body, random);
        }
        return body;
    }

    private static byte[] once(byte[] body, SplittableRandom random) {
        int at = random.nextInt(body.length + 1);
        int until = Math.min(body.length, at + random.nextInt(12));
        byte[] odd = ODD.get(random.nextInt(ODD.size())).getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(10)) {
            case 0 -> Arrays.copyOf(body, at);
            case 1 -> joined(body, at, new byte[] {(byte) random.nextInt(256)}, Math.min(body.length, at + 1));
            case 2 -> joined(body, at, new byte[0], until);
            case 3 -> joined(body, at, odd, until);
            default -> value(body, odd, random);
        };
    }

    /** Something odd instead of what stands behind one of the colons. */
    private static byte[] value(byte[] body, byte[] odd, SplittableRandom random) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int colon = text.indexOf(':', random.nextInt(body.length + 1));
        int end = colon < 0 ? -1 : text.indexOf(',', colon);
        return end < 0 ? joined(body, 0, odd, 0) : joined(body, colon + 1, odd, end);
    }

    private static byte[] joined(byte[] body, int until, byte[] between, int from) {
        byte[] all = Arrays.copyOf(body, until + between.length + body.length - from);
        System.arraycopy(between, 0, all, until, between.length);
        System.arraycopy(body, from, all, until + between.length, body.length - from);
        return all;
    }
}
