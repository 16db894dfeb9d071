package org.cryptosmarttrader.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.history.Scene.GAP;
import static org.cryptosmarttrader.history.Scene.HOURLY;
import static org.cryptosmarttrader.history.Scene.MINUTES;
import static org.cryptosmarttrader.history.Scene.TRADES;
import static org.cryptosmarttrader.history.Scene.closes;
import static org.cryptosmarttrader.history.Scene.minute;
import static org.cryptosmarttrader.history.Scene.trade;
import static org.cryptosmarttrader.time.TickGrid.HOUR;
import static org.cryptosmarttrader.time.TickGrid.MINUTE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.features.price.CloseToCloseVolatility;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.history.PairRun;
import org.cryptosmarttrader.history.Scene;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The return label")
class ReturnLabelTest {

    private static final ReturnLabel ONE_HOUR = ReturnLabel.of(new Horizon(1), HOURLY);
    private static final ReturnLabel ONE_DAY = ReturnLabel.of(new Horizon(24), HOURLY);
    private static final ReturnLabel ONE_WEEK = ReturnLabel.of(new Horizon(168), HOURLY);
    private static final ReturnLabel ONE_MONTH = ReturnLabel.of(new Horizon(720), HOURLY);

    private static Label label(ReturnLabel rule, double... closes) {
        return rule.maturing(closes(closes)).orElseThrow();
    }

    /** Closes 100, 101, 102, ... with gaps at some positions. */
    private static double[] risingBut(int count, int... gaps) {
        double[] closes = new double[count];
        for (int i = 0; i < count; i++) {
            closes[i] = 100 + i;
        }
        for (int gap : gaps) {
            closes[gap] = GAP;
        }
        return closes;
    }

    @Nested
    @DisplayName("over hourly bars")
    class OverHourlyBars {

        @Test
        void runs_from_the_next_open_to_the_close_at_the_horizon() {
            Label label = label(ONE_HOUR, 100, 110); // bars open where the last one closed

            assertThat(label.bar()).isZero();
            assertThat(label.value()).isEqualTo(StrictMath.log(110.0 / 100));
            assertThat(label.status()).isEqualTo(LabelStatus.OK);
            assertThat(label.entryPrice()).isEqualTo(100);
            assertThat(label.exitPrice()).isEqualTo(110);
            assertThat(label.isKnown()).isTrue();
        }

        @Test
        void says_that_its_entry_lies_before_the_decision() {
            Label label = label(ONE_HOUR, 100, 110);

            assertThat(label.afterKnown()).isFalse();
            assertThat(label.entryLagMillis()).isEqualTo(-5_000);
        }

        @Test
        void leaves_h_bars_behind_the_decision_one_after_it() {
            Label label = label(ONE_DAY, risingBut(30));

            assertThat(label.bar()).isEqualTo(5);
            assertThat(label.entryPrice()).isEqualTo(105); // open of bar 6 is the close of bar 5
            assertThat(label.exitPrice()).isEqualTo(129);
            assertThat(label.value()).isEqualTo(StrictMath.log(129.0 / 105));
        }

        @Test
        void is_negative_if_the_price_fell() {
            assertThat(label(ONE_HOUR, 110, 99).value()).isNegative();
        }
    }

    @Nested
    @DisplayName("bridges a gap")
    class Gaps {

        @Test
        void of_none_at_one_hour() {
            assertThat(label(ONE_HOUR, 100, GAP).status()).isEqualTo(LabelStatus.ENTRY_GAP);
        }

        @Test
        void of_one_bar_at_entry_over_a_day() {
            Label late = label(ONE_DAY, risingBut(25, 1));

            assertThat(late.status()).isEqualTo(LabelStatus.ENTRY_LATE);
            assertThat(late.entryPrice()).isEqualTo(100); // open of bar 2, which opens at the last close there is
            assertThat(late.value()).isEqualTo(StrictMath.log(124.0 / 100));
            assertThat(late.afterKnown()).isTrue();
            assertThat(late.entryLagMillis()).isEqualTo(HOUR - 5_000);

            assertThat(label(ONE_DAY, risingBut(25, 1, 2)).status()).isEqualTo(LabelStatus.ENTRY_GAP);
        }

        @Test
        void of_one_bar_at_exit_over_a_day() {
            Label stale = label(ONE_DAY, risingBut(25, 24));

            assertThat(stale.status()).isEqualTo(LabelStatus.EXIT_STALE);
            assertThat(stale.exitPrice()).isEqualTo(123);

            assertThat(label(ONE_DAY, risingBut(25, 23, 24)).status()).isEqualTo(LabelStatus.EXIT_GAP);
        }

        @Test
        void at_both_ends() {
            Label both = label(ONE_DAY, risingBut(25, 1, 24));

            assertThat(both.status()).isEqualTo(LabelStatus.ENTRY_LATE_EXIT_STALE);
            assertThat(both.status().code()).isEqualTo("ENTRY_LATE+EXIT_STALE");
            assertThat(both.isKnown()).isTrue();
        }

