package org.cryptosmarttrader.serving.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Findings about an account")
class FindingRulesTest {

    private static final Set<String> PROVOKED = new TreeSet<>();

    private EvidenceScene account;

    @BeforeEach
    void open() {
        account = new EvidenceScene();
    }

    /** Of all rules exactly this one fires. */
    private void requireOnly(String rule, String says) {
        assertThat(account.rules()).containsExactly(rule);
        assertThat(account.says(rule)).isEqualTo(says);
        PROVOKED.add(rule);
    }

    /** The rule fires, among others that follow from the same. */
    private void requireAmong(String rule, String says) {
        assertThat(account.says(rule)).isEqualTo(says);
        PROVOKED.add(rule);
    }

    @AfterAll
    static void every_rule_was_provoked() {
        assertThat(FindingRules.ALL).extracting(FindingRule::name).doesNotHaveDuplicates();
        assertThat(PROVOKED)
                .containsExactlyInAnyOrderElementsOf(
                        FindingRules.ALL.stream().map(FindingRule::name).toList())
                .hasSizeGreaterThanOrEqualTo(20);
        System.out.printf("%d rules, each provoked%n", PROVOKED.size());
    }

    @Test
    void has_none_where_nothing_speaks_against_it() {
        assertThat(account.rules()).isEmpty();
    }

    @Test
    void has_none_of_an_account_that_never_traded_but_of_what_it_might_have() {
        account.sales.clear();
        account.end = 10_000;
        account.unrealised = 0;
        account.trading = new Evidence.Trading(0, 0, 0, 0, 0, 0, 0, 0);
        account.figures = new Evidence.Figures(Double.NaN, 0, 0, 0, Double.NaN, Double.NaN, 0.05);

        assertThat(account.rules()).isEmpty();
    }

    @Test
    void puts_the_gravest_first() {
        account.stopped = true;
        account.limits.put("FREEZE data gap", 3L);
        account.figures = new Evidence.Figures(1.2, -0.3, 0.4, 20, 0.97, 0.1, 0.05);

        assertThat(account.rules()).containsExactly("kill switch", "deep fall", "gaps traded around");
        assertThat(FindingRules.look(account.evidence()))
                .extracting(Finding::severity)
                .containsExactly(Severity.ALARM, Severity.WARNING, Severity.NOTE);
    }

    @Test
    void believes_no_Sharpe_ratio_nobody_ever_had() {
        account.figures = new Evidence.Figures(7.25, -0.1, 0.4, 20, 0.99, 0.1, 0.05);

        requireOnly(
                "absurd Sharpe ratio",
                "A Sharpe ratio of 7.3 per year over 365 days is more than anybody has made by forecasting.");
    }

    @Test
    void believes_no_growth_nobody_ever_had() {
        account.end = 150_000;

        requireOnly("absurd growth", "The account grew 15-fold a year.");
    }

    @Test
    void tells_a_loss_that_careless_fills_would_have_hidden() {
        account.end = 9_950;
        account.trading = new Evidence.Trading(200, 4, 2, 200, 20, 20, 10, 80);

        requireAmong(
                "lives on optimistic fills",
                "It lost 50.00; filled at the next open without slippage it would have gained 30.00.");
    }

    @Test
    void tells_a_gain_that_careless_fills_would_have_doubled() {
        account.trading = new Evidence.Trading(200, 4, 2, 200, 20, 150, 50, 600);

        requireOnly(
                "lives on optimistic fills",
                "It gained 1000.00; filled at the next open without slippage it would have gained 1600.00.");
    }

    @Test
    void tells_a_gain_that_twice_the_costs_eat() {
        otherwise("fees and slippage doubled", Otherwise.Kind.COSTS, -0.02);

        requireOnly(
                "dies at twice the costs",
                "It gained 10.00 %; with fees and slippage doubled it would have lost 2.00 %.");
    }

    @Test
    void tells_a_gain_that_is_gone_a_tick_later() {
        otherwise("every forecast heard a tick later", Otherwise.Kind.DELAY, 0);

        requireOnly(
                "dies a tick late",
                "It gained 10.00 %; with every forecast heard a tick later it would have lost 0.00 %.");
    }

    @Test
    void tells_a_setting_that_has_to_be_just_right_by_its_worst_neighbour() {
        otherwise("risk.sizing.kellyFraction=0.125", Otherwise.Kind.PARAMETER, -0.01);
        otherwise("risk.sizing.kellyFraction=0.375", Otherwise.Kind.PARAMETER, -0.04);
        otherwise("execution.minimumTrade=0.01", Otherwise.Kind.PARAMETER, 0.2);

        requireOnly(
                "parameter cliff",
                "It gained 10.00 %; with risk.sizing.kellyFraction=0.375 it would have lost 4.00 %.");
    }

