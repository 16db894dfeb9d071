package org.cryptosmarttrader.ingest.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.chain.ChainScene.Face;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A node of Ethereum")
class EthereumNodeTest {

    @TempDir
    Path folder;

    private ChainScene scene;

    @BeforeEach
    void a_node() throws Exception {
        scene = new ChainScene(Face.ETHEREUM, folder);
    }

    @AfterEach
    void stop() throws Exception {
        scene.close();
    }

    /** Blocks each query of logs spanned, in order; refused ones included. */
    private List<Long> spans() {
        return scene.nodes.requests().stream()
                .filter(request -> request.contains("eth_getLogs"))
                .map(request -> block(request, "toBlock") - block(request, "fromBlock") + 1)
                .toList();
    }

    private static long block(String request, String name) {
        String hex = request.replaceAll(".*\"" + name + "\":\"0x([0-9a-f]+)\".*", "$1");
        return Long.parseLong(hex, 16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":-32005,\"message\":\"query returned more than 10000 results\"}",
                "{\"code\":-32600,\"message\":\"You can make eth_getLogs requests with up to a 10 block range\"}",
                "{\"code\":-32602,\"message\":\"Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range\"}",
                "{\"code\":-32602,\"message\":\"range 11 exceeds limit of 10\"}",
                "{\"code\":-32614,\"message\":\"eth_getLogs is limited to a 10 range\"}",
                "{\"code\":-32602,\"message\":\"invalid params\",\"data\":{\"payload\":\"range 11 is bigger than range limit 10\"}}"
            })
    void is_asked_for_half_as_many_blocks_when_they_are_too_many(String error) throws Exception {
        scene.follows().look();
        scene.nodes.mostBlocks(10, error);
        scene.mines(scene.large("first"));
        scene.minesEmpty(59);
        scene.mines(scene.large("last"));
        scene.minesEmpty(2).look();

        // 61 blocks, fifty at once at most: 50, 25, 12 refused; 6 and one more, then one more each until 11 is refused
        // again
        assertThat(spans()).startsWith(50L, 25L, 12L, 6L, 7L, 8L, 9L, 10L, 11L, 5L, 6L);
        assertThat(scene.heard(EventKind.TRANSFER)).hasSize(2);
        assertThat(scene.health.snapshot().refused()).isGreaterThan(3);
    }

    @Test
    void that_refuses_a_single_block_is_given_up() throws Exception {
        scene.follows().look();
        scene.nodes.mostBlocks(0, "{\"code\":-32005,\"message\":\"query returned more than 10000 results\"}");
        scene.minesEmpty(3);

        assertThatThrownBy(scene::look).hasMessageContaining("follow fewer contracts");
    }

    @Test
    void is_asked_for_the_time_of_a_block_only_if_its_logs_do_not_say() throws Exception {
        scene.nodes.tellsTimeWithLogs();
        scene.follows().look();
        long time = scene.mines(scene.large("one")).time();
        scene.minesEmpty(4).look();

        assertThat(scene.heard(EventKind.TRANSFER).get(0).eventTime(0)).isEqualTo(time * 1_000);
        String itsNumber = "\"0xa\",false";
        assertThat(scene.nodes.requests()).noneMatch(request -> request.contains(itsNumber));
    }

    @Test
    void has_pictures_with_the_same_event_and_four_topics_that_are_not_money() throws Exception {
        scene.follows().look();
        scene.mines(scene.large("money, and a picture behind it"));
        scene.minesEmpty(2).look();

        assertThat(scene.heard(EventKind.TRANSFER)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"finalized", "safe"})
    void may_itself_say_what_is_final(String tag) throws Exception {
        scene.finality = tag;
        scene.nodes.finalized(6);
        scene.follows().look();
        scene.mines(scene.large("one"));
        scene.minesEmpty(5).look();
        assertThat(scene.heard(EventKind.TRANSFER)).isEmpty();

        scene.minesEmpty(1).look();
        assertThat(scene.heard(EventKind.TRANSFER)).hasSize(1);
    }

