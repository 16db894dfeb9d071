package org.cryptosmarttrader.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.history.Scene.FEED;
import static org.cryptosmarttrader.history.Scene.MINUTES;
import static org.cryptosmarttrader.history.Scene.known;
import static org.cryptosmarttrader.history.Scene.minute;
import static org.cryptosmarttrader.history.Scene.payload;
import static org.cryptosmarttrader.history.Scene.rules;
import static org.cryptosmarttrader.time.TickGrid.HOUR;
import static org.cryptosmarttrader.time.TickGrid.MINUTE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.provenance.HashSets;
import org.cryptosmarttrader.provenance.MerkleTree;
import org.cryptosmarttrader.provenance.Sha256;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The hashes that a row rests on")
class PairMemoryInputsTest {

    private static byte[] hashOf(long bar) {
        return Sha256.of(("payload of " + bar).getBytes(StandardCharsets.UTF_8));
    }

    /** An hourly bar out of a payload of its own. */
    private static EventBlock hour(long bar) {
        return payload(hashOf(bar), Scene.bar(bar * HOUR, 100, 101, 99, 100, 1, 1));
    }

    private static List<EventBlock> hours(long from, long until) {
        List<EventBlock> hours = new ArrayList<>();
        for (long bar = from; bar < until; bar++) {
            hours.add(hour(bar));
        }
        return hours;
    }

    private static byte[] barDigest(byte[]... payloads) {
        return MerkleTree.rootOfSet(HashSets.union(List.of(payloads)));
    }

    /** Digest of a day of {@link #hour}s: the root over the set of its bars' digests. */
    private static byte[] dayDigest(long from, long until) {
        List<byte[]> bars = new ArrayList<>();
        for (long bar = from; bar < until; bar++) {
            bars.add(barDigest(hashOf(bar)));
        }
        return MerkleTree.rootOfSet(HashSets.union(bars));
    }

    @Test
    void are_the_payloads_of_today_and_a_digest_of_each_earlier_day() {
        PairRun run = new PairRun(rules(FEED), hours(0, 51));
        run.to(50);

        assertThat(run.memory().inputs())
                .isEqualTo(HashSets.union(
                        List.of(hashOf(48), hashOf(49), hashOf(50), dayDigest(0, 24), dayDigest(24, 48))));
    }

    @Test
    void name_a_file_again_on_the_day_after_its_bars_became_a_digest() {
        byte[] file = hashOf(0);
        List<EventBlock> bars =
                hours(0, 26).stream().map(bar -> payload(file, bar)).toList();
        PairRun run = new PairRun(rules(FEED), bars);

        // all bars have the digest of the file
        byte[] firstDay = MerkleTree.rootOfSet(barDigest(file));
        run.to(22);
        assertThat(run.memory().inputs()).isEqualTo(file);
        run.to(23);
        assertThat(run.memory().inputs()).isEqualTo(firstDay);
        run.to(24);
        assertThat(run.memory().inputs()).isEqualTo(HashSets.union(List.of(firstDay, file)));
    }

    @Test
    void are_digests_only_once_the_tick_lies_in_the_next_day() {
        PairRun run = new PairRun(rules(FEED), hours(0, 24));

        run.to(22);
        assertThat(run.memory().inputs()).hasSize(23 * Sha256.BYTES);

        // the bar of 23:00 is decided on at 00:00:05
        run.to(23);
        assertThat(run.memory().inputs()).isEqualTo(dayDigest(0, 24));
    }

    @Test
    void name_a_payload_once() {
        byte[] shared = hashOf(0);
        PairRun run = new PairRun(
                MINUTES,
                payload(shared, minute(0, 100)),
                payload(shared, minute(MINUTE, 100)),
                payload(hashOf(1), minute(2 * MINUTE, 100)),
                payload(shared, minute(HOUR, 100)));
        run.to(1);

        assertThat(run.memory().inputs()).isEqualTo(HashSets.union(List.of(shared, hashOf(1))));
    }

    @Test
    void take_in_what_healed_a_bar_of_today() {
        PairRun run = new PairRun(
                MINUTES, payload(hashOf(1), minute(0, 100)), known(3 * HOUR, payload(hashOf(2), minute(MINUTE, 100))));

        run.to(1);
        assertThat(run.memory().inputs()).isEqualTo(hashOf(1));

        run.to(2);
        assertThat(run.memory().inputs()).isEqualTo(HashSets.union(List.of(hashOf(1), hashOf(2))));
    }

    @Test
    void take_in_what_healed_a_bar_of_yesterday_through_its_digest() {
        PairRun run = new PairRun(
                MINUTES,
                payload(hashOf(1), minute(22 * HOUR, 100)),
                payload(hashOf(2), minute(23 * HOUR, 100)),
                known(25 * HOUR, payload(hashOf(3), minute(23 * HOUR + MINUTE, 100))));
        byte[] untouched = barDigest(hashOf(1));

        run.to(23);
        assertThat(run.memory().inputs())
                .isEqualTo(MerkleTree.rootOfSet(HashSets.union(List.of(untouched, barDigest(hashOf(2))))));

        run.to(24);
        assertThat(run.memory().inputs())
                .isEqualTo(MerkleTree.rootOfSet(HashSets.union(List.of(untouched, barDigest(hashOf(2), hashOf(3))))));
    }

    @Test
    void cover_the_oldest_day_whole_even_when_a_refill_reaches_it() {
        List<EventBlock> hours = hours(0, 906);
        hours.set(20, known(905 * HOUR + 6_000, hour(20)));
        PairRun run = new PairRun(rules(FEED), hours);

        // bars 6 to 905 are in memory, bars 0 to 5 of the same day are not
        run.to(905);

        assertThat(run.isPresent(20)).isTrue();
        List<byte[]> expected = new ArrayList<>();
        for (long day = 0; day < 37; day++) {
            expected.add(dayDigest(day * 24, day * 24 + 24));
        }
        for (long bar = 37 * 24; bar <= 905; bar++) {
            expected.add(hashOf(bar));
        }
        assertThat(run.memory().inputs()).isEqualTo(HashSets.union(expected));
    }

    @Test
    void forget_a_day_when_its_last_bar_leaves_the_memory() {
        PairRun run = new PairRun(rules(FEED), hours(0, 930));

        run.to(922);
        assertThat(hashes(run)).contains(Sha256.hex(dayDigest(0, 24)));

        run.to(923);
        assertThat(hashes(run)).doesNotContain(Sha256.hex(dayDigest(0, 24)));
        assertThat(hashes(run)).contains(Sha256.hex(dayDigest(24, 48)));
    }

    @Test
    void are_the_same_for_a_run_that_started_earlier() {
        PairRun early = new PairRun(rules(FEED), hours(0, 1_200));
        PairRun late = new PairRun(rules(FEED), hours(240, 1_200));

        for (long bar = 1_139; bar < 1_200; bar++) {
            early.to(bar);
            late.to(bar);
            assertThat(hashes(late)).as("bar %d", bar).isEqualTo(hashes(early));
        }
    }

    private static List<String> hashes(PairRun run) {
        byte[] inputs = run.memory().inputs();
        List<String> hashes = new ArrayList<>();
        for (int at = 0; at < inputs.length; at += Sha256.BYTES) {
            hashes.add(Sha256.hex(Arrays.copyOfRange(inputs, at, at + Sha256.BYTES)));
        }
        return hashes;
    }
}
