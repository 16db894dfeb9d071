package org.cryptosmarttrader.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cryptosmarttrader.book.BookScene.BTC;
import static org.cryptosmarttrader.book.BookScene.DAY;
import static org.cryptosmarttrader.book.BookScene.ETH;
import static org.cryptosmarttrader.book.BookScene.flat;
import static org.cryptosmarttrader.book.BookScene.orders;
import static org.cryptosmarttrader.book.BookScene.rise;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.portfolio.Portfolio;
import org.cryptosmarttrader.portfolio.PortfolioSettings;
import org.cryptosmarttrader.portfolio.RiskParity;
import org.cryptosmarttrader.risk.OrderLimits;
import org.cryptosmarttrader.risk.RiskHit;
import org.cryptosmarttrader.risk.RiskRules;
import org.cryptosmarttrader.risk.RiskSettings;
import org.cryptosmarttrader.strategy.Flat;
import org.cryptosmarttrader.strategy.FollowForecast;
import org.cryptosmarttrader.strategy.ManagedHold;
import org.cryptosmarttrader.strategy.Outlook;
import org.cryptosmarttrader.strategy.Stance;
import org.cryptosmarttrader.strategy.Strategy;
import org.cryptosmarttrader.strategy.StrategyChoice;
import org.cryptosmarttrader.strategy.StrategySettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What the trade book decides")
class DecisionsTest {

    private static final StrategySettings SIZING = StrategySettings.defaults();
    private static final String UP = "NORMAL/UP";

    /** Ten returns in common are enough. */
    private static final Portfolio PARITY =
            new Portfolio(new RiskParity(), new PortfolioSettings(100, 672, 4, 10, 50, 0.8));

    private static BookSettings settings(Portfolio portfolio, Map<String, String> table) {
        List<String> index = List.of("BTC", "ETH");
        SortedMap<String, String> byRegime = new TreeMap<>(table);
        StrategyChoice choice = new StrategyChoice(
                StrategyChoice.standard(SIZING, index, 0.4, DAY), null, byRegime, DAY, 336, 24, index);
        return BookScene.settings(BookScene.execution(), RiskSettings.defaults(), SIZING, choice, portfolio);
    }

    private static Signal in(String regime, Signal signal) {
        return new Signal(
                signal.pair(),
                signal.horizon(),
                signal.probabilityUp(),
                signal.expectedReturn(),
                signal.upper(),
                signal.volatility(),
                regime,
                signal.passesGated(),
                signal.passesResearch());
    }

    @Nested
    @DisplayName("by a strategy that asks for no gate")
    class ByAStrategyThatAsksForNoGate {

        /** A fifth of equity in everything, always. */
        private record Greedy() implements Strategy {

            @Override
            public String name() {
                return "greedy";
            }

            @Override
            public Stance stance(Outlook outlook) {
                return Stance.longOf(0.2);
            }
        }

        private final BookScene scene =
                new BookScene(BookScene.settings(BookScene.execution(), RiskSettings.defaults(), new Greedy()));

        @Test
        void is_to_buy_only_in_a_lane_whose_gates_pass() {
            BookEvents events = scene.hour(flat(BTC, 100), BookScene.unprovenRise(BTC));

            assertThat(orders(events)).hasSize(1);
            assertThat(orders(events, Lane.GATED)).isEmpty();
        }

        @Test
        void is_to_keep_what_is_held_while_they_do_not() {
            scene.hour(flat(BTC, 100), rise(BTC));
            scene.hours(2, BTC, 100);

            BookEvents events = scene.hour(flat(BTC, 95), BookScene.unprovenRise(BTC));

            assertThat(orders(events, Lane.GATED))
                    .as("no more of it at a lower price")
                    .isEmpty();
            assertThat(orders(events)).extracting(Order::side).containsExactly(Side.BUY);
        }
    }

    @Nested
    @DisplayName("by the regime")
    class ByRegime {

        private final BookScene scene = new BookScene(
                settings(BookScene.EACH_WHAT_IT_WANTS, Map.of(UP, FollowForecast.NAME, "HIGH/UP", Flat.NAME)));

        @Test
        void is_nothing_until_the_market_is_known() {
            BookEvents events = scene.hour(flat(BTC, 100), in("UNKNOWN/UP", rise(BTC)));

            assertThat(events.orders()).isEmpty();
            assertThat(events.accounts()).allSatisfy(account -> {
                assertThat(account.strategy()).isEqualTo("flat");
                assertThat(account.regime()).isEqualTo("UNKNOWN/UP");
            });
        }

        @Test
        void is_what_the_strategy_of_the_regime_wants_and_the_next_leaves_what_it_does_not() {
            assertThat(orders(scene.hour(flat(BTC, 100), in(UP, rise(BTC)))))
                    .extracting(Order::side, Order::strategy)
                    .containsExactly(tuple(Side.BUY, "forecast"));
            scene.hour(flat(BTC, 100), in(UP, rise(BTC)));
            scene.hour(flat(BTC, 100), in(UP, rise(BTC)));
            BookEvents turned = scene.hour(flat(BTC, 100), in("HIGH/UP", rise(BTC)));

            assertThat(orders(turned))
                    .extracting(Order::side, Order::strategy)
                    .containsExactly(tuple(Side.SELL, "flat"));
            assertThat(BookScene.account(turned, Lane.RESEARCH).strategy()).isEqualTo("flat");
        }

