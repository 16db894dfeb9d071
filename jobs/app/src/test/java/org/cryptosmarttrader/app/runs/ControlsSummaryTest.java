package org.cryptosmarttrader.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.cryptosmarttrader.wire.models.Controls;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The lines of a forest's controls")
class ControlsSummaryTest {

    private static Controls controls(Controls.Permuted permuted, Controls.Planted planted) {
        return new Controls(1, "24h", "v", "00", new ModelCard.Span(0, 1, 2), 7, permuted, planted);
    }

    @Test
    void say_what_was_found_and_what_had_to_be() {
        assertThat(ControlsSummary.lines(controls(
                        new Controls.Permuted(0.5061, 0.01, 3, true),
                        new Controls.Planted("ret_24", 0.25, 0.5, 0.75, 0.625, 0.7312, true))))
                .containsExactly(
                        "24h   control     labels dealt out at random: AUC 0.506, must lie within 0.030 of .500: passed",
                        "24h   control     signal planted in ret_24: AUC 0.731, must reach 0.625 of an ideal 0.750: passed");
    }

    @Test
    void warn_of_each_that_failed_and_say_where_to_look() {
        assertThat(ControlsSummary.lines(controls(
                        new Controls.Permuted(null, null, 3, false),
                        new Controls.Planted("ret_24", 0.25, 0.5, 0.75, 0.625, 0.5, false))))
                .allSatisfy(line -> assertThat(line).startsWith("WARN 24h ").contains(": FAILED; the forest "))
                .first()
                .asString()
                .contains("AUC –, must lie within – of .500", "look for a leak");
    }
}
