package org.cryptosmarttrader.ingest.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cryptosmarttrader.ingest.box.HttpFault.NONE;
import static org.cryptosmarttrader.ingest.box.HttpFault.UNAVAILABLE;
import static org.cryptosmarttrader.ingest.chain.ChainScene.START;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.box.BoxedChain;
import org.cryptosmarttrader.ingest.box.HttpFault;
import org.cryptosmarttrader.ingest.chain.ChainScene.Face;
import org.cryptosmarttrader.ingest.facts.Fact;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three confirmations; a look at the chain whenever the test says so. */
@DisplayName("A chain that is followed, whoever tells of it,")
class FollowedChainTest {

    @TempDir
    Path folder;

    private ChainScene scene(Face face) throws Exception {
        return new ChainScene(face, folder).follows().look();
    }

    @ParameterizedTest
    @EnumSource
    void gives_a_transfer_once_its_block_has_three_confirmations(Face face) throws Exception {
        try (ChainScene scene = scene(face)) {
            long blockTime = scene.mines(scene.large("one")).time();
            scene.look().minesEmpty(1).look();
            assertThat(scene.heard(EventKind.TRANSFER)).isEmpty();

            scene.minesEmpty(1).look().look();

            EventBlock transfer = scene.heard(EventKind.TRANSFER).get(0);
            assertThat(scene.heard(EventKind.TRANSFER)).hasSize(1);
            assertThat(transfer.eventTime(0)).isEqualTo(blockTime * 1_000);
            assertThat(transfer.availableAt(0)).isGreaterThanOrEqualTo((blockTime + 2 * face.spacing) * 1_000);
            assertThat(transfer.value(0, 0)).isEqualTo(5_000);
            assertThat(transfer.source()).isEqualTo(scene.source());
        }
    }

