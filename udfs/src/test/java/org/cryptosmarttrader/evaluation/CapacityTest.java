package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cryptosmarttrader.evaluation.Capacity.Filled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The capital that a way of trading bears")
class CapacityTest {

    /** 100 of a bar of 10,000 at a volatility of 2 %: an impact of 0.02 · √0.01 = 0.2 %, of 100 that is 0.2. */
    private static final Filled FILL = new Filled(100, 100, 10_000, 0.02);

    @Test
    void ends_where_impact_takes_half_of_the_profit_before_costs() {
        Capacity capacity = Capacity.of(List.of(FILL, FILL), 4, 1, 0.05);

        // impact 0.4, profit 4: at 25 times the capital profit is 100, impact 0.4 · 125 = 50
        assertThat(capacity.impact()).isCloseTo(0.4, within(1e-12));
        assertThat(capacity.halfEaten()).isCloseTo(25, within(1e-9));
    }

    @Test
    void falls_with_the_square_of_the_impact_factor() {
        assertThat(Capacity.of(List.of(FILL, FILL), 4, 2, 0.05).halfEaten()).isCloseTo(25.0 / 4, within(1e-9));
    }

    @Test
    void counts_the_impact_of_a_part_by_the_whole_order() {
        // 100 of an order of 400: 0.02 · √0.04 = 0.4 %
        assertThat(Capacity.of(List.of(new Filled(100, 400, 10_000, 0.02)), 4, 1, 0.05)
                        .impact())
                .isCloseTo(0.4, within(1e-12));
    }

    @Test
    void is_reached_where_one_fill_in_ten_meets_the_participation_limit() {
        // volumes of 1,000, 2,000, … 20,000: 5 % of them are 0.5, 1, … 10 times the notional; the second of twenty
        List<Filled> fills = new ArrayList<>();
        for (int i = 20; i >= 1; i--) {
            fills.add(new Filled(100, 100, 1_000 * i, 0.02));
        }

        assertThat(Capacity.of(fills, 1, 1, 0.05).cut()).isCloseTo(1, within(1e-12));
        Collections.reverse(fills);
        assertThat(Capacity.of(fills, 1, 1, 0.05).cut()).isCloseTo(1, within(1e-12));
    }

    @Test
    void does_not_depend_on_the_currency_unit() {
        Filled cents = new Filled(10_000, 10_000, 1_000_000, 0.02);

        assertThat(Capacity.of(List.of(cents), 200, 1, 0.05).halfEaten())
                .isCloseTo(Capacity.of(List.of(FILL), 2, 1, 0.05).halfEaten(), within(1e-9));
    }

    @Test
    void is_unknown_without_a_profit_to_eat() {
        assertThat(Capacity.of(List.of(FILL), 0, 1, 0.05).halfEaten()).isNaN();
        assertThat(Capacity.of(List.of(FILL), -3, 1, 0.05).halfEaten()).isNaN();
        assertThat(Capacity.of(List.of(FILL), -3, 1, 0.05).cut()).isCloseTo(5, within(1e-12));
    }

    @Test
    void is_unknown_without_fills() {
        Capacity none = Capacity.of(List.of(), 3, 1, 0.05);

        assertThat(none.halfEaten()).isNaN();
        assertThat(none.cut()).isNaN();
    }
}