        @Test
        void and_names_the_entry_first_if_both_ends_are_too_wide() {
            assertThat(label(ONE_DAY, risingBut(25, 1, 2, 23, 24)).status()).isEqualTo(LabelStatus.ENTRY_GAP);
        }

        @Test
        void of_six_bars_over_a_week_and_a_month() {
            for (ReturnLabel rule : List.of(ONE_WEEK, ONE_MONTH)) {
                int last = rule.bars();
                int[] sixLast = {last, last - 1, last - 2, last - 3, last - 4, last - 5};
                int[] sevenLast = {last, last - 1, last - 2, last - 3, last - 4, last - 5, last - 6};

                assertThat(label(rule, risingBut(last + 1, 1, 2, 3, 4, 5, 6)).status())
                        .isEqualTo(LabelStatus.ENTRY_LATE);
                assertThat(label(rule, risingBut(last + 1, 1, 2, 3, 4, 5, 6, 7)).status())
                        .isEqualTo(LabelStatus.ENTRY_GAP);
                assertThat(label(rule, risingBut(last + 1, sixLast)).status()).isEqualTo(LabelStatus.EXIT_STALE);
                assertThat(label(rule, risingBut(last + 1, sevenLast)).status()).isEqualTo(LabelStatus.EXIT_GAP);
            }
        }

        @Test
        void but_never_leaves_before_it_enters() {
            // over two bars: enters at bar 2, which must then be the exit too
            ReturnLabel twoHours = new ReturnLabel(new Horizon(2), 2, 1);

            assertThat(label(twoHours, 100, GAP, 120).exitPrice()).isEqualTo(120);
            assertThat(label(twoHours, 100, 110, GAP).exitPrice()).isEqualTo(110);
            assertThat(label(twoHours, 100, GAP, GAP).status()).isEqualTo(LabelStatus.ENTRY_GAP);
        }

        @Test
        void and_has_no_numbers_where_it_does_not() {
            Label missing = label(ONE_DAY, risingBut(25, 23, 24));

            assertThat(missing.isKnown()).isFalse();
            assertThat(missing.value()).isNaN();
            assertThat(missing.scaled()).isNaN();
            assertThat(missing.entryPrice()).isNaN();
            assertThat(missing.exitPrice()).isNaN();
        }
    }

    @Nested
    @DisplayName("matures")
    class Maturity {

        @Test
        void at_the_tick_of_its_last_bar_whether_or_not_that_bar_came() {
            History absent = closes(risingBut(25, 24));

            assertThat(absent.isPresent()).isFalse();
            assertThat(ONE_DAY.maturing(absent)).isPresent();
            assertThat(absent.tick()).isEqualTo(HOURLY.tick(24));
        }

        @Test
        void for_a_decision_at_which_the_bar_itself_was_absent() {
            double[] closes = risingBut(27, 2);

            assertThat(label(ONE_DAY, closes).bar()).isEqualTo(2);
            assertThat(label(ONE_DAY, closes).status()).isEqualTo(LabelStatus.OK);
        }

        @Test
        void only_for_a_pair_that_was_known_at_the_decision() {
            double[] listedAtBarOne = risingBut(25, 0);
            listedAtBarOne[0] = GAP;

            assertThat(ONE_DAY.maturing(history(listedAtBarOne))).isEmpty();
            assertThat(ONE_DAY.maturing(closes(risingBut(25)))).isPresent();
        }

        private History history(double[] closes) {
            List<EventBlock> bars = new ArrayList<>();
            for (int i = 0; i < closes.length; i++) {
                if (!Double.isNaN(closes[i])) {
                    bars.add(Scene.bar(i * HOUR, closes[i], closes[i], closes[i], closes[i], 1, 1));
                }
            }
            return Scene.history(bars, closes.length - 1L);
        }
    }

    @Nested
    @DisplayName("is scaled")
    class Scaling {

        @Test
        void by_the_volatility_known_at_the_decision_over_the_horizon() {
            double[] closes = new double[170 + 24];
            for (int i = 0; i < closes.length; i++) {
                closes[i] = i % 2 == 0 ? 100 : 101;
            }
            closes[193] = 103;
            History atDecision = closes(Arrays.copyOf(closes, 170));
            double volatility = new CloseToCloseVolatility(168).value(atDecision);
            // 84 returns up and 84 down by ln 1.01, mean 0
            assertThat(volatility).isCloseTo(Math.log(1.01) * Math.sqrt(168.0 / 167), within(1e-15));

            Label label = label(ONE_DAY, closes);

            assertThat(label.bar()).isEqualTo(169);
            assertThat(label.value()).isEqualTo(StrictMath.log(103.0 / 101));
            assertThat(label.scaled()).isEqualTo(label.value() / (volatility * Math.sqrt(24)));
        }

        @Test
        void not_by_what_came_behind_the_decision() {
            double[] closes = risingBut(170 + 24);
            double[] wild = closes.clone();
            for (int i = 171; i < wild.length - 1; i++) {
                wild[i] = 50 + 100 * (i % 2);
            }

            assertThat(label(ONE_DAY, wild).scaled())
                    .isEqualTo(label(ONE_DAY, closes).scaled());
        }