        @Test
        void changes_with_what_strategies_brought_and_is_said() {
            BookScene learning = new BookScene(settings(BookScene.EACH_WHAT_IT_WANTS, Map.of(UP, Flat.NAME)));
            double price = 100;
            Remark said = null;
            for (int hour = 0; hour < 120 && said == null; hour++) {
                BookEvents events = learning.hour(flat(BTC, price), in(UP, rise(BTC)));
                said = events.remarks().stream()
                        .filter(remark -> remark.lane() == Lane.RESEARCH)
                        .findFirst()
                        .orElse(null);
                price *= 1.01;
            }

            // three whole days of decisions: 24 to mature the first, and two blocks of 24 that may be compared
            assertThat(said).isNotNull();
            assertThat(said.event()).isEqualTo(Remark.Event.STRATEGY_CHANGED);
            assertThat(said.rule()).isEqualTo(UP);
            assertThat(said.detail()).startsWith("forecast instead of flat: ahead by ");
        }

        @Test
        void holds_the_index_where_it_is_told_to() {
            BookScene holding = new BookScene(settings(BookScene.EACH_WHAT_IT_WANTS, Map.of(UP, ManagedHold.NAME)));
            BookEvents events = null;
            for (int hour = 0; hour < 170; hour++) {
                double swing = hour % 2 == 0 ? 1 : 1.01;
                events = holding.hour(
                        List.of(flat(BTC, 100 * swing), flat(ETH, 10 * swing)),
                        List.of(in(UP, rise(BTC)), in(UP, rise(ETH))));
            }

            // one per cent an hour is 93 % a year: 0.4 / 0.93 of equity in two halves, each more than a pair's fifth
            AccountSnapshot account = BookScene.account(events, Lane.RESEARCH);
            assertThat(account.positions()).isEqualTo(2);
            assertThat(account.grossExposure().divide(account.equity(), MathContext.DECIMAL32))
                    .isBetween(new BigDecimal("0.38"), new BigDecimal("0.41"));
        }
    }

    @Nested
    @DisplayName("of a whole portfolio")
    class OfAPortfolio {

        private final BookScene scene = new BookScene(settings(PARITY, Map.of(UP, FollowForecast.NAME)));

        private BookEvents hour(double btc, double eth, boolean isForecast) {
            List<Signal> signals = isForecast ? List.of(in(UP, rise(BTC)), in(UP, rise(ETH))) : List.of();
            return scene.hour(List.of(flat(BTC, btc), flat(ETH, eth)), signals);
        }

        @Test
        void is_to_stay_as_it_is_while_shares_cannot_be_had_said_once() {
            BookEvents first = hour(100, 10, true);
            BookEvents second = hour(100, 10, true);

            assertThat(first.orders()).isEmpty();
            assertThat(first.remarks())
                    .filteredOn(remark -> remark.lane() == Lane.RESEARCH)
                    .singleElement()
                    .satisfies(remark -> {
                        assertThat(remark.event()).isEqualTo(Remark.Event.PORTFOLIO_KEPT);
                        assertThat(remark.detail())
                                .isEqualTo("risk-parity: none of 2 assets has 10 returns among the last 720 bars");
                    });
            assertThat(second.remarks()).isEmpty();
        }

        @Test
        void is_divided_by_risk_once_returns_are_there() {
            for (int hour = 0; hour < 12; hour++) {
                hour(100 + hour % 2, 10 + 0.4 * (hour / 2 % 2), false);
            }
            BookEvents events = hour(100, 10, true);

            // ETH moves four times as far half as often: its share is smaller, BTC's own limit is a fifth
            List<Order> bought = orders(events);
            assertThat(bought).extracting(Order::pair).containsExactly(BTC, ETH);
            assertThat(bought.get(0).quantity()).isEqualByComparingTo("20");
            BigDecimal inEth = bought.get(1).quantity().multiply(BigDecimal.TEN);
            assertThat(inEth).isBetween(new BigDecimal("1500"), new BigDecimal("2000"));
        }

        @Test
        void lets_go_of_what_is_no_longer_wanted_whatever_the_division() {
            for (int hour = 0; hour < 12; hour++) {
                hour(100 + hour % 2, 10 + 0.4 * (hour / 2 % 2), false);
            }
            hour(100, 10, true);
            hour(100, 10, true);
            hour(100, 10, true);
            BookEvents events = scene.hour(
                    List.of(flat(BTC, 100), flat(ETH, 10)), List.of(in(UP, BookScene.fall(BTC)), in(UP, rise(ETH))));

            assertThat(orders(events)).extracting(Order::pair, Order::side).contains(tuple(BTC, Side.SELL));
        }
    }

    @Test
    void counts_an_asset_over_all_currencies_of_a_lane() {
        TreeMap<String, BigDecimal> capital =
                new TreeMap<>(Map.of("USD", new BigDecimal("10000"), "USDT", new BigDecimal("10000")));
        BookSettings standard = BookScene.standard();
        RiskSettings risk = new RiskSettings(2, 0.15, 0.03, 0.2, 0.15, 1, 1, OrderLimits.defaults());
        BookScene scene = new BookScene(new BookSettings(
                standard.grid(),
                ExecutionSettings.defaults(FeeSchedule.kraken(), capital),
                standard.sizing(),
                standard.strategies(),
                standard.portfolio(),
                RiskRules.standard(risk),
                new TreeMap<>()));
        String tether = "BTC/USDT";
        BookEvents events = scene.hour(
                List.of(flat(BTC, 100), flat(tether, 100)), List.of(rise(BTC, DAY), rise(tether, new Horizon(24))));

        // 15 % of 20,000 are 3,000: a fifth of 10,000 in dollars, and 1,000 are left in tethers
        assertThat(orders(events))
                .extracting(order -> order.pair() + " "
                        + order.quantity().stripTrailingZeros().toPlainString())
                .containsExactly("BTC/USD 20", "BTC/USDT 10");
        assertThat(events.hits()).extracting(RiskHit::rule).containsOnly("asset limit");
    }
}
