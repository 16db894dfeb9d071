package org.cryptosmarttrader.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.book.BookScene.BTC;
import static org.cryptosmarttrader.book.BookScene.DAY;
import static org.cryptosmarttrader.book.BookScene.ETH;
import static org.cryptosmarttrader.book.BookScene.account;
import static org.cryptosmarttrader.book.BookScene.bar;
import static org.cryptosmarttrader.book.BookScene.dull;
import static org.cryptosmarttrader.book.BookScene.fall;
import static org.cryptosmarttrader.book.BookScene.fills;
import static org.cryptosmarttrader.book.BookScene.flat;
import static org.cryptosmarttrader.book.BookScene.folded;
import static org.cryptosmarttrader.book.BookScene.orders;
import static org.cryptosmarttrader.book.BookScene.rise;
import static org.cryptosmarttrader.book.BookScene.silent;
import static org.cryptosmarttrader.book.BookScene.thin;
import static org.cryptosmarttrader.book.BookScene.unprovenRise;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.risk.RiskAction;
import org.cryptosmarttrader.risk.RiskHit;
import org.cryptosmarttrader.risk.RiskSettings;
import org.cryptosmarttrader.strategy.Outlook;
import org.cryptosmarttrader.strategy.Stance;
import org.cryptosmarttrader.strategy.Strategy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The trade book")
class TradeBookTest {

    private final BookScene scene = new BookScene(BookScene.standard());

    @Nested
    @DisplayName("fills a buy")
    class FillsABuy {

        @Test
        void two_bars_later_at_the_open_plus_slippage() {
            Order order = orders(scene.hour(flat(BTC, 100), rise(BTC))).get(0);
            assertThat(order.quantity()).isEqualByComparingTo("20"); // a fifth of 10,000 at 100
            assertThat(order.id()).isEqualTo("RESEARCH:BTC/USD:3605000:BUY");

            assertThat(scene.hour(bar(BTC, 100.5, 101, 100, 101)).fills()).isEmpty();
            BookEvents events = scene.hour(bar(BTC, 101, 102, 101, 102));

            // 0.0005 + 0.006 * sqrt(20 * 101 / 1,000,000) = 0.000769666; 101.0777 is paid as 101.1
            Fill fill = fills(events).get(0);
            assertThat(fill.slippage()).isCloseTo(0.00076966637, within(1e-10));
            assertThat(fill.price()).isEqualByComparingTo("101.1");
            assertThat(fill.quantity()).isEqualByComparingTo("20");
            assertThat(fill.fee()).isEqualByComparingTo("8.088"); // 0.4 % of 2,022
            assertThat(fill.optimisticPrice()).isEqualByComparingTo("100.5");
            assertThat(fill.id()).isEqualTo("RESEARCH:BTC/USD:3605000:BUY#1");
            assertThat(fill.assumptions()).containsExactly(Assumption.SPREAD);
        }

        @Test
        void and_the_account_shows_it() {
            scene.hour(flat(BTC, 100), rise(BTC));
            scene.hour(bar(BTC, 100.5, 101, 100, 101));
            AccountSnapshot account = account(scene.hour(bar(BTC, 101, 102, 101, 102)), Lane.RESEARCH);

            assertThat(account.cash()).isEqualByComparingTo("7969.912"); // 10,000 - 2,022 - 8.088
            assertThat(account.grossExposure()).isEqualByComparingTo("2040"); // 20 at 102
            assertThat(account.equity()).isEqualByComparingTo("10009.912");
            assertThat(account.unrealised()).isEqualByComparingTo("9.912");
            assertThat(account.realised()).isZero();
            assertThat(account.fees()).isEqualByComparingTo("8.088");
            assertThat(account.peakEquity()).isEqualByComparingTo("10009.912");
            assertThat(account.drawdown()).isZero();
            assertThat(account.positions()).isEqualTo(1);
        }

