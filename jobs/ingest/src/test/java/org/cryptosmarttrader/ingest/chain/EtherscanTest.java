package org.cryptosmarttrader.ingest.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.box.BoxedChain;
import org.cryptosmarttrader.ingest.box.BoxedChain.Sent;
import org.cryptosmarttrader.ingest.box.BoxedNodes;
import org.cryptosmarttrader.ingest.chain.ChainScene.Face;
import org.cryptosmarttrader.ingest.facts.chain.Owner;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.wire.conf.ChainSourceSettings.Contract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Etherscan")
class EtherscanTest {

    private static final String FORGED = "0x" + "f0".repeat(20);

    @TempDir
    Path folder;

    private ChainScene scene;

    @BeforeEach
    void etherscan() throws Exception {
        scene = new ChainScene(Face.ETHERSCAN, folder);
    }

    @AfterEach
    void stop() throws Exception {
        scene.close();
    }

    private static Sent token(String name, double units, String contract) {
        return new Sent(BoxedChain.id(name), ChainScene.VENUE, ChainScene.ALICE, ChainScene.units(units, 6), contract);
    }

    private List<String> assets() {
        return scene.words(EventKind.TRANSFER).stream()
                .map(words -> words.get(EventKind.ASSET))
                .toList();
    }

    @Test
    void tells_of_ether_and_of_tokens_by_their_contract_whatever_they_call_themselves() throws Exception {
        scene.follows().look();
        // the record of each says that its symbol is USDT
        scene.mines(scene.large("ether"), token("real", 1_500, ChainScene.TOKEN), token("forged", 9_000_000, FORGED));
        scene.minesEmpty(2).look();

        assertThat(assets()).containsExactlyInAnyOrder("ETH", "USDT");
        assertThat(scene.remembered.values()).containsExactlyInAnyOrder(5_000.0, 1_500.0);
    }

    /** It is asked for one contract; what it answers is looked at all the same. */
    @Test
    void may_list_another_contract_s_transfers_which_are_none_of_ours() throws Exception {
        BoxedChain.Block block = scene.mines();
        String both = "{\"result\":[%s,%s]}"
                .formatted(
                        BoxedNodes.row(token("forged", 9_000_000, FORGED), block),
                        BoxedNodes.row(token("real", 1_500, ChainScene.TOKEN), block));
        EtherscanRows rows = new EtherscanRows(new ChainJson("etherscan"), BigDecimal.ONE, address -> Owner.UNKNOWN);

        assertThat(rows.tokens(
                        both.getBytes(StandardCharsets.UTF_8),
                        "here",
                        new Contract("USDT", ChainScene.TOKEN, 6, BigDecimal.ONE)))
                .extracting(row -> row.amount().intValue())
                .containsExactly(0, 1_500);
    }

    @Test
    void lists_what_came_to_nothing_which_moves_nothing() throws Exception {
        scene.follows().look();
        Sent failed = new Sent(
                "dead" + BoxedChain.id("failed").substring(4),
                ChainScene.ALICE,
                ChainScene.VENUE,
                ChainScene.units(5_000, 18),
                "");
        scene.mines(failed, scene.sent("empty", 0), token("poison", 0, ChainScene.TOKEN));
        scene.minesEmpty(2).look();

        assertThat(scene.heard(EventKind.TRANSFER)).isEmpty();
    }

    @Test
    void tells_equal_transfers_of_one_transaction_apart() throws Exception {
        scene.follows().look();
        scene.mines(token("twice", 2_000, ChainScene.TOKEN), token("twice", 2_000, ChainScene.TOKEN));
        scene.minesEmpty(2).look();

        assertThat(scene.remembered).hasSize(2);
        assertThat(scene.remembered.keySet().toString())
                .contains("2000000000:0")
                .contains("2000000000:1");
    }

    @Test
    void is_read_page_by_page_though_a_page_ends_within_a_block() throws Exception {
        scene.pageSize = 3;
        scene.follows().look();
        List<Sent> all = new ArrayList<>();
        for (int block = 0; block < 4; block++) {
            Sent[] sent = new Sent[2 + 2 * block];
            for (int i = 0; i < sent.length; i++) {
                sent[i] = scene.large("%d of %d".formatted(i, block));
                all.add(sent[i]);
            }
            scene.mines(sent);
        }
        scene.minesEmpty(2).look();

        // 2 + 4 + 6 + 8, of which three at most are on a page
        assertThat(scene.heard(EventKind.TRANSFER)).hasSize(20);
        assertThat(scene.remembered.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(sent -> "ethereum:0x" + sent.id()).toList());
    }

    @Test
    void without_a_record_is_no_failure() throws Exception {
        scene.follows().look().minesEmpty(5).look();

        assertThat(scene.health.snapshot().retried()).isZero();
        assertThat(scene.health.snapshot().refused()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RETRY    | 1000   | Max rate limit reached, please use API Key for higher rate limit",
                "RETRY    | 900000 | Max daily rate limit reached. 100000 (100%) of 100000 day/limit",
                "RETRY    | 0      | Query Timeout occured. Please select a smaller result dataset",
                "RETRY    | 0      | nobody has seen this before",
                "FINAL    | 0      | Result window is too large, PageNo x Offset size must be less than or equal to 10000",
                "DISABLED | 0      | Invalid API Key (#err2)",
                "DISABLED | 0      | Missing or unsupported chainid parameter (required for v2 api)",
                "DISABLED | 0      | Free API access is not supported for this chain. Please upgrade your api plan",
            })
    void fails_for_the_moment_for_good_or_for_all(SourceException.Kind kind, long wait, String reason)
            throws Exception {
        scene.attempts = 1;
        scene.follows();
        scene.nodes.says(200, BoxedNodes.notOk(reason));

        assertThatThrownBy(scene::look).isInstanceOfSatisfying(SourceException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e.retryAfterMillis()).isEqualTo(wait);
        });
    }

    @Test
    void that_leaves_something_out_is_told_what() throws Exception {
        scene.attempts = 1;
        scene.follows().look();
        scene.nodes.says(200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"hash\":\"0x1\"}}");
        assertThatThrownBy(scene::look).hasMessageContaining("etherscan: result of eth_blockNumber is");
        scene.nodes.says(200, "[]");
        assertThatThrownBy(scene::look).hasMessageContaining("has no result");
    }

    @Test
    void never_has_its_key_repeated() throws Exception {
        scene.attempts = 1;
        scene.follows();
        scene.nodes.says(200, BoxedNodes.notOk("what is " + ChainScene.KEY));
        scene.tries();
        scene.nodes.says(500, "no");
        scene.tries();
        scene.nodes.says(200, "");
        scene.look().mines(scene.large("one"));
        scene.minesEmpty(2).look();

        assertThat(scene.nodes.requests()).allMatch(request -> request.endsWith("apikey=" + ChainScene.KEY));
        assertThat(scene.failures).hasSize(2).noneMatch(text -> text.contains(ChainScene.KEY));
        assertThat(scene.health.snapshot().unknownErrors().toString())
                .contains("***")
                .doesNotContain(ChainScene.KEY);
        assertThat(scene.raw()).contains("apikey=***").doesNotContain(ChainScene.KEY);
    }
}
