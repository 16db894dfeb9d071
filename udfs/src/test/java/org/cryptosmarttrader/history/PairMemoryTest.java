package org.cryptosmarttrader.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cryptosmarttrader.history.Scene.FEED;
import static org.cryptosmarttrader.history.Scene.HOURLY;
import static org.cryptosmarttrader.history.Scene.MINUTES;
import static org.cryptosmarttrader.history.Scene.PAIR;
import static org.cryptosmarttrader.history.Scene.RULES;
import static org.cryptosmarttrader.history.Scene.TRADES;
import static org.cryptosmarttrader.history.Scene.bar;
import static org.cryptosmarttrader.history.Scene.from;
import static org.cryptosmarttrader.history.Scene.known;
import static org.cryptosmarttrader.history.Scene.minute;
import static org.cryptosmarttrader.history.Scene.trade;
import static org.cryptosmarttrader.history.Scene.with;
import static org.cryptosmarttrader.time.TickGrid.HOUR;
import static org.cryptosmarttrader.time.TickGrid.MINUTE;

import java.util.List;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The memory of a pair")
class PairMemoryTest {

    private static EventBlock hour(long bar, double price) {
        return bar(bar * HOUR, price, price, price, price, 1, 1);
    }

    @Nested
    @DisplayName("leaves a gap")
    class Gaps {

        @Test
        void where_no_bar_came() {
            PairRun run = new PairRun(FEED, hour(0, 100), hour(2, 102), hour(3, 103));
            run.to(3);

            assertThat(run.isPresent(1)).isFalse();
            assertThat(run.value(Column.CLOSE, 1)).isNaN();
            assertThat(run.value(Column.RETURN, 2)).isNaN();
            assertThat(run.value(Column.LOG_OPEN_PREVIOUS, 2)).isNaN();
            assertThat(run.value(Column.RETURN, 3)).isEqualTo(StrictMath.log(103.0 / 102));
        }

        @Test
        void where_the_source_sent_a_filler_row() {
            PairRun run = new PairRun(
                    FEED,
                    hour(0, 100),
                    with(EventKind.VOLUME, 0, hour(1, 100)),
                    with(EventKind.COUNT, 0, hour(2, 100)),
                    hour(3, 101));

            assertThat(run.to(1).empty()).isEqualTo(1);
            assertThat(run.to(2).empty()).isEqualTo(1);
            assertThat(run.to(3).empty()).isZero();
            assertThat(run.isPresent(1)).isFalse();
            assertThat(run.isPresent(2)).isFalse();
            assertThat(run.history().staleness()).isZero();
        }

        @Test
        void and_says_how_stale_it_is() {
            PairRun run = new PairRun(FEED, hour(0, 100));
            run.to(5);

            assertThat(run.history().isPresent()).isFalse();
            assertThat(run.history().staleness()).isEqualTo(5);
            assertThat(run.memory().isEmpty()).isFalse();
        }

        @Test
        void until_the_last_bar_has_left_it() {
            PairRun run = new PairRun(FEED, hour(0, 100));

            run.to(899);
            assertThat(run.memory().isEmpty()).isFalse();
            assertThat(run.isPresent(0)).isTrue();

            run.to(900);
            assertThat(run.memory().isEmpty()).isTrue();
            assertThat(run.history().staleness()).isEqualTo(900);
        }
    }

    @Nested
    @DisplayName("lets what it hears within the grace wait")
    class Waiting {

        @Test
        void for_the_tick_of_its_own_bar() {
            EventBlock early = trade(2, HOUR + 3_000, 200, 1, 1);
            PairRun run = new PairRun(TRADES, trade(1, HOUR - 1, 100, 1, 1), early, trade(3, HOUR + MINUTE, 201, 1, 1));

            run.to(0);
            assertThat(run.value(Column.CLOSE, 0)).isEqualTo(100);
            assertThat(run.memory().hasWaiting()).isTrue();

            FoldReport report = run.to(1);
            assertThat(run.bar(1)).containsExactly(200, 201, 200, 201, 2);
            assertThat(run.memory().hasWaiting()).isFalse();
            assertThat(report.healed()).isZero();
        }

        @Test
        void also_if_nothing_else_comes() {
            PairRun run = new PairRun(TRADES, trade(1, HOUR + 3_000, 200, 1, 1));

            run.to(0);
            assertThat(run.isPresent(0)).isFalse();
            assertThat(run.memory().isEmpty()).isTrue();

            run.to(1);
            assertThat(run.bar(1)).containsExactly(200, 200, 200, 200, 1);
        }