        @Test
        void in_the_next_bar_at_the_first_price_behind_the_latency_where_bars_are_folded() {
            scene.hour(folded(BTC, 100, 100, 100), rise(BTC));

            // 20 * 100.4: 0.0005 + 0.006 * sqrt(0.002008) = 0.00076887; 100.4772 is paid as 100.5
            Fill fill = fills(scene.hour(folded(BTC, 100.2, 101, 100.4))).get(0);
            assertThat(fill.price()).isEqualByComparingTo("100.5");
            assertThat(fill.optimisticPrice()).isEqualByComparingTo("100.2");
        }

        @Test
        void at_the_open_after_next_where_nothing_traded_behind_the_latency() {
            scene.hour(folded(BTC, 100, 100, 100), rise(BTC));

            assertThat(scene.hour(folded(BTC, 100, 100, 0)).fills()).isEmpty();
            assertThat(fills(scene.hour(folded(BTC, 102, 102, 102))).get(0).price())
                    .isEqualByComparingTo("102.1");
        }

        @Test
        void in_parts_where_bars_are_thin_as_the_golden_vector_I6_says() {
            ExecutionSettings free = new ExecutionSettings(
                    1_000,
                    0,
                    0,
                    0.05,
                    3,
                    0.005,
                    CostMethod.FIFO,
                    FeeSchedule.kraken(),
                    BookScene.dollars("800000"),
                    Broker.PAPER);
            BookScene scene = new BookScene(BookScene.settings(free, BookScene.wholeVolume(), 0.2));
            scene.hour(flat(BTC, 100), rise(BTC)); // a fifth of 800,000
            scene.hour(flat(BTC, 100));

            assertThat(fills(scene.hour(thin(BTC, 100, 1_000_000))).get(0).notional())
                    .isEqualByComparingTo("50000");
            assertThat(fills(scene.hour(thin(BTC, 100, 800_000))).get(0).notional())
                    .isEqualByComparingTo("40000");
            BookEvents last = scene.hour(thin(BTC, 100, 1_000_000));
            assertThat(fills(last).get(0).notional()).isEqualByComparingTo("50000");
            assertThat(fills(last).get(0).number()).isEqualTo(3);
            Order cancelled = orders(last).get(0);
            assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
            assertThat(cancelled.reason()).isEqualTo(OrderReason.EXPIRED);
            assertThat(cancelled.quantity().subtract(cancelled.filled())).isEqualByComparingTo("200");
            assertThat(fills(scene.hour(thin(BTC, 100, 1_000_000)))).isEmpty();
        }

        @Test
        void in_three_bars_at_most_also_where_the_first_of_them_is_folded() {
            scene.hour(folded(BTC, 100, 100, 100), rise(BTC));
            PairQuote thin = new PairQuote(BTC, true, 100, 100, 100, 100, 10, 1_000, 100, 0.001, 0.006, 1_000_000, 0);

            assertThat(fills(scene.hour(thin))).hasSize(1);
            assertThat(fills(scene.hour(thin))).hasSize(1);
            BookEvents third = scene.hour(thin);
            assertThat(fills(third)).hasSize(1);
            assertThat(orders(third)).extracting(Order::status).containsExactly(OrderStatus.CANCELLED);
        }

        @Test
        void not_at_all_while_there_is_no_bar_and_gives_up_after_three() {
            scene.hour(flat(BTC, 100), rise(BTC));
            scene.hour(flat(BTC, 100));

            assertThat(orders(scene.hour(silent(BTC, 1)))).isEmpty();
            assertThat(orders(scene.hour(silent(BTC, 2)))).isEmpty();
            Order cancelled = orders(scene.hour(silent(BTC, 3))).get(0);

            assertThat(cancelled.reason()).isEqualTo(OrderReason.EXPIRED);
            assertThat(cancelled.filled()).isZero();
            assertThat(scene.hours(2, BTC, 100).fills()).isEmpty();
        }

        @Test
        void when_the_bar_it_waited_for_comes() {
            scene.hour(flat(BTC, 100), rise(BTC));
            scene.hour(silent(BTC, 1));
            scene.hour(silent(BTC, 2));

            Fill fill = fills(scene.hour(flat(BTC, 90))).get(0);
            assertThat(fill.price()).isEqualByComparingTo("90.1");
            assertThat(fill.optimisticPrice()).isEqualByComparingTo("90");
        }

