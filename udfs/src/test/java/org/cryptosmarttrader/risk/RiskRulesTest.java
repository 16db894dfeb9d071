package org.cryptosmarttrader.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Risk rules")
class RiskRulesTest {

    private static final double FRESH = 5_000;
    private static final double TWO_HOURS = 2 * TickGrid.HOUR;

    private final TreeSet<String> latches = new TreeSet<>();
    private boolean isFirstOfDay;

    @Nested
    @DisplayName("data gap")
    class DataGap {

        private final RiskRule rule = new DataGapStop(2);

        @Test
        void leaves_a_pair_alone_whose_newest_bar_is_two_hours_old() {
            assertThat(after(rule, calm(), aged("A", 0, 0.1, TWO_HOURS)).change())
                    .isEqualTo(0.1);
        }

        @Test
        void allows_no_order_in_an_older_one_not_even_a_sale() {
            assertThat(after(rule, calm(), aged("A", 0, 0.1, TWO_HOURS + 1)).change())
                    .isZero();
            assertThat(after(rule, calm(), aged("A", 0.1, 0, TWO_HOURS + 1)).change())
                    .isZero();
            assertThat(after(rule, calm(), aged("A", 0, 0.1, Double.NaN)).change())
                    .isZero();
        }

        @Test
        void leaves_a_position_caught_in_the_gap_once_bars_come_again() {
            after(rule, calm(), aged("A", 0.1, 0.1, 3 * TWO_HOURS));

            assertThat(after(rule, calm(), aged("A", 0.1, 0.1, FRESH)).change()).isEqualTo(-0.1);
            assertThat(after(rule, calm(), aged("A", 0, 0.1, FRESH)).change()).isEqualTo(0.1);
        }

        @Test
        void has_nothing_to_leave_where_nothing_was_held() {
            after(rule, calm(), aged("A", 0, 0.1, 3 * TWO_HOURS));

            assertThat(after(rule, calm(), aged("A", 0, 0.1, FRESH)).change()).isEqualTo(0.1);
        }
    }

    @Nested
    @DisplayName("kill switch")
    class Kill {

        private final RiskRule rule = new KillSwitch(0.15);

        @ParameterizedTest(name = "equity {0} after a peak of 100: wants {1}")
        @CsvSource({"100, 0.2", "85.01, 0.2", "85, 0", "50, 0", "NaN, 0"})
        void closes_everything_at_fifteen_per_cent_below_the_peak(double equity, double target) {
            assertThat(after(rule, facts(equity, 100, equity, 0), fresh("A", 0.1, 0.2))
                            .target())
                    .isEqualTo(target);
        }

        @Test
        void stays_off_after_a_recovery_until_the_latch_is_released() {
            after(rule, facts(80, 100, 80, 0));
            assertThat(after(rule, calm(), fresh("A", 0, 0.2)).target()).isZero();

            latches.remove(KillSwitch.LATCH);
            assertThat(after(rule, calm(), fresh("A", 0, 0.2)).target()).isEqualTo(0.2);
        }

        @Test
        void is_an_audit_row_once() {
            assertThat(exposure(facts(80, 100, 80, 0), rule).hits())
                    .containsExactly(new RiskHit(
                            0, Lane.RESEARCH, "USD", "kill switch", null, RiskAction.CLOSE_ALL, 1 - 0.8, 0.15));
            assertThat(exposure(facts(80, 100, 80, 0), rule).hits()).isEmpty();
        }
    }

    @Nested
    @DisplayName("daily loss")
    class Daily {

        private final RiskRule rule = new DailyLoss(0.03);

        @Test
        void adds_no_risk_for_the_rest_of_the_day() {
            AccountFacts down = facts(96, 100, 100, 0);

            assertThat(after(rule, down, fresh("A", 0.1, 0.2)).change()).isZero();
            assertThat(after(rule, calm(), fresh("A", 0.1, 0.2)).change()).isZero();
            assertThat(after(rule, calm(), fresh("A", 0.1, 0.05)).change()).isEqualTo(-0.05);
        }