        @Test
        void and_forgets_it_if_its_bar_is_out_of_memory_at_the_next_tick() {
            PairRun run = new PairRun(TRADES, trade(1, HOUR + 3_000, 200, 1, 1));
            run.to(0);

            run.jumpTo(2_000);

            assertThat(run.memory().isEmpty()).isTrue();
        }
    }

    @Nested
    @DisplayName("heals a bar")
    class Healing {

        private final EventBlock first = minute(0, 100);
        private final EventBlock middle = minute(30 * MINUTE, 110);
        private final EventBlock last = minute(59 * MINUTE, 102);

        @Test
        void whole_at_the_first_tick_that_knows_the_late_event() {
            PairRun run = new PairRun(MINUTES, first, known(3 * HOUR, middle), last);

            assertThat(run.to(0).healed()).isZero();
            assertThat(run.bar(0)).containsExactly(100, 102, 100, 102, 2);
            run.to(1);
            assertThat(run.bar(0)).containsExactly(100, 102, 100, 102, 2);

            FoldReport report = run.to(2);
            assertThat(run.bar(0)).containsExactly(100, 110, 100, 102, 3);
            assertThat(report.healed()).isEqualTo(1);
            assertThat(report.late()).hasSize(1);
            assertThat(report.late().get(0).block().eventTime(0)).isEqualTo(31 * MINUTE - 1);
            assertThat(report.refused()).isEmpty();
        }

        @Test
        void once_for_all_that_a_tick_knows_of_it() {
            PairRun run = new PairRun(
                    MINUTES, first, known(3 * HOUR, middle), known(3 * HOUR + 7, minute(31 * MINUTE, 90)), last);

            FoldReport report = run.to(2);

            assertThat(report.healed()).isEqualTo(1);
            assertThat(report.late()).hasSize(2);
            assertThat(run.bar(0)).containsExactly(100, 110, 90, 102, 4);
        }

        @Test
        void and_what_the_bar_behind_says_of_it() {
            PairRun run = new PairRun(MINUTES, first, known(3 * HOUR, last), minute(HOUR, 120));

            run.to(1);
            assertThat(run.value(Column.RETURN, 1)).isEqualTo(StrictMath.log(120.0 / 100));
            assertThat(run.value(Column.LOG_OPEN_PREVIOUS, 1)).isEqualTo(StrictMath.log(120.0 / 100));

            run.to(2);
            assertThat(run.value(Column.RETURN, 1)).isEqualTo(StrictMath.log(120.0 / 102));
            assertThat(run.value(Column.LOG_OPEN_PREVIOUS, 1)).isEqualTo(StrictMath.log(120.0 / 102));
        }

        @Test
        void and_still_counts_it_once() {
            PairRun run = new PairRun(MINUTES, first, known(3 * HOUR, middle));

            run.to(899);
            assertThat(run.memory().isEmpty()).isFalse();

            run.to(900);
            assertThat(run.memory().isEmpty()).isTrue();
        }

        @Test
        void that_never_came_by_creating_it() {
            PairRun run = new PairRun(FEED, hour(0, 100), known(4 * HOUR, hour(1, 101)), hour(2, 102));

            run.to(2);
            assertThat(run.isPresent(1)).isFalse();

            FoldReport report = run.to(3);
            assertThat(run.isPresent(1)).isTrue();
            assertThat(run.value(Column.RETURN, 2)).isEqualTo(StrictMath.log(102.0 / 101));
            assertThat(report.healed()).isEqualTo(1);
        }

        @Test
        void not_for_what_is_on_time_to_the_millisecond() {
            PairRun run =
                    new PairRun(TRADES, trade(1, 0, 100, 1, 1), known(HOUR + 4_999, trade(2, HOUR - 1, 101, 1, 1)));

            FoldReport report = run.to(0);

            assertThat(report.late()).isEmpty();
            assertThat(report.healed()).isZero();
            assertThat(run.value(Column.CLOSE, 0)).isEqualTo(101);
        }

        @Test
        void up_to_the_limit_and_no_longer() {
            EventBlock atTheLimit = known(31 * MINUTE + 6 * HOUR, middle);
            EventBlock behindIt = known(32 * MINUTE + 6 * HOUR + 1, minute(31 * MINUTE, 90));
            PairRun run = new PairRun(MINUTES, first, atTheLimit, behindIt, last);

            FoldReport report = run.to(6);

            assertThat(run.bar(0)).containsExactly(100, 110, 100, 102, 3);
            assertThat(report.healed()).isEqualTo(1);
            assertThat(report.late()).hasSize(2);
            assertRefused(report, Refusal.TOO_LATE);
        }