    @ParameterizedTest
    @EnumSource
    void has_the_words_and_the_name_of_recorded_transfers(Face face) throws Exception {
        try (ChainScene scene = scene(face)) {
            scene.mines(scene.large("one"));
            scene.minesEmpty(2).look();

            String hash = BoxedChain.id("one");
            List<String> expected =
                    switch (face) {
                        case ESPLORA -> List.of("bitcoin", hash, "BTC", "unknown", "unknown", "Slush", "pool");
                        case ETHEREUM ->
                            List.of("ethereum", "0x" + hash + ":0", "USDT", "unknown", "unknown", "Venue", "exchange");
                        case ETHERSCAN ->
                            List.of("ethereum", "0x" + hash, "ETH", "unknown", "unknown", "Venue", "exchange");
                    };
            assertThat(scene.words(EventKind.TRANSFER)).containsExactly(expected);
            assertThat(scene.heard(EventKind.TRANSFER).get(0).sequence(0))
                    .isEqualTo(Fact.sequenceOf(expected.get(0) + ":" + expected.get(1)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void keeps_silent_about_what_is_below_the_floor(Face face) throws Exception {
        try (ChainScene scene = scene(face)) {
            scene.mines(scene.sent("small", 0.5));
            scene.minesEmpty(2).look();

            assertThat(scene.heard(EventKind.TRANSFER)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void does_not_care_for_a_branch_that_ends_before_it_is_confirmed(Face face) throws Exception {
        try (ChainScene scene = scene(face)) {
            scene.mines(scene.large("gone"));
            scene.minesEmpty(1).look();
            scene.chain.orphan(2);
            scene.mines(scene.large("stays"));
            scene.minesEmpty(2).look();

            assertThat(scene.remembered).hasSize(1);
            assertThat(scene.heard(EventKind.RETRACT)).isEmpty();
            assertThat(scene.words(EventKind.TRANSFER).get(0).get(1)).contains(BoxedChain.id("stays"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void takes_back_what_stood_in_a_deeper_branch_and_reads_the_new_one(Face face) throws Exception {
        try (ChainScene scene = scene(face)) {
            scene.mines(scene.large("gone"), scene.large("again"));
            scene.minesEmpty(2).look();
            scene.chain.orphan(3);
            scene.mines(scene.large("new"));
            scene.mines(scene.large("again"));
            scene.minesEmpty(2).look();

            assertThat(scene.heard(EventKind.RETRACT)).hasSize(2);
            assertThat(scene.words(EventKind.RETRACT))
                    .allSatisfy(words -> assertThat(words).hasSize(2));
            assertThat(scene.remembered.keySet())
                    .anyMatch(id -> id.contains(BoxedChain.id("again")))
                    .anyMatch(id -> id.contains(BoxedChain.id("new")))
                    .hasSize(2);
        }
    }

    /** Its writer drops an event it wrote before, so the same transfer needs another number when it comes back. */
    @Test
    void gives_what_comes_back_another_number_and_the_same_words() throws Exception {
        try (ChainScene scene = scene(Face.ESPLORA)) {
            scene.mines(scene.large("again"));
            scene.minesEmpty(2).look();
            for (int times = 0; times < 3; times++) {
                scene.chain.orphan(3);
                scene.mines(scene.large("again"));
                scene.minesEmpty(2).look();
            }

            List<EventBlock> given = scene.heard(EventKind.TRANSFER);
            assertThat(given).hasSize(4);
            assertThat(scene.heard(EventKind.RETRACT)).hasSize(3);
            assertThat(given.stream().map(event -> event.sequence(0)).distinct())
                    .hasSize(4);
            assertThat(new HashSet<>(scene.words(EventKind.TRANSFER))).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void goes_on_behind_its_mark_without_a_loss_and_without_a_double(Face face) throws Exception {
        try (ChainScene scene = scene(face)) {
            scene.mines(scene.large("before"));
            scene.minesEmpty(2).look();
            String mark = scene.mark;
            scene.mines(scene.large("read but not kept in the mark"));
            scene.minesEmpty(2).look();

            // what happens while nobody looks, and a mark that is older than what was written
            scene.mines(scene.large("missed"));
            scene.minesEmpty(4);
            scene.mark = mark;
            scene.follows().look();

            assertThat(scene.heard(EventKind.TRANSFER)).hasSize(3);
            assertThat(scene.remembered).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takes_back_after_a_restart_what_left_the_chain_meanwhile(Face face) throws Exception {
        try (ChainScene scene = scene(face)) {
            scene.mines(scene.large("gone"));
            scene.minesEmpty(2).look();
            scene.chain.orphan(3);
            scene.minesEmpty(4).follows().look();

            assertThat(scene.remembered).isEmpty();
            assertThat(scene.words(EventKind.RETRACT).get(0).get(1)).contains(BoxedChain.id("gone"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void takes_nothing_back_because_a_node_lags(Face face) throws Exception {
        try (ChainScene scene = scene(face)) {
            scene.mines(scene.large("one"));
            scene.minesEmpty(2).look();
            scene.chain.hide(4);

            assertThatThrownBy(scene::look).hasMessageContaining("lags behind");

            scene.chain.hide(0);
            scene.look();
            assertThat(scene.heard(EventKind.RETRACT)).isEmpty();
            assertThat(scene.remembered).hasSize(1);
        }
    }

    @Test
    void is_taken_back_as_far_as_it_is_kept_and_no_farther() throws Exception {
        try (ChainScene scene = scene(Face.ESPLORA)) {
            for (int i = 0; i < 15; i++) {
                scene.clock.pass(600_000);
                scene.mines(scene.large("t" + i));
            }
            scene.minesEmpty(2).look();
            scene.chain.orphan(17);
            scene.minesEmpty(20).look();

            // twelve blocks are kept, and what stood in them is known
            assertThat(scene.heard(EventKind.RETRACT)).hasSize(12);
        }
    }

    @Test
    void holds_back_a_block_whose_miner_is_ahead_of_the_time() throws Exception {
        try (ChainScene scene = scene(Face.ESPLORA)) {
            long ahead = scene.clock.millis() / 1_000 + 5_400;
            scene.chain.mine(ahead, scene.large("ahead"));
            scene.minesEmpty(2).look();
            assertThat(scene.heard(EventKind.TRANSFER)).isEmpty();

            scene.minesEmpty(7).look();

            EventBlock transfer = scene.heard(EventKind.TRANSFER).get(0);
            assertThat(transfer.availableAt(0)).isGreaterThanOrEqualTo(ahead * 1_000);
            assertThat(transfer.eventTime(0)).isEqualTo(ahead * 1_000);
        }
    }

    // ---- health

    /** Looks every half spacing for some hours, and mines as time goes by. */
    private static void pass(ChainScene scene, int hours) throws Exception {
        long until = scene.clock.millis() + hours * TickGrid.HOUR;
        long nextBlock = scene.clock.millis() + scene.face.spacing * 1_000;
        while (scene.clock.millis() < until) {
            if (scene.clock.millis() >= nextBlock) {
                scene.mines();
                nextBlock += scene.face.spacing * 1_000;
            }
            scene.tries();
            scene.clock.pass(scene.face.spacing * 1_000 / 2);
        }
    }

    /** Whole hours of the clock that are covered, from the scene's beginning on. */
    private static Set<Long> hours(ChainScene scene, String feed) {
        Set<Long> hours = new HashSet<>();
        long first = START * 1_000 / TickGrid.HOUR;
        for (long hour = first; hour < first + 12; hour++) {
            long start = hour * TickGrid.HOUR;
            long at = start;
            for (EventBlock event : scene.heard(EventKind.HEALTH)) {
                long until = event.eventTime(0) + 1;
                boolean isOf = event.word(0, EventKind.FEED).equals(feed);
                at = isOf && until - event.intervalMillis() <= at ? Math.max(at, until) : at;
            }
            if (at >= start + TickGrid.HOUR) {
                hours.add(hour - first);
            }
        }
        return hours;
    }

    @ParameterizedTest
    @EnumSource(names = {"ESPLORA", "ETHEREUM"})
    void makes_each_whole_hour_healthy_within_seconds_of_its_end(Face face) throws Exception {
        try (ChainScene scene = scene(face)) {
            pass(scene, 3);

            // it began ten minutes behind an hour's beginning
            String feed = face == Face.ESPLORA ? "bitcoin" : "ethereum:USDT";
            assertThat(hours(scene, feed)).containsExactlyInAnyOrder(1L, 2L);
            assertThat(scene.heard(EventKind.HEALTH))
                    .allSatisfy(event ->
                            assertThat(event.availableAt(0) % TickGrid.HOUR).isLessThan(5_000));
            assertThat(scene.follower.complaints()).isEmpty();
        }
    }

    @Test
    void never_says_that_ether_was_followed_when_tokens_were() throws Exception {
        try (ChainScene scene = scene(Face.ETHEREUM)) {
            pass(scene, 2);

            assertThat(scene.words(EventKind.HEALTH)).containsOnly(List.of("ethereum:USDT"));
        }
    }

    @Test
    void has_no_healthy_hour_with_a_failed_look_in_it() throws Exception {
        try (ChainScene scene = scene(Face.ESPLORA)) {
            pass(scene, 1);
            scene.nodes.says(503, "down");
            scene.tries();
            scene.nodes.says(200, "");
            pass(scene, 3);

            assertThat(hours(scene, "bitcoin")).containsExactlyInAnyOrder(2L, 3L);
        }
    }

    @Test
    void has_no_healthy_hour_when_no_block_came_for_three_hours() throws Exception {
        try (ChainScene scene = scene(Face.ESPLORA)) {
            long until = scene.clock.millis() + 5 * TickGrid.HOUR;
            while (scene.clock.millis() < until) {
                scene.look();
                scene.clock.pass(300_000);
            }

            // the newest block is of 00:00:00, ten minutes before the start; 03:00 is its last good instant
            assertThat(hours(scene, "bitcoin")).containsExactlyInAnyOrder(1L, 2L);
            assertThat(scene.follower.complaints())
                    .singleElement()
                    .asString()
                    .contains("the newest block of bitcoin is of 2025-11-11T00:00:00Z");
        }
    }

    @Test
    void complains_when_it_cannot_keep_up_and_is_not_healthy_then() throws Exception {
        try (ChainScene scene = scene(Face.ESPLORA)) {
            scene.minesEmpty(12);
            // end of the chain, its block, the last one read twice; then nothing more
            HttpFault[] faults = {NONE, NONE, NONE, NONE, UNAVAILABLE, UNAVAILABLE, UNAVAILABLE};
            scene.plan.http(faults);
            scene.tries();

            assertThat(scene.follower.complaints())
                    .singleElement()
                    .asString()
                    .contains("12 confirmed blocks of bitcoin are not read yet")
                    .contains("raise esplora.callsPerSecond");
            scene.look();
            assertThat(scene.follower.complaints()).isEmpty();
        }
    }

    @Test
    void is_asked_no_faster_than_it_bears() throws Exception {
        try (ChainScene scene = new ChainScene(Face.ESPLORA, folder)) {
            scene.callsPerSecond = 1;
            scene.follows().look();
            scene.mines(many(scene, 60));
            scene.minesEmpty(2);
            long before = scene.clock.millis();
            scene.look();

            // 61 transactions are 3 pages; with the blocks around them and the chain's end 19 calls, 5 of them at once
            long calls = scene.nodes.requests().stream()
                    .filter(path -> path.contains("/txs/"))
                    .count();
            assertThat(calls).isEqualTo(5);
            assertThat(scene.clock.millis() - before).isGreaterThanOrEqualTo(10_000);
            assertThat(scene.heard(EventKind.TRANSFER)).hasSize(60);
        }
    }

    private static BoxedChain.Sent[] many(ChainScene scene, int count) {
        BoxedChain.Sent[] many = new BoxedChain.Sent[count];
        for (int i = 0; i < count; i++) {
            many[i] = scene.large("many " + i);
        }
        return many;
    }
}
