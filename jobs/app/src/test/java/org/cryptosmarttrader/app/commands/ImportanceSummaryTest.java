package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.cryptosmarttrader.wire.models.Importances;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of what a model owes to its columns")
class ImportanceSummaryTest {

    private final String table = String.join("\n", ImportanceSummary.lines(Importances.some()));

    @Test
    void says_how_many_rows_and_independent_outcomes_it_rests_on() {
        assertThat(table).startsWith("      on 66,528 rows held back, 2,016 decisions, 84.0 independent outcomes;");
    }

    @Test
    void shows_a_group_with_its_intervals_and_how_far_forecasts_moved() {
        assertThat(table.replaceAll(" +", " "))
                .contains(
                        " sentiment 32 +0.00120 ± 0.00010 +0.0150 +0.00050 [-0.00020, +0.00120] +0.0040 [-0.0010, +0.0090]"
                                + " 0.0110 0.0420 0.950\n")
                .contains(" other seed +0.00000 [-0.00001, +0.00001]");
    }

    @Test
    void names_an_absent_group_and_gives_it_no_number() {
        assertThat(table.lines().filter(line -> line.contains("onchain")))
                .containsExactly("      onchain      absent: no value in the training block");
    }

    @Test
    void leaves_open_what_does_not_exist() {
        assertThat(table.lines().filter(line -> line.contains(" price ")).findFirst())
                .get()
                .asString()
                .contains("+0.00000 ± –")
                .endsWith("no other group");
    }

    @Test
    void ends_with_the_costliest_columns() {
        assertThat(table).endsWith("costliest columns of 200: sent_24h +0.00110");
    }
}