        @Test
        void from_trades_up_to_the_limit_and_no_longer() {
            EventBlock atTheLimit = known(20 * MINUTE + 6 * HOUR, trade(2, 20 * MINUTE, 110, 1, 1));
            EventBlock behindIt = known(21 * MINUTE + 6 * HOUR + 1, trade(3, 21 * MINUTE, 90, 1, 1));
            PairRun run = new PairRun(TRADES, trade(1, 0, 100, 1, 1), atTheLimit, behindIt);

            FoldReport report = run.to(6);

            assertThat(run.bar(0)).containsExactly(100, 110, 100, 110, 2);
            assertRefused(report, Refusal.TOO_LATE);
        }
    }

    @Nested
    @DisplayName("takes a refill beyond the heal limit")
    class Refills {

        private final long refill = 10 * HOUR;

        @Test
        void for_an_hour_that_has_no_bar() {
            PairRun run = new PairRun(
                    MINUTES,
                    minute(0, 99),
                    known(refill, minute(HOUR, 100)),
                    known(refill, minute(HOUR + 5 * MINUTE, 101)));

            FoldReport report = run.to(9);

            assertThat(run.bar(1)).containsExactly(100, 101, 100, 101, 2);
            assertThat(report.healed()).isEqualTo(1);
            assertThat(report.late()).hasSize(2);
            assertThat(report.refused()).isEmpty();
        }

        @Test
        void of_one_instant_the_next_tick_s_is_refused() {
            PairRun run = new PairRun(
                    MINUTES, known(refill, minute(HOUR, 100)), known(refill + HOUR, minute(HOUR + 5 * MINUTE, 101)));
            run.to(9);

            FoldReport report = run.to(10);

            assertThat(run.bar(1)).containsExactly(100, 100, 100, 100, 1);
            assertRefused(report, Refusal.TOO_LATE);
        }

        @Test
        void of_one_instant_the_next_millisecond_s_is_refused() {
            PairRun run = new PairRun(
                    MINUTES, known(refill, minute(HOUR, 100)), known(refill + 1, minute(HOUR + 5 * MINUTE, 101)));

            FoldReport report = run.to(9);

            assertThat(run.bar(1)).containsExactly(100, 100, 100, 100, 1);
            assertRefused(report, Refusal.TOO_LATE);
        }

        @Test
        void beside_what_may_still_heal_the_bar_at_another_instant() {
            PairRun run = new PairRun(
                    MINUTES,
                    known(8 * HOUR + 30 * MINUTE, minute(2 * HOUR + 40 * MINUTE, 101)),
                    known(8 * HOUR + 31 * MINUTE, minute(2 * HOUR, 100)));

            assertThat(run.to(8).refused()).isEmpty();
            assertThat(run.bar(2)).containsExactly(100, 101, 100, 101, 2);
        }

        @Test
        void of_each_hour_by_itself() {
            PairRun run =
                    new PairRun(MINUTES, known(refill, minute(HOUR, 100)), known(refill + HOUR, minute(2 * HOUR, 101)));
            run.to(10);

            assertThat(run.isPresent(1)).isTrue();
            assertThat(run.isPresent(2)).isTrue();
        }

        @Test
        void up_to_the_end_of_the_memory() {
            PairRun run = new PairRun(FEED, known(1_000 * HOUR, hour(100, 1)), known(1_000 * HOUR, hour(99, 1)));

            FoldReport report = run.to(999);

            assertThat(run.isPresent(100)).isTrue();
            assertRefused(report, Refusal.TOO_OLD);
        }
    }

    @Nested
    @DisplayName("refuses")
    class Refusals {

        @Test
        void the_same_event_again() {
            FoldReport report = new PairRun(MINUTES, minute(0, 100), known(2 * MINUTE, minute(0, 100))).to(0);

            assertRefused(report, Refusal.DUPLICATE);
        }

        @Test
        void a_revision_and_keeps_the_first_version() {
            PairRun run = new PairRun(FEED, hour(0, 100), known(3 * HOUR, hour(0, 105)));
            run.to(1);

            FoldReport report = run.to(2);

            assertThat(run.value(Column.CLOSE, 0)).isEqualTo(100);
            assertThat(report.healed()).isZero();
            assertRefused(report, Refusal.REVISED);
        }

        @Test
        void of_two_versions_in_one_tick_that_known_later() {
            PairRun run = new PairRun(FEED, known(HOUR + 2_000, hour(0, 105)), known(HOUR + 1_000, hour(0, 100)));

            FoldReport report = run.to(0);

            assertThat(run.value(Column.CLOSE, 0)).isEqualTo(100);
            assertRefused(report, Refusal.REVISED);
        }