        @Test
        void with_no_more_than_the_cash_there_is() {
            BookScene scene = new BookScene(BookScene.allIn());
            scene.hour(flat(BTC, 100), rise(BTC)); // wants 100 for 10,000
            scene.hour(flat(BTC, 100));
            BookEvents events = scene.hour(flat(BTC, 120));

            AccountSnapshot account = account(events, Lane.RESEARCH);
            assertThat(account.cash()).isBetween(BigDecimal.ZERO, new BigDecimal("0.0001"));
            assertThat(orders(events)).extracting(Order::reason).containsExactly(OrderReason.FUNDS);
        }
    }

    @Nested
    @DisplayName("charges fees")
    class ChargesFees {

        @Test
        void by_the_tier_that_own_volume_has_reached() {
            List<FeeSchedule.Tier> taker = List.of(
                    new FeeSchedule.Tier(BigDecimal.ZERO, new BigDecimal("0.4")),
                    new FeeSchedule.Tier(new BigDecimal("2000"), new BigDecimal("0.1")));
            BookScene scene = new BookScene(new BookSettings(
                    BookScene.HOURLY,
                    ExecutionSettings.defaults(new FeeSchedule(taker, taker), BookScene.dollars("10000")),
                    BookScene.standard().sizing(),
                    BookScene.standard().strategies(),
                    BookScene.standard().portfolio(),
                    List.of(),
                    new TreeMap<>()));

            buy(scene);
            Fill sale = sell(scene);
            assertThat(sale.feePercent()).isEqualByComparingTo("0.1"); // after 2,002 bought
            assertThat(sale.assumptions()).containsExactly(Assumption.SPREAD, Assumption.FEES, Assumption.PAIR_RULES);

            scene.hours(30 * 24, BTC, 100);
            assertThat(buy(scene).feePercent()).isEqualByComparingTo("0.4");
        }

        private Fill buy(BookScene scene) {
            scene.hour(flat(BTC, 100), rise(BTC));
            scene.hour(flat(BTC, 100));
            return fills(scene.hour(flat(BTC, 100))).get(0);
        }

        private Fill sell(BookScene scene) {
            scene.hour(flat(BTC, 100), fall(BTC));
            scene.hour(flat(BTC, 100));
            return fills(scene.hour(flat(BTC, 100))).get(0);
        }
    }

    @Nested
    @DisplayName("follows its forecasts")
    class FollowsItsForecasts {

        @Test
        void in_the_lane_whose_gates_pass_only() {
            BookEvents events = scene.hour(flat(BTC, 100), unprovenRise(BTC));

            assertThat(events.orders()).extracting(Order::lane).containsExactly(Lane.RESEARCH);
        }

        @Test
        void in_both_lanes_with_separate_accounts() {
            BookEvents events = scene.hour(flat(BTC, 100), rise(BTC));

            assertThat(events.orders()).extracting(Order::lane).containsExactly(Lane.GATED, Lane.RESEARCH);
            assertThat(events.accounts()).extracting(AccountSnapshot::lane).containsExactly(Lane.GATED, Lane.RESEARCH);
        }

        @Test
        void out_again_when_a_fall_is_expected() {
            hold();
            scene.hour(flat(BTC, 110), fall(BTC));
            scene.hour(flat(BTC, 110));
            BookEvents events = scene.hour(flat(BTC, 110));

            // 20 * 110 in 1,000,000: 0.0005 + 0.006 * sqrt(0.0022) = 0.00078142; 109.914 is received as 109.9
            Fill sale = fills(events).get(0);
            assertThat(sale.price()).isEqualByComparingTo("109.9");
            // 2,198 less a fee of 8.792 less a cost of 2,002 + 8.008
            assertThat(sale.realised()).isEqualByComparingTo("179.2");
            assertThat(account(events, Lane.RESEARCH).positions()).isZero();
            assertThat(account(events, Lane.RESEARCH).cash()).isEqualByComparingTo("10179.2");
        }

        @Test
        void and_keeps_what_it_has_when_they_are_dull() {
            hold();

            assertThat(orders(scene.hour(flat(BTC, 102), dull(BTC)))).isEmpty();
            assertThat(orders(scene.hour(flat(BTC, 80)))).isEmpty();
        }

