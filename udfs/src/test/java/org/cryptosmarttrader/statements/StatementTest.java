package org.cryptosmarttrader.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Statements on pairs")
class StatementTest {

    private static final double UNKNOWN = Double.NaN;

    private static RealisedReturn met(String pair, double value, double scaled) {
        return new RealisedReturn(pair, value, scaled);
    }

    private static List<Double> values(Statement statement, RealisedReturn... outcomes) {
        return statement.answers(List.of(outcomes)).stream().map(Answer::value).toList();
    }

    @Test
    void on_a_move_come_true_beyond_so_many_standard_deviations_up_or_down() {
        assertThat(values(
                        new Beyond(1.5),
                        met("A/USD", 0.016, 1.6),
                        met("B/USD", -0.016, -1.6),
                        met("C/USD", 0.014, 1.4)))
                .containsExactly(1.0, 1.0, -1.0);
    }

    @Test
    void on_a_move_do_not_come_true_at_the_bound_itself() {
        assertThat(values(new Beyond(2), met("A/USD", 0.02, 2), met("B/USD", -0.02, -2)))
                .containsExactly(-1.0, -1.0);
    }

    @Test
    void on_a_move_are_missing_where_the_volatility_or_the_price_is() {
        assertThat(values(new Beyond(1), met("A/USD", 0.5, UNKNOWN), met("B/USD", UNKNOWN, UNKNOWN)))
                .containsExactly(UNKNOWN, UNKNOWN);
    }

    @Test
    void on_a_move_are_about_its_size() {
        assertThat(new Beyond(1)
                        .answers(List.of(met("A/USD", -0.03, -3)))
                        .get(0)
                        .scaled())
                .isEqualTo(3);
    }

    @Test
    void on_the_market_come_true_above_the_median_and_not_at_it() {
        // sorted: −1 %, 2 %, 5 %; the median is the pair in the middle itself
        assertThat(values(new Outperforms(), met("A/USD", 0.05, 1), met("B/USD", -0.01, -1), met("C/USD", 0.02, 0.5)))
                .containsExactly(1.0, -1.0, -1.0);
    }

    @Test
    void on_the_market_take_the_mean_of_the_two_in_the_middle_of_an_even_number() {
        // sorted: 1, 2, 4, 9 %; the median is 3 %
        assertThat(values(
                        new Outperforms(),
                        met("A/USD", 0.04, 1),
                        met("B/USD", 0.02, 1),
                        met("C/USD", 0.09, 1),
                        met("D/USD", 0.01, 1)))
                .containsExactly(1.0, -1.0, 1.0, -1.0);
    }

    @Test
    void on_the_market_are_denied_to_all_who_tie_with_the_median() {
        assertThat(values(new Outperforms(), met("A/USD", 0, 0), met("B/USD", 0, 0), met("C/USD", 0, 0)))
                .containsExactly(-1.0, -1.0, -1.0);
    }

    @Test
    void on_the_market_know_each_quote_currency_by_itself() {
        // USD: 1, 2, 3 %, median 2 %; USDT: −3, −2, −1 %, median −2 %
        assertThat(values(
                        new Outperforms(),
                        met("A/USD", 0.01, 1),
                        met("A/USDT", -0.01, -1),
                        met("B/USD", 0.02, 1),
                        met("B/USDT", -0.02, -1),
                        met("C/USD", 0.03, 1),
                        met("C/USDT", -0.03, -1)))
                .containsExactly(-1.0, 1.0, -1.0, -1.0, 1.0, -1.0);
    }

    @Test
    void on_the_market_are_missing_below_three_pairs_with_a_known_return() {
        assertThat(values(
                        new Outperforms(),
                        met("A/USD", 0.01, 1),
                        met("B/USD", 0.02, 1),
                        met("C/USD", UNKNOWN, UNKNOWN),
                        met("C/USDT", 0.03, 1)))
                .containsOnly(UNKNOWN);
    }

    @Test
    void on_the_market_leave_out_a_pair_without_a_price_and_answer_for_the_others() {
        // of 1, 2, 3 % the median is 2 %
        assertThat(values(
                        new Outperforms(),
                        met("A/USD", 0.01, 1),
                        met("B/USD", UNKNOWN, UNKNOWN),
                        met("C/USD", 0.02, 1),
                        met("D/USD", 0.03, 1)))
                .containsExactly(-1.0, UNKNOWN, -1.0, 1.0);
    }

    @Test
    void on_the_market_are_about_the_distance_from_the_median_in_volatilities() {
        List<Answer> answers = new Outperforms()
                .answers(List.of(met("A/USD", 0.05, 2.5), met("B/USD", -0.01, -1), met("C/USD", 0.02, 0.5)));

        // scaled, the median is 0.5
        assertThat(answers.get(0).scaled()).isCloseTo(2, within(1e-15));
        assertThat(answers.get(1).scaled()).isCloseTo(-1.5, within(1e-15));
        assertThat(answers.get(2).scaled()).isZero();
    }

    @Test
    void on_the_market_answer_without_a_size_where_the_volatility_is_unknown() {
        List<Answer> answers = new Outperforms()
                .answers(List.of(met("A/USD", 0.05, UNKNOWN), met("B/USD", -0.01, -1), met("C/USD", 0.02, 2)));

        assertThat(answers.get(0)).isEqualTo(new Answer(1, UNKNOWN));
        // of −1 and 2 the median is a half
        assertThat(answers.get(2)).isEqualTo(new Answer(-1, 1.5));
    }

    @Test
    void do_not_depend_on_the_order_of_the_pairs() {
        List<RealisedReturn> outcomes = new ArrayList<>();
        for (int pair = 0; pair < 20; pair++) {
            outcomes.add(met("P%02d/USD".formatted(pair), StrictMath.sin(pair), 3 * StrictMath.sin(7 * pair)));
        }
        List<RealisedReturn> reversed = new ArrayList<>(outcomes);
        Collections.reverse(reversed);

        for (Statement statement : List.of(new Beyond(1), new Outperforms())) {
            List<Answer> answers = new ArrayList<>(statement.answers(reversed));
            Collections.reverse(answers);
            assertThat(answers).as(statement.name()).isEqualTo(statement.answers(outcomes));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"beyond_1", "beyond_1.5", "beyond_0.25", "beyond_10", "outperforms"})
    void are_found_again_by_their_names(String name) {
        assertThat(Statement.parse(name).name()).isEqualTo(name);
        assertThat(Statement.isName(name)).as("%s is a name", name).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"beyond", "beyond_", "beyond_1.0", "beyond_01", "beyond_1.55555", "beyond_-1", "Outperforms"})
    void refuse_another_name(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statement.parse(name))
                .withMessageContaining("'%s'".formatted(name))
                .withMessageContaining("beyond_1.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"beyond_0", "beyond_11", "beyond_99"})
    void refuse_a_bound_that_all_or_none_pass(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statement.parse(name))
                .withMessageContaining("above 0 up to 10");
    }

    @Test
    void do_not_list_the_direction_that_is_always_said() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statement.parse(Statement.UP))
                .withMessageEndingWith("up is made without being listed");
        assertThat(Statement.isName("up")).as("up is a name").isTrue();
    }
}
