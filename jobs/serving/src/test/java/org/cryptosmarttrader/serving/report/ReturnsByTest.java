package org.cryptosmarttrader.serving.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.serving.report.ReturnsBy.Part;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Returns told apart by a column")
class ReturnsByTest {

    private final ReturnsBy returns = new ReturnsBy(List.of("lane", "mood"));
    private int ticks;

    private ReturnsByTest tick(String equity, String mood) {
        Map<String, String> row = mood == null ? Map.of("lane", "RESEARCH") : Map.of("lane", "RESEARCH", "mood", mood);
        returns.add(RunScene.hour(ticks++), new BigDecimal(equity), row::get);
        return this;
    }

    private Part of(String mood) {
        return returns.parts().get("mood").get(mood);
    }

    @Test
    void belong_to_what_the_earlier_row_says() {
        tick("1000", "calm").tick("1100", "wild").tick("1090.5", "calm").tick("1199.55", "wild");

        // calm from 1,000 to 1,100 and from 1,090.5 to 1,199.55, a tenth each; wild in between
        assertThat(of("calm").periods()).isEqualTo(2);
        assertThat(of("calm").profit()).isEqualTo("209.05");
        assertThat(of("calm").totalReturn()).isCloseTo(0.21, within(1e-12));
        assertThat(of("wild").periods()).isEqualTo(1);
        assertThat(of("wild").profit()).isEqualTo("-9.5");
    }

    @Test
    void add_up_in_each_table_to_the_change_of_equity() {
        tick("1000.000000000000000001", "calm")
                .tick("1000.1", "wild")
                .tick("999.9", null)
                .tick("1234.5", "wild");

        assertThat(returns.parts().keySet()).containsExactly("lane", "month", "mood");
        returns.parts().values().forEach(table -> assertThat(table.values().stream()
                        .map(part -> new BigDecimal(part.profit()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo("234.499999999999999999"));
    }

    @Test
    void of_rows_that_say_nothing_are_kept_apart() {
        tick("1000", null).tick("1010", "").tick("1030", "calm");

        assertThat(of("none").profit()).isEqualTo("30");
        assertThat(of("calm")).isNull();
    }

    @Test
    void of_a_single_tick_are_none() {
        tick("1000", "calm");

        assertThat(returns.parts().get("mood")).isEmpty();
    }
}