        @Test
        void until_their_horizon_is_over() {
            hold(); // bought for the 24 hours after the tick of bar 0
            for (long bar = 3; bar < 24; bar++) {
                assertThat(orders(scene.hour(flat(BTC, 100)))).isEmpty();
            }

            Order order = orders(scene.hour(flat(BTC, 100))).get(0);
            assertThat(order.side()).isEqualTo(Side.SELL);
            assertThat(order.quantity()).isEqualByComparingTo("20");
        }

        @Test
        void and_renews_the_horizon_while_they_last() {
            hold();
            for (long bar = 3; bar < 60; bar++) {
                assertThat(orders(scene.hour(flat(BTC, 100), rise(BTC)))).isEmpty();
            }
        }

        @Test
        void and_leaves_only_the_horizon_that_turned() {
            Strategy small = new Weights(0.05);
            BookScene scene = new BookScene(BookScene.settings(BookScene.execution(), RiskSettings.defaults(), small));
            Horizon week = new Horizon(168);
            Order both = orders(scene.hour(flat(BTC, 100), rise(BTC), rise(BTC, week)))
                    .get(0);
            assertThat(both.quantity()).isEqualByComparingTo("10");
            scene.hour(flat(BTC, 100));
            scene.hour(flat(BTC, 100));

            Order half = orders(scene.hour(flat(BTC, 100), fall(BTC))).get(0);
            assertThat(half.side()).isEqualTo(Side.SELL);
            assertThat(half.quantity().doubleValue()).isCloseTo(5, within(1e-7));
        }

        @Test
        void but_not_for_less_than_half_a_per_cent_of_equity() {
            BookScene scene = new BookScene(
                    BookScene.settings(BookScene.execution(), RiskSettings.defaults(), new Weights(0.0049)));

            assertThat(scene.hour(flat(BTC, 100), rise(BTC)).orders()).isEmpty();
        }

        @Test
        void but_refuses_what_the_venue_would_not_take() {
            BookScene scene = new BookScene(BookScene.settings(
                    ExecutionSettings.defaults(FeeSchedule.kraken(), BookScene.dollars("2")),
                    RiskSettings.defaults(),
                    0.2));

            Order order = orders(scene.hour(flat(BTC, 100), rise(BTC))).get(0);
            assertThat(order.status()).isEqualTo(OrderStatus.REFUSED);
            assertThat(order.reason()).isEqualTo(OrderReason.COSTMIN); // 0.40 where 0.50 is the least
            assertThat(scene.hours(3, BTC, 100).fills()).isEmpty();
        }

        @Test
        void but_takes_a_weight_that_is_no_number_for_nothing() {
            BookScene scene = new BookScene(
                    BookScene.settings(BookScene.execution(), RiskSettings.defaults(), new Weights(Double.NaN)));

            BookEvents events = scene.hour(flat(BTC, 100), rise(BTC));
            assertThat(events.orders()).isEmpty();
            assertThat(events.hits()).extracting(RiskHit::rule).containsOnly("not a number");
        }

        @Test
        void but_buys_nothing_whose_costs_are_unknown() {
            PairQuote unknown = new PairQuote(
                    BTC, true, 100, 100, 100, 100, 10, 1_000, Double.NaN, 0.001, Double.NaN, 1_000_000, 0);

            assertThat(scene.hour(unknown, rise(BTC)).orders()).isEmpty();
        }
    }

    @Nested
    @DisplayName("leaves a pair")
    class LeavesAPair {

        @Test
        void also_what_was_only_ordered() {
            scene.hour(flat(BTC, 100), rise(BTC));
            Order sale = orders(scene.hour(flat(BTC, 100), fall(BTC))).get(0);
            assertThat(sale.quantity()).isEqualByComparingTo("20"); // the venue has bought it by now, as far as we know

            assertThat(fills(scene.hour(flat(BTC, 100)))).extracting(Fill::side).containsExactly(Side.BUY);
            assertThat(fills(scene.hour(flat(BTC, 100)))).extracting(Fill::side).containsExactly(Side.SELL);
        }