        @Test
        void a_trade_whose_identity_is_taken_even_at_another_time() {
            PairRun run = new PairRun(
                    TRADES,
                    trade(7, 61_000, 100, 1, 1),
                    trade(8, 62_000, 101, 1, 1),
                    known(64_000, trade(7, 61_000, 100, 1, 1)),
                    known(64_000, trade(7, 63_000, 100, 1, 1)));

            FoldReport report = run.to(0);

            assertThat(run.bar(0)).containsExactly(100, 101, 100, 101, 2);
            assertThat(report.refused())
                    .extracting(FoldReport.Refused::reason)
                    .containsExactlyInAnyOrder(Refusal.DUPLICATE, Refusal.KEY_CONFLICT);
        }

        @Test
        void but_takes_equal_trades_of_different_identities() {
            PairRun run = new PairRun(TRADES, trade(7, MINUTE, 100, 1, 1), trade(8, MINUTE, 100, 1, 1));

            assertThat(run.to(0).refused()).isEmpty();
            assertThat(run.value(Column.COUNT, 0)).isEqualTo(2);
        }

        @Test
        void what_is_not_the_feed_of_the_bar() {
            assertRefused(new PairRun(FEED, from("test-other", hour(0, 100))).to(0), Refusal.OTHER_FEED);
            assertRefused(new PairRun(FEED, minute(0, 100)).to(0), Refusal.OTHER_FEED);
            assertRefused(new PairRun(FEED, trade(1, MINUTE, 100, 1, 1)).to(0), Refusal.OTHER_FEED);
            assertRefused(
                    new PairRun(
                                    new MemoryRules(HOURLY, RULES.lateness(), MarketFeeds.always("*/EUR", FEED), 0),
                                    List.of(hour(0, 100)))
                            .to(0),
                    Refusal.OTHER_FEED);
        }

        @Test
        void what_was_known_long_before_it_happened() {
            EventBlock tolerated = known(58_000, trade(1, 60_000, 100, 1, 1));
            EventBlock refused = known(57_999, trade(2, 60_000, 200, 1, 1));
            PairRun run = new PairRun(TRADES, tolerated, refused);

            FoldReport report = run.to(0);

            assertThat(run.bar(0)).containsExactly(100, 100, 100, 100, 1);
            assertThat(report.skewed()).isEqualTo(1);
            assertRefused(report, Refusal.CLOCK);
        }

        @Test
        void to_know_at_a_tick_what_happened_behind_it() {
            EventBlock ofTheNextBar = known(HOUR + 5_000, trade(2, HOUR + 6_000, 200, 1, 1));
            PairRun run = new PairRun(TRADES, trade(1, 0, 100, 1, 1), ofTheNextBar);

            run.to(0);
            assertThat(run.bar(0)).containsExactly(100, 100, 100, 100, 1);

            run.to(1);
            assertThat(run.bar(1)).containsExactly(200, 200, 200, 200, 1);
        }

        @Test
        void the_events_of_another_pair() {
            PairMemory ether = new PairMemory("ETH/USD");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ether.fold(HOURLY.tick(0), List.of(hour(0, 100)), RULES))
                    .withMessage(
                            "memory of ETH/USD: was given BAR test-venue BTC/USD × 1 available 3605000; key events by their pair");
        }

        @Test
        void an_event_of_the_future() {
            PairMemory memory = new PairMemory(PAIR);

            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> memory.fold(HOURLY.tick(0), List.of(known(HOURLY.tick(0) + 1, hour(0, 100))), RULES))
                    .withMessageContaining("memory of BTC/USD: event 0 of BAR test-venue BTC/USD × 1 available 3605001")
                    .withMessageContaining("is not known at tick 3605000");
        }

        @Test
        void rules_that_cannot_be_followed() {
            MarketFeed daily = new MarketFeed("test-venue", EventKind.BAR, TickGrid.DAY);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scene.rules(daily))
                    .withMessage(
                            "feed test-venue:bar:1440m of */USD: cannot be folded into bars of 60 minutes; name trades or bars that divide them");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new MemoryRules(HOURLY, RULES.lateness(), RULES.feeds(), -1))
                    .withMessage("fill latency: -1 ms, expected 0 or more");
        }

        @Test
        void a_tick_that_is_none_or_not_behind_the_last() {
            PairMemory memory = new PairMemory(PAIR);
            memory.fold(HOURLY.tick(5), List.of(), RULES);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> memory.fold(HOURLY.tick(5), List.of(), RULES))
                    .withMessageContaining("memory of BTC/USD: cannot fold at")
                    .withMessageContaining("behind that of bar 5");
            assertThatIllegalArgumentException().isThrownBy(() -> memory.fold(HOURLY.tick(6) + 1, List.of(), RULES));
        }
    }

    private static void assertRefused(FoldReport report, Refusal reason) {
        assertThat(report.refused()).extracting(FoldReport.Refused::reason).containsExactly(reason);
    }
}
