package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cryptosmarttrader.ingest.kraken.Scene.START;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedTrade;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Six minutes of three pairs, one of which is listed and one delisted meanwhile, and the venue has holes of its own. */
@DisplayName("A follower at a venue where all goes wrong")
class FaultScheduleTest {

    private static final long MINUTE = 60_000;
    private static final long LENGTH = 6 * MINUTE;

    /** From here on nothing goes wrong, so that all can be caught up with. */
    private static final long CALM = 4 * MINUTE;

    private static final long DELISTED = 3 * MINUTE;

    private static List<BoxedPair> pairs() {
        List<BoxedTrade> bitcoin = Scene.traded(1_000, 330, 1_000);
        // ids the venue itself never gave
        bitcoin.removeIf(trade -> trade.id() == 1_100 || trade.id() >= 1_200 && trade.id() < 1_205);
        List<BoxedTrade> solana = Scene.traded(1, 47, 7_000);
        List<BoxedTrade> gone = Scene.traded(70, 58, 3_000);
        return List.of(
                BoxedPair.always("BTC/USD", bitcoin),
                BoxedPair.always("SOL/USD", solana).between(START + MINUTE, Long.MAX_VALUE),
                BoxedPair.always("OLD/USD", gone).between(Long.MIN_VALUE, START + DELISTED));
    }

    private static Map<String, Cursor> beginnings(List<BoxedPair> pairs) {
        Map<String, Cursor> starts = new TreeMap<>();
        pairs.forEach(pair ->
                starts.put(pair.symbol(), new Cursor(pair.trades().get(0).id() - 1, START * 1_000_000)));
        return starts;
    }

    private static Follower run(FaultPlan plan) {
        List<BoxedPair> pairs = pairs();
        BoxedVenue venue = new BoxedVenue(pairs, plan, START);
        Follower follower = new Follower(venue, beginnings(pairs), 2);
        venue.advanceTo(START + LENGTH);
        return follower;
    }

    private static void requireAllTrades(Follower follower, String when) {
        for (BoxedPair pair : pairs()) {
            // what a pair traded last before it was delisted may be missed: nothing follows that would show it
            List<Long> traded = pair.trades().stream().map(BoxedTrade::id).toList();
            List<Long> given = Scene.ids(follower.given(pair.symbol()));
            if (pair.delistedAt() == Long.MAX_VALUE) {
                assertThat(given).as("%s %s", pair.symbol(), when).isEqualTo(traded);
            } else {
                assertThat(traded).as("%s %s", pair.symbol(), when).startsWith(given.toArray(Long[]::new));
            }
        }
        assertThat(follower.isReady()).as(when).isTrue();
        assertThat(follower.holes())
                .as(when)
                .extracting(Gap::pair, Gap::afterId, Gap::beforeId)
                .containsExactlyInAnyOrder(tuple("BTC/USD", 1_099L, 1_101L), tuple("BTC/USD", 1_199L, 1_205L));
    }

    @Test
    void has_all_trades_if_nothing_does() {
        try (Follower follower = run(FaultPlan.none())) {
            requireAllTrades(follower, "without faults");
            assertThat(follower.count("lost")).isZero();
            assertThat(follower.count("listed")).isEqualTo(3);
            assertThat(follower.count("delisted")).isEqualTo(1);
        }
    }

    static LongStream shortSeeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("shortSeeds")
    void has_exactly_the_venue_s_trades_in_the_end(long seed) {
        FaultPlan plan = FaultPlan.seeded(seed, START, START + CALM);
        try (Follower follower = run(plan)) {
            requireAllTrades(follower, "seed " + seed + " " + plan.met());
        }
    }

    static LongStream longSeeds() {
        return LongStream.rangeClosed(21, 200);
    }

    @Tag("long")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("longSeeds")
    void has_exactly_the_venue_s_trades_in_the_end_of_many(long seed) {
        has_exactly_the_venue_s_trades_in_the_end(seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("repeatedSeeds")
    void sees_the_same_again_with_the_same_seed(long seed) {
        try (Follower one = run(FaultPlan.seeded(seed, START, START + CALM));
                Follower other = run(FaultPlan.seeded(seed, START, START + CALM))) {
            assertThat(other.events()).isEqualTo(one.events());
            assertThat(other.hash()).isEqualTo(one.hash());
        }
    }

    static LongStream repeatedSeeds() {
        return LongStream.rangeClosed(1, 3);
    }

    @Test
    void sees_something_else_with_another_seed() {
        try (Follower one = run(FaultPlan.seeded(1, START, START + CALM));
                Follower other = run(FaultPlan.seeded(2, START, START + CALM))) {
            assertThat(other.hash()).isNotEqualTo(one.hash());
        }
    }
}