        @Test
        void and_takes_back_the_rest_of_a_buy_for_bars_that_start_later() {
            scene.hour(flat(BTC, 100), rise(BTC));
            scene.hour(flat(BTC, 100));
            scene.hour(thin(BTC, 100, 10_000), fall(BTC)); // 5 of 20; the next bar starts before the venue hears of it
            BookEvents events = scene.hour(thin(BTC, 100, 10_000));

            assertThat(fills(events)).extracting(Fill::side).containsExactly(Side.BUY);
            assertThat(orders(events)).extracting(Order::reason).containsExactly(OrderReason.WITHDRAWN);
            assertThat(fills(scene.hour(flat(BTC, 100)))).extracting(Fill::side).containsExactly(Side.SELL);
        }

        @Test
        void and_sells_no_more_than_it_has_got() {
            scene.hour(flat(BTC, 100), rise(BTC));
            scene.hour(flat(BTC, 100), fall(BTC));
            scene.hour(thin(BTC, 100, 10_000)); // 5 of 20 bought, the rest withdrawn
            BookEvents events = scene.hour(flat(BTC, 100));

            assertThat(fills(events)).extracting(Fill::side).containsExactly(Side.SELL);
            assertThat(orders(events)).extracting(Order::reason).containsExactly(OrderReason.NOT_HELD);
            assertThat(account(events, Lane.RESEARCH).positions()).isZero();
        }

        @Test
        void at_the_worst_price_of_the_bar_while_volatility_is_unknown() {
            hold();
            scene.hour(flat(BTC, 100), fall(BTC));
            scene.hour(flat(BTC, 100));
            PairQuote wild = new PairQuote(
                    BTC, true, 100, 104, 95, 100, 10_000, Double.NaN, Double.NaN, 0.001, Double.NaN, Double.NaN, 0);

            Fill sale = fills(scene.hour(wild)).get(0);
            assertThat(sale.price()).isEqualByComparingTo("95");
            assertThat(sale.slippage()).isNaN();
            assertThat(sale.assumptions()).containsExactly(Assumption.VOLATILITY, Assumption.QUOTE_VOLUME);
        }

        @Test
        void but_leaves_lying_what_is_too_little_to_be_sold() {
            scene.hour(flat(BTC, 100), rise(BTC));
            scene.hour(flat(BTC, 100));
            scene.hour(thin(BTC, 100, 2)); // 0.1 is spent on it, 0.5 is the least that can be sold
            scene.hour(silent(BTC, 1));
            scene.hour(silent(BTC, 2));

            BookEvents events = scene.hour(flat(BTC, 100), fall(BTC));
            assertThat(orders(events)).isEmpty();
            assertThat(account(events, Lane.RESEARCH).positions()).isEqualTo(1);
        }

        @Test
        void or_waits_where_the_bar_is_so_thin_that_nothing_would_be_left_of_the_price() {
            hold();
            scene.hour(flat(BTC, 100), fall(BTC));
            scene.hour(flat(BTC, 100));

            assertThat(fills(scene.hour(thin(BTC, 100, 0.01)))).isEmpty();
            assertThat(fills(scene.hour(flat(BTC, 100)))).hasSize(1);
        }
    }

    @Nested
    @DisplayName("keeps within its limits")
    class KeepsWithinItsLimits {

        @Test
        void and_adds_horizons_up_before_it_cuts_a_pair() {
            Order order = orders(scene.hour(flat(BTC, 100), rise(BTC), rise(BTC, new Horizon(168))))
                    .get(0);

            assertThat(order.quantity()).isEqualByComparingTo("20"); // two sleeves want a fifth each
        }

        @Test
        void and_scales_all_new_orders_down_to_what_equity_allows() {
            BookScene scene = new BookScene(BookScene.allIn());
            BookEvents events = scene.hour(List.of(flat(BTC, 100), flat(ETH, 50)), List.of(rise(BTC), rise(ETH)));

            assertThat(orders(events))
                    .extracting(order -> order.quantity().doubleValue())
                    .containsExactly(50.0, 100.0);
            assertThat(events.hits()).extracting(RiskHit::action).containsOnly(RiskAction.SCALE);
        }