    @Test
    void whose_contract_counts_otherwise_is_asked_no_more() throws Exception {
        scene.nodes.decimals(18);
        scene.follows();

        assertThatThrownBy(scene::look)
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.DISABLED))
                .hasMessageContaining("of USDT says 0x0000")
                .hasMessageContaining("12 decimals (hexadecimal), conf/ingest.yaml 6");
    }

    @Test
    void is_asked_once_how_its_contracts_count() throws Exception {
        scene.follows().look().minesEmpty(3).look();

        assertThat(scene.nodes.requests().stream().filter(request -> request.contains("eth_call")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | RETRY    | {'code':-32005,'message':'daily request count exceeded, request rate limited'}",
                "429 | RETRY    | {'code':-32005,'message':'project ID request rate exceeded'}",
                "200 | RETRY    | {'code':429,'message':'Your app has exceeded its compute units per second capacity'}",
                "200 | RETRY    | {'code':-32000,'message':'header not found'}",
                "200 | RETRY    | {'code':-32000,'message':'block range extends beyond current head block'}",
                "200 | RETRY    | {'code':-32603,'message':'Internal error'}",
                "200 | RETRY    | {'code':-32099,'message':'nobody has seen this before'}",
                "200 | FINAL    | {'code':-32601,'message':'the method eth_x does not exist'}",
                "400 | FINAL    | {'code':-32602,'message':'invalid argument 0'}",
                "401 | DISABLED | {'code':-32000,'message':'invalid project id'}",
                "200 | DISABLED | {'code':-32000,'message':'Unauthorized: must be authenticated'}",
            })
    void fails_for_the_moment_for_good_or_for_all(int status, SourceException.Kind kind, String error)
            throws Exception {
        scene.attempts = 1;
        scene.follows();
        scene.nodes.says(status, "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":%s}".formatted(error.replace('\'', '"')));

        assertThatThrownBy(scene::look).isInstanceOfSatisfying(SourceException.class, e -> assertThat(e.kind())
                .isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource({"401,DISABLED", "403,DISABLED", "404,FINAL", "429,RETRY", "500,RETRY", "503,RETRY"})
    void fails_by_its_status_if_it_says_nothing_else(int status, SourceException.Kind kind) throws Exception {
        scene.attempts = 1;
        scene.follows();
        scene.nodes.says(status, "<html>no</html>");

        assertThatThrownBy(scene::look).isInstanceOfSatisfying(SourceException.class, e -> assertThat(e.kind())
                .isEqualTo(kind));
    }

    @Test
    void that_leaves_something_out_is_told_what() throws Exception {
        scene.attempts = 1;
        scene.follows();
        scene.nodes.says(200, "{\"jsonrpc\":\"2.0\",\"id\":1}");
        assertThatThrownBy(scene::look).hasMessage("ethereum: the reply to eth_call has no result");
        scene.nodes.says(200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"number\":\"0x1\"}}");
        assertThatThrownBy(scene::look).hasMessageContaining("the result of decimals() is");
    }

    @Test
    void never_has_its_address_repeated() throws Exception {
        scene.attempts = 1;
        scene.follows();
        scene.nodes.says(
                200,
                "{\"error\":{\"code\":-32000,\"message\":\"no project %s at %s\"}}"
                        .formatted(ChainScene.KEY, scene.nodes.base() + "/rpc/" + ChainScene.KEY));
        scene.tries();
        scene.nodes.says(500, "no");
        scene.tries();
        scene.nodes.says(200, "");
        scene.look().mines(scene.large("one"));
        scene.minesEmpty(2).look();

        assertThat(scene.heard(EventKind.TRANSFER)).hasSize(1);
        assertThat(scene.failures).hasSize(2).noneMatch(text -> text.contains(ChainScene.KEY));
        assertThat(scene.health.snapshot().unknownErrors().toString()).doesNotContain(ChainScene.KEY);
        assertThat(scene.raw()).contains("\"from\":\"*** eth_getLogs 8 to ").doesNotContain(ChainScene.KEY);
    }
}
