package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.ingest.kraken.Scene.START;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedTrade;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nine minutes of three pairs over the end of an hour, the feed as it runs live. One pair is listed and one delisted meanwhile, and
 * the venue has holes of its own.
 */
@DisplayName("The feed at a venue where all goes wrong")
class FaultScheduleTest {

    private static final long MINUTE = 60_000;

    /** Three minutes before the hour ends. */
    private static final long BEGIN = START - 3 * MINUTE;

    /** From here on nothing goes wrong, so that all can be caught up with. */
    private static final long CALM = BEGIN + 6 * MINUTE;

    private static final long END = BEGIN + 9 * MINUTE;
    private static final long LISTED = BEGIN + MINUTE;
    private static final long DELISTED = BEGIN + 4 * MINUTE;

    private static final List<Long> INTERVALS = List.of(5 * MINUTE, TickGrid.HOUR);

    private static final List<String> HOLES = List.of(
            "kraken trades BTC/USD: ids 1100 to 1100 are missing at the venue, too",
            "kraken trades BTC/USD: ids 1200 to 1204 are missing at the venue, too");

    /** Made once. */
    private static Outcome calm;

    private static int schedules;
    private static long trades;
    private static long bars;

    @TempDir
    Path folder;

    private static List<BoxedPair> pairs() {
        List<BoxedTrade> bitcoin = Scene.traded(BEGIN, 1_000, 500, 1_000);
        // ids the venue itself never gave
        bitcoin.removeIf(trade -> trade.id() == 1_100 || trade.id() >= 1_200 && trade.id() < 1_205);
        List<BoxedTrade> solana = Scene.traded(BEGIN, 1, 72, 7_000);
        List<BoxedTrade> gone = Scene.traded(BEGIN, 70, 78, 3_000);
        return List.of(
                BoxedPair.always("BTC/USD", bitcoin),
                BoxedPair.always("SOL/USD", solana).between(LISTED, Long.MAX_VALUE),
                BoxedPair.always("OLD/USD", gone).between(Long.MIN_VALUE, DELISTED));
    }

    /**
     * What came of a run.
     *
     * @param bars of pairs that stay, by pair and interval, then by their start
     */
    private record Outcome(
            List<EventBlock> events,
            String hash,
            List<String> listings,
            SortedMap<String, SortedMap<Long, List<Long>>> bars) {}

    private Outcome run(FaultPlan plan, String name) {
        BoxedVenue venue = new BoxedVenue(pairs(), plan, BEGIN);
        try (FollowedVenue followed = new FollowedVenue(venue, folder.resolve(name), OptionalLong.of(BEGIN), 2)) {
            venue.advanceTo(END);
            String when = name + " " + plan.met();
            requireAllTrades(followed, when);
            followed.requireAlive();
            assertThat(followed.feed.complaints())
                    .as(when)
                    .filteredOn(complaint -> complaint.matches("kraken trades .* ids .*"))
                    .containsExactlyInAnyOrderElementsOf(HOLES);
            assertThat(followed.events(EventKind.HEALTH))
                    .as("an hour was missed in part")
                    .isEmpty();
            return new Outcome(followed.events(), followed.hash(), followed.listings(), bars(followed));
        }
    }

    private static void requireAllTrades(FollowedVenue followed, String when) {
        for (BoxedPair pair : pairs()) {
            List<String> traded =
                    pair.trades().stream().map(FaultScheduleTest::words).toList();
            List<String> heard = followed.trades(pair.symbol()).stream()
                    .map(FaultScheduleTest::words)
                    .toList();
            if (pair.delistedAt() == Long.MAX_VALUE) {
                assertThat(heard).as("%s %s", pair.symbol(), when).isEqualTo(traded);
            } else {
                // what it traded last may be missed: nothing follows that would show it, or it is gone before that is
                // read
                assertThat(traded).as("%s %s", pair.symbol(), when).startsWith(heard.toArray(String[]::new));
            }
            trades += heard.size();
        }
    }

    private static String words(BoxedTrade trade) {
        return "%d %d %s %s %s"
                .formatted(
                        trade.id(),
                        Math.floorDiv(trade.timeNanos(), 1_000_000),
                        Double.parseDouble(trade.price()),
                        Double.parseDouble(trade.quantity()),
                        trade.side() == 'b' ? 1.0 : -1.0);
    }

    private static String words(EventBlock trade) {
        return "%d %d %s %s %s"
                .formatted(
                        trade.sequence(0),
                        trade.eventTime(0),
                        trade.value(0, EventKind.PRICE),
                        trade.value(0, EventKind.QUANTITY),
                        trade.value(0, EventKind.SIDE));
    }

    private static SortedMap<String, SortedMap<Long, List<Long>>> bars(FollowedVenue followed) {
        SortedMap<String, SortedMap<Long, List<Long>>> all = new TreeMap<>();
        for (BoxedPair pair : pairs()) {
            if (pair.delistedAt() == Long.MAX_VALUE) {
                INTERVALS.forEach(interval -> all.put(
                        pair.symbol() + " " + interval,
                        FoldedBars.of(pair.symbol(), followed.trades(pair.symbol()), interval, END)));
            }
        }
        return all;
    }

    private Outcome calm() {
        return run(FaultPlan.none(), "calm");
    }

    private static FaultPlan faults(long seed) {
        return FaultPlan.seeded(seed, BEGIN, CALM);
    }

    @Test
    void hands_all_trades_over_if_nothing_does() {
        Outcome calm = calm();

        assertThat(calm.listings())
                .containsExactly("LISTED BTC/USD", "LISTED OLD/USD", "LISTED SOL/USD", "DELISTED OLD/USD");
        // 23:55, 00:00 and 00:05; 23:00 and 00:00
        assertThat(calm.bars().get("BTC/USD " + INTERVALS.get(0)))
                .containsOnlyKeys(START - 5 * MINUTE, START, START + 5 * MINUTE);
        assertThat(calm.bars().get("SOL/USD " + INTERVALS.get(1))).containsOnlyKeys(START - 60 * MINUTE, START);
    }

    static LongStream shortSeeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("shortSeeds")
    void leaves_the_same_trades_and_the_same_bars_bit_by_bit(long seed) {
        if (calm == null) {
            calm = calm();
        }

        SortedMap<String, SortedMap<Long, List<Long>>> faulty =
                run(faults(seed), "seed " + seed).bars();

        assertThat(faulty).isEqualTo(calm.bars());
        schedules++;
        bars += faulty.values().stream().mapToLong(SortedMap::size).sum();
    }

    static LongStream longSeeds() {
        return LongStream.rangeClosed(21, 200);
    }

    @Tag("long")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("longSeeds")
    void leaves_the_same_trades_and_the_same_bars_bit_by_bit_of_many(long seed) {
        leaves_the_same_trades_and_the_same_bars_bit_by_bit(seed);
    }

    @AfterAll
    static void say_how_much_was_compared() {
        System.out.printf("%d schedules: %,d trades, %,d bars compared bit by bit%n", schedules, trades, bars);
    }

    static LongStream repeatedSeeds() {
        return LongStream.rangeClosed(1, 3);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("repeatedSeeds")
    void says_the_same_at_the_same_instants_with_the_same_seed(long seed) {
        Outcome one = run(faults(seed), "one");
        Outcome other = run(faults(seed), "other");

        assertThat(other.events().toString()).isEqualTo(one.events().toString());
        assertThat(other.hash()).isEqualTo(one.hash());
    }

    @Test
    void says_it_at_other_instants_with_another_seed() {
        assertThat(run(faults(1), "one").hash())
                .isNotEqualTo(run(faults(2), "two").hash());
    }
}