        @Test
        void and_makes_no_order_in_a_pair_whose_bars_have_stopped() {
            scene.hour(flat(BTC, 100));
            scene.hour(silent(BTC, 1));
            BookEvents events = scene.hour(silent(BTC, 2), rise(BTC));

            assertThat(events.orders()).isEmpty();
            assertThat(events.hits()).extracting(RiskHit::action).containsOnly(RiskAction.FREEZE);
        }

        @Test
        void and_leaves_a_position_once_a_gap_is_over() {
            hold();
            scene.hour(silent(BTC, 1));
            assertThat(scene.hour(silent(BTC, 2), fall(BTC)).orders()).isEmpty();

            BookEvents recovered = scene.hour(flat(BTC, 100), rise(BTC));
            assertThat(orders(recovered)).extracting(Order::side).containsExactly(Side.SELL);
            assertThat(recovered.hits()).extracting(RiskHit::action).containsOnly(RiskAction.EXIT);
        }

        @Test
        void and_treats_a_pair_that_is_no_longer_quoted_as_a_gap() {
            hold();
            scene.hour(List.of(), List.of());
            BookEvents events = scene.hour(List.of(), List.of(fall(BTC)));

            assertThat(events.orders()).isEmpty();
            assertThat(events.hits()).extracting(RiskHit::action).containsOnly(RiskAction.FREEZE);
        }

        @Test
        void and_flags_what_is_valued_at_an_old_close() {
            hold();
            BookEvents events = null;
            for (int hour = 1; hour <= 24; hour++) {
                events = scene.hour(silent(BTC, hour));
            }
            assertThat(account(events, Lane.RESEARCH).staleMarks()).isEqualTo(1);
            assertThat(account(events, Lane.RESEARCH).grossExposure()).isEqualByComparingTo("2000");
        }

        @Test
        void and_adds_no_risk_on_a_day_that_lost_three_per_cent() {
            holdEverything(); // 9,952 or so in bitcoin
            BookEvents lost = scene().hour(flat(BTC, 96), rise(BTC));
            assertThat(lost.hits()).extracting(RiskHit::rule).contains("daily loss");

            for (long bar = scene().bar(); bar < 23; bar++) {
                BookEvents events = scene().hour(List.of(flat(BTC, 96), flat(ETH, 10)), List.of(rise(ETH)));
                assertThat(events.orders()).isEmpty();
            }
        }
    }

    @Nested
    @DisplayName("pulls the kill switch")
    class PullsTheKillSwitch {

        @Test
        void when_fifteen_per_cent_are_lost_and_closes_everything() {
            holdEverything();
            BookEvents tripped = scene().hour(flat(BTC, 80), rise(BTC));

            assertThat(tripped.hits())
                    .filteredOn(hit -> hit.action() == RiskAction.CLOSE_ALL)
                    .hasSize(2); // one in each lane
            assertThat(orders(tripped)).extracting(Order::side).containsExactly(Side.SELL);
            scene().hour(flat(BTC, 80), rise(BTC));
            AccountSnapshot closed = account(scene().hour(flat(BTC, 80), rise(BTC)), Lane.RESEARCH);
            assertThat(closed.positions()).isZero();
            assertThat(closed.stopped()).isTrue();
            assertThat(closed.drawdown()).isGreaterThan(0.15);
        }

        @Test
        void and_buys_nothing_until_a_person_re_arms_it() {
            trip();
            for (int hour = 0; hour < 72; hour++) {
                assertThat(scene().hour(flat(BTC, 200), rise(BTC)).orders()).isEmpty();
            }

            scene().restart();
            BookEvents events = scene().rearmed(Lane.RESEARCH, "A. Person", "the feed was wrong")
                    .hour(flat(BTC, 200), rise(BTC));

            assertThat(events.remarks())
                    .containsExactly(new Remark(
                            BookScene.HOURLY.tick(scene().bar() - 1),
                            Lane.RESEARCH,
                            "USD",
                            Remark.Event.REARMED,
                            "kill switch",
                            "by A. Person: the feed was wrong"));
            assertThat(events.orders()).extracting(Order::lane).containsExactly(Lane.RESEARCH);
            assertThat(account(events, Lane.RESEARCH).drawdown()).isZero();
            assertThat(account(events, Lane.RESEARCH).stopped()).isFalse();
            assertThat(account(events, Lane.GATED).stopped()).isTrue();
        }