    @Test
    void tells_a_gain_that_more_capital_would_not_have_had() {
        otherwise("ten times the capital", Otherwise.Kind.CAPITAL, 0.049);

        requireOnly("bears no more capital", "It gained 10.00 %; with ten times the capital 4.90 %.");
    }

    @Test
    void is_content_with_a_result_that_stands_whatever_is_otherwise() {
        for (Otherwise.Kind kind : Otherwise.Kind.values()) {
            otherwise("anything", kind, 0.06);
        }

        assertThat(account.rules()).isEmpty();
    }

    private void otherwise(String name, Otherwise.Kind kind, double totalReturn) {
        account.otherwise.add(new Otherwise(name, kind, totalReturn, 1.0, -0.1, 200));
    }

    @Test
    void tells_that_the_kill_switch_tripped() {
        account.stopped = true;

        requireOnly("kill switch", "The kill switch closed everything on the way.");
    }

    @Test
    void tells_a_loss() {
        account.end = 9_000;
        account.figures = new Evidence.Figures(-0.5, -0.12, 0.4, 20, Double.NaN, 0.1, -0.2);

        requireOnly("loss", "After costs it lost 10.0 %.");
    }

    @Test
    void tells_that_holding_made_more() {
        account.figures = new Evidence.Figures(1.2, -0.1, 0.4, 20, 0.97, 0.1, 0.5);

        requireOnly("worse than holding", "It made 10.0 %; buying its pairs and keeping them made 50.0 %.");
    }

    @Test
    void tells_that_luck_is_enough_to_explain_it() {
        account.figures = new Evidence.Figures(1.2, -0.1, 0.4, 20, 0.6, 0.1, 0.05);

        requireOnly(
                "not more than luck",
                "That its Sharpe ratio is more than the best of all trials by luck has a probability of 60 %; 95 % are asked for.");
    }

    @Test
    void tells_that_it_was_chosen_by_its_own_past() {
        account.figures = new Evidence.Figures(1.2, -0.1, 0.4, 20, 0.97, 0.4, 0.05);

        requireOnly(
                "overfitted choice",
                "What is best in one half of the time falls below the middle in the other with a probability of 40 %; at most 20 % are called promising.");
    }

    @Test
    void tells_that_luck_cannot_be_told() {
        account.figures = new Evidence.Figures(1.2, -0.1, 0.4, 20, Double.NaN, Double.NaN, 0.05);

        requireOnly(
                "luck not told",
                "How much of its gain is luck cannot be told: there are no other trials to measure it by.");
    }

    @Test
    void tells_that_it_sold_too_rarely() {
        account.sales = account.sales.subList(0, 29);

        requireOnly("few sales", "It sold 29 times; 30 are the least a mean is read from.");
    }

    @Test
    void tells_that_the_span_is_short() {
        account.days = 60;

        requireOnly("short span", "The span is 60.0 days.");
    }

    /** 600 of even sales, half with each pair, and 3,000 more with one of them, a bit each month. */
    @Test
    void tells_that_one_pair_made_it() {
        for (int number = 0; number < 60; number++) {
            account.sell("BTC/USD", "2021-%02d-28".formatted(1 + number % 12), 50);
        }

        requireOnly(
                "one pair", "Of a profit of 3600.00, the pair BTC/USD made 3300.00; all others together made 300.00.");
    }

    @Test
    void tells_that_one_month_made_it() {
        for (int number = 0; number < 60; number++) {
            account.sell(number % 2 == 0 ? "BTC/USD" : "ETH/USD", "2021-07-%02d".formatted(1 + number % 30), 50);
        }

        requireOnly(
                "one month",
                "Of a profit of 3600.00, the month 2021-07 made 3050.00; all others together made 550.00.");
    }

    @Test
    void tells_that_one_day_made_it() {
        for (int number = 0; number < 20; number++) {
            account.sell(number % 2 == 0 ? "BTC/USD" : "ETH/USD", "2021-07-31", 50);
        }

        requireOnly(
                "one day", "Of a profit of 1600.00, the day 2021-07-31 made 1000.00; all others together made 600.00.");
    }

    @Test
    void tells_that_one_sale_made_it() {
        account.sell("ETH/USD", "2021-07-31", 700);

        requireAmong("one sale", "Of a profit of 1300.00 in 97 sales, one of ETH/USD on 2021-07-31 made 700.00.");
        assertThat(account.rules()).containsExactly("one day", "one sale");
    }