        @Test
        void not_at_all_before_the_volatility_is_known() {
            assertThat(label(ONE_DAY, risingBut(25)).value()).isNotNaN();
            assertThat(label(ONE_DAY, risingBut(25)).scaled()).isNaN();
        }

        @Test
        void not_at_all_if_the_bar_decided_on_did_not_come() {
            assertThat(label(ONE_DAY, risingBut(250, 225)).value()).isNotNaN();
            assertThat(label(ONE_DAY, risingBut(250, 225)).scaled()).isNaN();
        }

        @Test
        void not_at_all_if_the_price_stood_still() {
            double[] still = new double[200];
            Arrays.fill(still, 100);
            still[199] = 101;

            assertThat(label(ONE_DAY, still).value()).isPositive();
            assertThat(label(ONE_DAY, still).scaled()).isNaN();
        }
    }

    @Nested
    @DisplayName("over bars folded from finer events enters at a price known to lie behind the decision:")
    class AfterKnown {

        @Test
        void the_open_of_the_first_minute_behind_it() {
            PairRun run = new PairRun(
                    MINUTES,
                    minute(0, 100),
                    minute(HOUR, 101),
                    minute(HOUR + MINUTE, 102),
                    minute(HOUR + 59 * MINUTE, 110));
            run.to(1);
            Label label = ONE_HOUR.maturing(run.history()).orElseThrow();

            assertThat(label.entryPrice()).isEqualTo(102);
            assertThat(label.value()).isEqualTo(StrictMath.log(110.0 / 102));
            assertThat(label.afterKnown()).isTrue();
            assertThat(label.entryLagMillis()).isZero();
        }

        @Test
        void the_first_trade_at_or_behind_it() {
            PairRun run = new PairRun(
                    TRADES,
                    trade(1, MINUTE, 100, 1, 1),
                    trade(2, HOUR + 4_999, 101, 1, 1),
                    trade(3, HOUR + 5_000, 102, 1, 1),
                    trade(4, HOUR + 6_000, 103, 1, 1));
            run.to(1);

            assertThat(ONE_HOUR.maturing(run.history()).orElseThrow().entryPrice())
                    .isEqualTo(102);
        }

        @Test
        void none_in_a_bar_that_traded_only_before_it() {
            PairRun run = new PairRun(TRADES, trade(1, MINUTE, 100, 1, 1), trade(2, HOUR + 4_999, 101, 1, 1));
            run.to(1);

            assertThat(ONE_HOUR.maturing(run.history()).orElseThrow().status()).isEqualTo(LabelStatus.ENTRY_GAP);
        }

        @Test
        void then_the_open_of_the_next_bar_if_the_horizon_allows() {
            List<EventBlock> trades =
                    new ArrayList<>(List.of(trade(1, MINUTE, 100, 1, 1), trade(2, HOUR + 4_999, 101, 1, 1)));
            for (int bar = 2; bar <= 24; bar++) {
                trades.add(trade(bar + 1, bar * HOUR, 100 + bar, 1, 1));
            }
            PairRun run = new PairRun(Scene.rules(TRADES), trades);
            run.to(24);
            Label label = ONE_DAY.maturing(run.history()).orElseThrow();

            assertThat(label.status()).isEqualTo(LabelStatus.ENTRY_LATE);
            assertThat(label.entryPrice()).isEqualTo(102);
            assertThat(label.exitPrice()).isEqualTo(124);
            assertThat(label.afterKnown()).isTrue();
        }
    }

    @Test
    void counts_in_bars_of_the_grid() {
        TickGrid fourHours = new TickGrid(4 * HOUR, 5_000);

        assertThat(ReturnLabel.of(new Horizon(24), fourHours).bars()).isEqualTo(6);
        assertThat(ReturnLabel.of(new Horizon(24), fourHours).gapBars()).isEqualTo(1);
        assertThat(ReturnLabel.of(new Horizon(168), HOURLY).gapBars()).isEqualTo(6);
        assertThat(ReturnLabel.of(new Horizon(1), HOURLY).gapBars()).isZero();
    }

    @Test
    void fits_into_the_memory_at_every_horizon() {
        for (Horizon horizon : Horizon.ALL) {
            assertThat(ReturnLabel.of(horizon, HOURLY).memoryBars()).isLessThanOrEqualTo(MemoryRules.HISTORY_BARS);
        }
    }

    @Test
    void over_a_month_is_the_same_from_a_run_that_knows_no_more_than_the_memory() {
        List<EventBlock> bars = new ArrayList<>();
        for (int bar = 0; bar < 2_000; bar++) {
            double price = 100 + bar * 37 % 101;
            bars.add(Scene.bar(bar * HOUR, price, price + 1, price - 1, price, 1, 1));
        }
        Label ofLongRun = ONE_MONTH.maturing(Scene.history(bars, 1_999)).orElseThrow();
        Label ofShortRun = ONE_MONTH
                .maturing(Scene.history(bars.subList(1_100, 2_000), 1_999))
                .orElseThrow();

        assertThat(ofShortRun).isEqualTo(ofLongRun);
        assertThat(ofShortRun.scaled()).isNotNaN();
    }
}