        @Test
        void and_counts_the_loss_anew_from_the_equity_it_was_re_armed_at() {
            trip();
            scene().hours(24, BTC, 80); // no risk is added on the day of the loss
            scene().rearmed(Lane.RESEARCH, "A. Person", "to go on").hour(flat(BTC, 80), rise(BTC));
            scene().hours(2, BTC, 80);

            // a tenth below what was bought at about 80, far more below the deposit
            BookEvents lost = scene().hour(flat(BTC, 72));
            assertThat(account(lost, Lane.RESEARCH).drawdown()).isBetween(0.10, 0.11);
            assertThat(account(lost, Lane.RESEARCH).stopped()).isFalse();
            assertThat(account(scene().hour(flat(BTC, 66)), Lane.RESEARCH).stopped())
                    .isTrue();
        }

        @Test
        void and_holds_it_through_restarts_without_a_person() {
            trip();
            for (int hour = 0; hour < 3; hour++) {
                scene().restart();
                BookEvents events = scene().hour(flat(BTC, 200), rise(BTC));
                assertThat(account(events, Lane.RESEARCH).stopped()).isTrue();
                assertThat(events.orders()).isEmpty();
            }
        }

        @Test
        void and_says_so_where_there_is_nothing_to_re_arm() {
            BookEvents events =
                    scene.rearmed(Lane.GATED, "A. Person", "to be sure").hour(flat(BTC, 100));

            assertThat(events.remarks())
                    .extracting(Remark::detail)
                    .containsExactly("by A. Person: to be sure; nothing to do, the switch had not tripped");
            assertThat(events.refused()).isEmpty();
        }

        @Test
        void and_hears_a_re_arming_before_the_loss_of_the_tick_it_is_heard_at() {
            holdEverything();
            BookEvents events =
                    scene().rearmed(Lane.RESEARCH, "A. Person", "too early").hour(flat(BTC, 80));

            assertThat(account(events, Lane.RESEARCH).stopped()).isTrue();
        }

        @Test
        void and_hears_a_re_arming_that_came_twice_once() {
            trip();
            Notice once = new Notice(
                    EventKind.REARM, "operators", "", 1, 1, 1, List.of("RESEARCH", "USD", "A. Person", "to go on"));
            BookTick tick = new BookTick(
                    BookScene.HOURLY.tick(scene().bar()), scene().bar(), List.of(), List.of(), List.of(once, once));

            assertThat(scene().book().onTick(tick).remarks()).hasSize(1);
        }

        @Test
        void and_asks_which_account_is_re_armed_by_whom_and_why() {
            BookEvents events = scene.said(EventKind.REARM, "operators", "GATED", "USD", "A. Person", " ")
                    .said(EventKind.REARM, "operators", "GATED", "EUR", "A. Person", "why not")
                    .said(EventKind.REARM, "operators", "PAPER", "USD", "A. Person", "why not")
                    .hour(flat(BTC, 100));

            assertThat(events.remarks()).isEmpty();
            assertThat(events.refused())
                    .extracting(RefusedNotice::objection)
                    .containsExactly(
                            new Objection(
                                    Objection.Reason.MALFORMED,
                                    "re-arming GATED USD: name 'A. Person', reason ' '; both must be given"),
                            new Objection(
                                    Objection.Reason.NO_ACCOUNT,
                                    "no account GATED in EUR; conf/execution.yaml: capital has none"),
                            new Objection(
                                    Objection.Reason.MALFORMED,
                                    "re-arming: lane is 'PAPER', expected one of [GATED, RESEARCH]"));
        }

        private void trip() {
            holdEverything();
            scene().hour(flat(BTC, 80));
            scene().hours(2, BTC, 80);
        }
    }