    @Test
    void tells_that_wins_are_rare() {
        account.sales.clear();
        for (int number = 0; number < 60; number++) {
            account.sell(
                    number % 2 == 0 ? "BTC/USD" : "ETH/USD",
                    "2021-%02d-%02d".formatted(1 + number % 12, 1 + number % 28),
                    number % 5 == 0 ? 50 : -5);
        }

        requireOnly("rare wins", "12 of 60 sales gained, and all of them together did.");
    }

    @Test
    void tells_a_deep_fall() {
        account.figures = new Evidence.Figures(1.2, -0.4, 0.4, 20, 0.97, 0.1, 0.05);

        requireOnly("deep fall", "It once stood 40.0 % below its peak.");
    }

    @Test
    void tells_that_costs_took_most() {
        account.trading = new Evidence.Trading(200, 4, 2, 200, 20, 900, 600, 100);

        requireOnly("costs eat it", "Before costs it gained 2500.00, of which fees took 900.00 and slippage 600.00.");
    }

    @Test
    void tells_a_high_turnover() {
        account.figures = new Evidence.Figures(1.2, -0.1, 0.4, 365, 0.97, 0.1, 0.05);

        requireOnly("high turnover", "It was turned over 365 times a year.");
    }

    @Test
    void tells_that_it_was_hardly_invested() {
        account.figures = new Evidence.Figures(1.2, -0.1, 0.01, 20, 0.97, 0.1, 0.05);

        requireOnly("hardly invested", "On average 1.0 % of it were invested.");
    }

    @Test
    void tells_that_fills_rest_on_assumptions() {
        account.trading = new Evidence.Trading(200, 4, 2, 200, 101, 150, 50, 100);

        requireOnly(
                "assumed fills",
                "Of 200 fills, 101 rest on a spread, a volume, fees or rules of the venue that were not recorded.");
    }

    @Test
    void tells_that_orders_were_not_filled() {
        account.trading = new Evidence.Trading(200, 41, 2, 200, 20, 150, 50, 100);

        requireOnly("orders cancelled", "Of 200 orders, 41 were not filled in whole.");
    }

    @Test
    void tells_that_orders_could_not_be_sent() {
        account.trading = new Evidence.Trading(200, 4, 60, 200, 20, 150, 50, 100);

        requireOnly("orders refused", "Of 260 orders decided, 60 could not be sent.");
    }

    @Test
    void tells_that_positions_were_valued_at_old_closes() {
        account.staleTicks = 88;

        requireOnly("stale prices", "At 88 of 8760 ticks a position was valued at a close older than a day.");
    }

    @Test
    void tells_that_it_stood_still_for_want_of_data() {
        account.limits.put("FREEZE data gap", 3L);
        account.limits.put("EXIT data gap", 1L);

        requireOnly("gaps traded around", "It stood still for want of data 4 times.");
    }

    @Test
    void tells_bad_days() {
        account.limits.put("NO_NEW_RISK daily loss", 3L);

        requireOnly("bad days", "It took no new risk after the loss of a day 3 times.");
    }

    @Test
    void tells_that_the_result_is_still_open() {
        account.unrealised = 900;

        requireOnly("open at the end", "Of a result of 1000.00, 900.00 are positions that were never sold.");
    }

    @Test
    void tells_that_the_forecasts_had_no_part_in_it() {
        account.horizons.put("1h", new Evidence.Judged(-0.02, 0.8, 0.85, 300));
        account.horizons.put("24h", new Evidence.Judged(0, 0.8, 0.85, 300));

        requireOnly(
                "forecasts without skill",
                "No horizon's probabilities erred less than the base rate (1h -2.0 %, 24h 0.0 %).");
    }

    @Test
    void tells_that_intervals_were_too_narrow() {
        account.horizons.put("1h", new Evidence.Judged(0.01, 0.8, 0.79, 30));
        account.horizons.put("168h", new Evidence.Judged(0.01, 0.8, 0.5, 29));

        requireOnly(
                "intervals too narrow",
                "Intervals of 1h held less than they promised, beyond what so many outcomes leave to chance.");
    }

    @Test
    void tells_that_most_pairs_were_left_aside() {
        account.pairs = List.of("BTC/USD", "ETH/USD", "SOL/USD", "ADA/USD", "XRP/USD");

        requireOnly("pairs left aside", "Of 5 pairs it sold 2.");
    }

    /** What is not known is no reason for a word, nor a failure. */
    @Test
    void says_nothing_of_what_is_not_known() {
        double none = Double.NaN;
        account.figures = new Evidence.Figures(none, none, none, none, 0.97, none, none);
        account.horizons.put("24h", new Evidence.Judged(none, 0.8, none, 300));

        assertThat(account.rules()).isEmpty();
        assertThat(new HashSet<>(FindingRules.ALL)).hasSize(FindingRules.ALL.size());
    }
}
