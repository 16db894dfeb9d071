package org.cryptosmarttrader.ingest.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.chain.ChainScene.Face;
import org.cryptosmarttrader.ingest.live.AbsentAdapter;
import org.cryptosmarttrader.ingest.live.Adapter;
import org.cryptosmarttrader.ingest.live.Cursors;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.Secrets;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.conf.ChainSourceSettings;
import org.cryptosmarttrader.wire.conf.IngestReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The sources of transfers")
class ChainAdaptersTest {

    @TempDir
    Path folder;

    private ChainScene scene;
    private final Map<String, String> environment = new TreeMap<>();
    private final Map<String, String> set = new TreeMap<>();

    @BeforeEach
    void a_chain() throws Exception {
        scene = new ChainScene(Face.ESPLORA, folder);
    }

    @AfterEach
    void stop() throws Exception {
        scene.close();
    }

    private List<Adapter> adapters(IngestClock clock) throws IOException {
        ChainSourceSettings settings =
                IngestReader.read(Path.of("../../conf"), set).chains();
        return ChainAdapters.of(
                settings,
                new Secrets(environment, folder.resolve("secrets")),
                "CryptoSmartTrader/test",
                scene.rawLog,
                scene.receipts,
                Cursors.open(folder.resolve("cursors.json")),
                clock,
                Thread::new);
    }

    @Test
    void are_absent_until_they_are_given_what_they_need_and_say_what_that_is() throws IOException {
        List<Adapter> adapters = adapters(scene.clock);

        assertThat(adapters).hasSize(3).allMatch(adapter -> adapter instanceof AbsentAdapter);
        assertThat(adapters).extracting(Adapter::source).containsExactly("esplora", "ethereum", "etherscan");
        assertThat(adapters.get(0).complaints().get(0)).contains("set esplora.base in conf/ingest.yaml");
        assertThat(adapters.get(1).complaints().get(0)).contains("ETHEREUM_RPC_URL");
        assertThat(adapters.get(2).complaints().get(0))
                .contains("ETHERSCAN_KEY")
                .contains("labels.file");
    }

    @Test
    void are_there_when_they_have_it() throws IOException {
        set.put("esplora.base", "http://127.0.0.1:3000");
        set.put("labels.file", ChainScene.labelsFile(folder).toString());
        environment.put("ETHEREUM_RPC_URL", "https://node.example/v3/" + ChainScene.KEY);
        environment.put("ETHERSCAN_KEY", ChainScene.KEY);

        assertThat(adapters(scene.clock)).hasSize(3).noneMatch(adapter -> adapter instanceof AbsentAdapter);
        // the list of labels is kept as it was used
        assertThat(scene.raw()).contains("Slush");
    }

    @Test
    void do_not_show_an_address_that_is_none() {
        environment.put("ETHEREUM_RPC_URL", "node.example/v3/" + ChainScene.KEY);

        assertThatThrownBy(() -> adapters(scene.clock))
                .hasMessageContaining("ETHEREUM_RPC_URL: is no address")
                .hasMessageNotContaining(ChainScene.KEY);
    }

    @Test
    void know_the_keys_within_an_address() {
        assertThat(ChainAdapters.keysIn("https://me:passw0rd99@node.example/v3/0123456789?key=abcdefghij&x=1"))
                .contains("0123456789", "abcdefghij", "passw0rd99")
                .doesNotContain("v3", "1", "me");
    }

    /** Stands once a thread waits for later. */
    private static final class Still implements IngestClock {

        private final CountDownLatch looked = new CountDownLatch(1);
        private final IngestClock inner;

        Still(IngestClock inner) {
            this.inner = inner;
        }

        @Override
        public long millis() {
            return inner.millis();
        }

        @Override
        public void await(long until) throws InterruptedException {
            if (until - millis() < 10_000) {
                inner.await(until);
            } else {
                looked.countDown();
                Thread.sleep(TimeUnit.MINUTES.toMillis(1)); // until it is closed
            }
        }
    }

    @Test
    void go_on_behind_the_mark_in_the_cursors_in_a_thread_of_their_own() throws Exception {
        scene.follows().look().mines(scene.large("missed"));
        scene.minesEmpty(2);
        Files.writeString(folder.resolve("cursors.json"), """
                {"offsets":[],"promised":0,"trades":{},"listed":{},"announced":[],"facts":{},"marks":{"esplora":%s}}""".formatted(Json.write(scene.mark)));
        set.put("esplora.base", scene.nodes.base() + "/esplora");
        Still clock = new Still(scene.clock);
        try (Adapter esplora = adapters(clock).get(0)) {
            esplora.start();
            assertThat(clock.looked.await(30, TimeUnit.SECONDS)).isTrue();

            List<EventBlock> events = scene.receipts.take().events();
            assertThat(events).extracting(EventBlock::kind).containsExactly(EventKind.TRANSFER);
            assertThat(esplora.complaints()).isEmpty();
            assertThat(esplora.health().succeeded()).isGreaterThan(5);
        }
    }

    @Test
    void do_not_start_with_a_damaged_mark() throws Exception {
        Files.writeString(folder.resolve("cursors.json"), """
                {"offsets":[],"promised":0,"trades":{},"listed":{},"announced":[],"facts":{},"marks":{"esplora":"7"}}""");
        set.put("esplora.base", "http://127.0.0.1:3000");

        assertThatThrownBy(() -> adapters(scene.clock)).hasMessageContaining("the mark of esplora is damaged");
    }
}