    @Test
    void never_adds_dollars_and_tethers_up() {
        TreeMap<String, BigDecimal> capital =
                new TreeMap<>(Map.of("USD", new BigDecimal("10000"), "USDT", new BigDecimal("500")));
        BookScene scene = new BookScene(BookScene.settings(
                ExecutionSettings.defaults(FeeSchedule.kraken(), capital), RiskSettings.defaults(), 0.2));
        scene.hour(List.of(flat(BTC, 100), flat("BTC/USDT", 101)), List.of(rise(BTC), rise("BTC/USDT")));
        scene.hour(List.of(flat(BTC, 100), flat("BTC/USDT", 101)), List.of());
        BookEvents events = scene.hour(List.of(flat(BTC, 100), flat("BTC/USDT", 101)), List.of());

        assertThat(account(events, Lane.GATED, "USD").grossExposure()).isEqualByComparingTo("2000");
        assertThat(account(events, Lane.GATED, "USDT").grossExposure().doubleValue())
                .isCloseTo(100, within(1e-5));
        assertThat(account(events, Lane.GATED, "USDT").peakEquity()).isEqualByComparingTo("500");
    }

    @Test
    void passes_over_currencies_it_has_no_capital_in() {
        BookEvents events = scene.hour(List.of(flat("BTC/EUR", 100)), List.of(rise("BTC/EUR")));

        assertThat(events.orders()).isEmpty();
        assertThat(events.hits()).isEmpty();
    }

    @Test
    void refuses_ticks_out_of_order_and_rows_said_twice() {
        scene.hour(flat(BTC, 100));
        BookTick again = new BookTick(BookScene.HOURLY.tick(0), 0, List.of(), List.of());
        BookTick off = new BookTick(BookScene.HOURLY.tick(1) + 1, 1, List.of(), List.of());

        assertThatThrownBy(() -> scene.book().onTick(again)).hasMessageContaining("ticks must come in order");
        assertThatThrownBy(() -> scene.book().onTick(off)).hasMessageContaining("with bar 1, whose tick is 7205000");
        assertThatThrownBy(() -> scene.hour(List.of(flat(BTC, 1), flat(BTC, 1)), List.of()))
                .hasMessageContaining("BTC/USD twice");
        assertThatThrownBy(() -> scene.hour(flat(BTC, 1), rise(BTC), fall(BTC, DAY)))
                .hasMessageContaining("BTC/USD 24h twice");
    }

    @Test
    void names_execution_settings_that_are_out_of_range() {
        assertThatThrownBy(() -> new ExecutionSettings(
                        -1,
                        0.001,
                        1,
                        5,
                        0,
                        0,
                        CostMethod.FIFO,
                        FeeSchedule.kraken(),
                        BookScene.dollars("0"),
                        Broker.PAPER))
                .hasMessage("""
                        conf/execution.yaml: latencyMillis is -1, expected milliseconds of at least 0; write 1000
                        conf/execution.yaml: participation is 5.0, expected a share in (0, 1]; write 0.05
                        conf/execution.yaml: maxBars is 0, expected a number of at least 1; write 3
                        conf/execution.yaml: minimumTrade is 0.0, expected a fraction in (0, 1); write 0.005
                        conf/execution.yaml: capital.USD is 0, expected an amount above 0; write 10000""");
    }

    /** Twenty bitcoin bought at 100.1 by the tick of bar 2. */
    private void hold() {
        scene.hour(flat(BTC, 100), rise(BTC));
        scene.hour(flat(BTC, 100));
        scene.hour(flat(BTC, 100));
    }

    private BookScene everything;

    private BookScene scene() {
        return everything;
    }

    /** All there is, in bitcoin bought at about 100. */
    private void holdEverything() {
        everything = new BookScene(BookScene.allIn());
        everything.hour(flat(BTC, 100), rise(BTC));
        everything.hours(2, BTC, 100);
    }

    /** Long in every horizon whose gates pass, with a weight of its own. */
    private record Weights(double weight) implements Strategy {
        @Override
        public String name() {
            return "fixed";
        }

        @Override
        public Stance stance(Outlook outlook) {
            if (outlook.probabilityUp() > 0.5 && outlook.gatesPass()) {
                return Stance.longOf(weight);
            }
            return outlook.probabilityUp() <= 0.5 ? Stance.EXIT : Stance.HOLD;
        }
    }
}