        @Test
        void begins_anew_with_the_day() {
            after(rule, facts(96, 100, 100, 0));
            isFirstOfDay = true;

            assertThat(after(rule, facts(96, 100, 96, 0), fresh("A", 0.1, 0.2)).change())
                    .isEqualTo(0.1);
        }
    }

    @Test
    void a_pair_is_cut_to_its_limit() {
        RiskRule rule = new PairLimit(0.2);

        assertThat(after(rule, calm(), fresh("A", 0, 0.8)).target()).isEqualTo(0.2);
        assertThat(after(rule, calm(), fresh("A", 0.25, 0.25)).change()).isEqualTo(0.2 - 0.25);
        assertThat(after(rule, calm(), fresh("A", 0, 0.2)).target()).isEqualTo(0.2);
    }

    @Test
    void all_new_orders_are_scaled_down_alike_to_fit_under_the_gross_limit() {
        Exposure exposure =
                exposure(calm(), new GrossLimit(1), fresh("A", 0.5, 0.5), fresh("B", 0, 0.4), fresh("C", 0.1, 0.7));

        // 0.6 is committed, 1.0 is wanted on top, 0.4 is left for it
        assertThat(exposure.holdings().stream().map(Holding::change))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-15 ? 0 : 1)
                .containsExactly(0.0, 0.16, 0.24);
    }

    @ParameterizedTest(name = "{0} elsewhere, lane {1} times as large: {2}")
    @CsvSource({
        // a quarter of the lane is the account's own equity times 0.25, 0.5 and 0.75
        "0, 1, 0.1",
        "0.2, 1, 0.05",
        "0.2, 2, 0.1",
        "0.6, 3, 0.15",
        "0.9, 3, 0",
        "NaN, 1, 0",
    })
    void an_asset_is_cut_to_its_share_of_all_accounts(double elsewhere, double lane, double target) {
        PairFacts facts = new PairFacts(FRESH, 0.001, 0.001, 1_000, elsewhere, lane, 0);
        Holding wanted = new Holding("A", 0, 0, Math.max(target, 0.1), facts);

        assertThat(after(new AssetLimit(0.25), calm(), wanted).target()).isCloseTo(target, within(1e-15));
    }

    @Test
    void pairs_that_move_together_share_one_limit_and_others_do_not() {
        PairFacts other = new PairFacts(FRESH, 0.001, 0.001, 1_000, 0, 1, 7);
        Exposure exposure = exposure(
                calm(),
                new GroupLimit(0.5),
                fresh("A", 0.3, 0.3),
                fresh("B", 0, 0.4),
                new Holding("C", 0, 0, 0.4, other));

        // of the group of A and B 0.3 is held and 0.2 is left
        assertThat(exposure.holdings().stream().map(Holding::change)).containsExactly(0.0, 0.2, 0.4);
    }

    @ParameterizedTest(name = "an hour trades {0} of equity: buys {1}")
    @CsvSource({"1, 0.1", "0.5, 0.075", "0, 0", "NaN, 0"})
    void no_more_is_bought_than_a_share_of_the_volume(double hourly, double change) {
        PairFacts facts = new PairFacts(FRESH, 0.001, 0.001, hourly, 0, 1, 0);

        assertThat(after(new VolumeLimit(0.15), calm(), wantedWith(facts)).change())
                .isCloseTo(change, within(1e-15));
    }

    @ParameterizedTest(name = "spread {0}: buys {1}")
    @CsvSource({"0.01, 0.1", "0.0101, 0", "NaN, 0"})
    void nothing_is_bought_across_a_wide_spread(double spread, double change) {
        PairFacts facts = new PairFacts(FRESH, 0.001, spread, 1_000, 0, 1, 0);

        assertThat(after(new SpreadLimit(0.01), calm(), wantedWith(facts)).change())
                .isEqualTo(change);
    }

    @Test
    void the_largest_buys_are_served_first_within_a_minute() {
        Exposure exposure = exposure(
                calm(),
                new OrderRateLimit(2),
                fresh("A", 0, 0.1),
                fresh("B", 0.1, 0),
                fresh("C", 0, 0.2),
                fresh("D", 0.2, 0));

        // two sales are sent whatever the limit; nothing is left for buys
        assertThat(exposure.holdings().stream().map(Holding::change)).containsExactly(0.0, -0.1, 0.0, -0.2);
        assertThat(exposure(calm(), new OrderRateLimit(1), fresh("A", 0, 0.1), fresh("C", 0, 0.2))
                        .holdings())
                .extracting(Holding::change)
                .containsExactly(0.0, 0.2);
    }

    @Test
    void what_is_being_sold_makes_no_room_before_it_is_sold() {
        Holding selling = new Holding("A", 1, 0, 0, liquid(FRESH, 0.001));

        assertThat(exposure(calm(), new GrossLimit(1), selling, fresh("B", 0, 0.2))
                        .holdings())
                .allMatch(holding -> holding.increase() == 0);
    }

    @Test
    void no_more_than_the_allowed_number_of_orders_is_open() {
        Exposure exposure = exposure(
                facts(100, 100, 100, 18),
                new OpenOrderLimit(20),
                fresh("A", 0, 0.1),
                fresh("B", 0.1, 0),
                fresh("C", 0, 0.1));

        // 18 open, the sale of B makes 19, A is the twentieth
        assertThat(exposure.holdings().stream().map(Holding::change)).containsExactly(0.1, -0.1, 0.0);
        assertThat(exposure.hits()).extracting(RiskHit::pair).containsExactly("C");
    }

    @ParameterizedTest(name = "slippage {0}: buys {1}")
    @CsvSource({"0.05, 0.1", "0.0501, 0", "NaN, 0"})
    void an_order_far_from_the_last_close_is_refused(double slippage, double change) {
        Holding wanted = new Holding("A", 0, 0, 0.1, liquid(FRESH, slippage));

        assertThat(exposure(calm(), new OrderPriceLimit(0.05), wanted).holdings())
                .allMatch(holding -> holding.change() == change);
    }

    @Test
    void a_wish_that_is_no_number_is_refused_before_any_rule() {
        Exposure exposure = exposure(calm(), new PairLimit(0.2), fresh("A", 0.1, Double.NaN));

        assertThat(exposure.holdings()).allMatch(holding -> holding.change() == 0);
        assertThat(exposure.hits()).extracting(RiskHit::rule).containsExactly("not a number");
    }

    @Test
    void a_position_that_has_no_value_is_frozen_and_blocks_new_ones() {
        Exposure exposure = exposure(calm(), new GrossLimit(1), fresh("A", Double.NaN, Double.NaN), fresh("B", 0, 0.1));

        assertThat(exposure.holdings()).allMatch(holding -> holding.change() == 0);
    }

    @Test
    void none_ever_raises_what_is_wanted() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            double equity = 70 + 30 * random.nextDouble();
            AccountFacts facts = facts(equity, 100, equity + 4 * random.nextDouble(), random.nextInt(25));
            isFirstOfDay = random.nextInt(5) == 0;
            latches.clear();
            for (RiskRule rule : RiskRules.standard(RiskSettings.defaults())) {
                Holding[] holdings = random(random);
                TreeMap<String, Double> before = new TreeMap<>();
                List.of(holdings).forEach(holding -> before.put(holding.pair(), holding.increase()));

                assertThat(exposure(facts, rule, holdings).holdings())
                        .as("round %d, %s", round, rule.name())
                        .allMatch(holding -> holding.increase() <= before.get(holding.pair()));
            }
        }
    }

    private static Holding[] random(Random random) {
        Holding[] holdings = new Holding[6];
        for (int i = 0; i < holdings.length; i++) {
            double expected = random.nextInt(3) == 0 ? 0 : 0.3 * random.nextDouble();
            double wanted = random.nextInt(3) == 0 ? 0 : 0.3 * random.nextDouble();
            double age = random.nextInt(4) * 0.9 * TickGrid.HOUR;
            double slippage = random.nextInt(9) == 0 ? Double.NaN : 0.07 * random.nextDouble();
            PairFacts facts = new PairFacts(
                    age,
                    slippage,
                    random.nextInt(9) == 0 ? Double.NaN : 0.02 * random.nextDouble(),
                    random.nextInt(9) == 0 ? Double.NaN : random.nextDouble(),
                    0.3 * random.nextDouble(),
                    1 + random.nextDouble(),
                    random.nextInt(3) - 1);
            holdings[i] = new Holding("P" + i, expected + 0.1 * random.nextDouble(), expected, wanted, facts);
        }
        return holdings;
    }

    @Test
    void are_applied_in_their_order() {
        assertThat(RiskRules.standard(RiskSettings.defaults()))
                .extracting(RiskRule::name)
                .containsExactly(
                        "data gap",
                        "kill switch",
                        "daily loss",
                        "pair limit",
                        "asset limit",
                        "group limit",
                        "gross limit",
                        "share of volume",
                        "spread",
                        "open orders",
                        "orders per minute",
                        "order price");
    }

    @Test
    void every_setting_out_of_range_is_named_at_once() {
        assertThatThrownBy(() -> new RiskSettings(2, 15, 0.03, 0.2, 0.25, 0.5, 1.5, OrderLimits.defaults()))
                .hasMessage("""
                        conf/risk.yaml: drawdown.max is 15.0, expected a fraction in (0, 1); write 0.15
                        conf/risk.yaml: gross.max is 1.5, expected a fraction of equity in (0, 1]; write 1.0""");
        assertThatThrownBy(() -> new OrderLimits(0, 30, 0.05, 0.15, 1)).hasMessage("""
                        conf/risk.yaml: orders.maxOpen is 0, expected a number of at least 1; write 20
                        conf/risk.yaml: orders.maxSpread is 1.0, expected a fraction in (0, 1); write 0.01""");
    }

    private static Holding fresh(String pair, double held, double wanted) {
        return aged(pair, held, wanted, FRESH);
    }

    private static Holding aged(String pair, double held, double wanted, double ageMillis) {
        return new Holding(pair, held, held, wanted, liquid(ageMillis, 0.001));
    }

    /** Much is traded, the spread is narrow, and no other account holds the asset. */
    private static PairFacts liquid(double ageMillis, double slippage) {
        return new PairFacts(ageMillis, slippage, 0.001, 1_000, 0, 1, 0);
    }

    /** Of a pair wanted with a tenth of equity. */
    private static Holding wantedWith(PairFacts facts) {
        return new Holding("A", 0, 0, 0.1, facts);
    }

    private AccountFacts calm() {
        return facts(100, 100, 100, 0);
    }

    private AccountFacts facts(double equity, double peak, double dayStart, int openOrders) {
        return new AccountFacts(0, Lane.RESEARCH, "USD", equity, peak, dayStart, isFirstOfDay, openOrders);
    }

    private Exposure exposure(AccountFacts facts, RiskRule rule, Holding... holdings) {
        Exposure exposure = new Exposure(facts, latches);
        List.of(holdings).forEach(exposure::add);
        exposure.limit(List.of(rule));
        return exposure;
    }

    private Holding after(RiskRule rule, AccountFacts facts, Holding... holdings) {
        Exposure exposure = exposure(facts, rule, holdings);
        return exposure.holdings().stream().findFirst().orElse(null);
    }
}
