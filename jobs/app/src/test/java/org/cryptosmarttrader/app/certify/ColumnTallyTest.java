package org.cryptosmarttrader.app.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.serving.report.Certificate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The tally of a column")
class ColumnTallyTest {

    private static final List<Check> NEEDED = List.of(Check.PREFIX, Check.POISON);

    private final ColumnTally tally = new ColumnTally("features", "x");

    private static Certificate.Accusation accusation(String run) {
        return new Certificate.Accusation("PREFIX", "features", "x", "BTC/USD", "", "", "1.0", "2.0", run);
    }

    @ParameterizedTest
    @CsvSource({"999, UNTESTED", "1000, CLEAN"})
    void is_clean_from_a_thousand_finite_values(long finite, String verdict) {
        tally.finite(finite);
        tally.compared(Check.PREFIX, finite, finite);
        tally.compared(Check.POISON, finite, 1);

        assertThat(tally.result(NEEDED).verdict()).isEqualTo(verdict);
    }

    @Test
    void is_untested_where_a_needed_check_met_no_finite_value() {
        tally.finite(1_000);
        tally.compared(Check.PREFIX, 1_000, 1_000);
        tally.compared(Check.POISON, 1_000, 0);

        assertThat(tally.result(NEEDED).verdict()).isEqualTo(Certificate.UNTESTED);
        assertThat(tally.result(List.of(Check.PREFIX)).verdict()).isEqualTo(Certificate.CLEAN);
    }

    @Test
    void is_accused_by_one_difference_however_little_was_compared() {
        tally.accuse(Check.START, () -> accusation("begun"));

        assertThat(tally.isAccused()).isTrue();
        assertThat(tally.result(NEEDED).verdict()).isEqualTo(Certificate.ACCUSED);
    }

    @Test
    void shows_the_first_difference_of_each_check_and_counts_all() {
        tally.accuse(Check.PREFIX, () -> accusation("first"));
        tally.accuse(Check.PREFIX, () -> {
            throw new AssertionError("a second accusation is never made");
        });
        tally.accuse(Check.ORDER, () -> accusation("other"));

        Certificate.Column result = tally.result(NEEDED);

        assertThat(result.differing()).isEqualTo(Map.of("PREFIX", 2L, "ORDER", 1L));
        assertThat(result.first()).extracting(Certificate.Accusation::run).containsExactly("first", "other");
    }

    @Test
    void adds_up_what_a_check_compared_at_its_cuts() {
        tally.compared(Check.PREFIX, 10, 4);
        tally.compared(Check.PREFIX, 5, 3);

        assertThat(tally.compared(Check.PREFIX)).isEqualTo(15);
        assertThat(tally.finiteCompared(Check.PREFIX)).isEqualTo(7);
        assertThat(tally.compared(Check.ORDER)).isZero();
        assertThat(tally.result(NEEDED).compared()).isEqualTo(Map.of("PREFIX", 15L));
    }

    @Test
    void of_a_model_is_clean_with_one_value() {
        ColumnTally model = ColumnTally.ofModel("models", "1h/forest.onnx");
        model.finite(1);
        model.compared(Check.TRAINER, 1, 1);

        assertThat(model.result(List.of(Check.TRAINER)).verdict()).isEqualTo(Certificate.CLEAN);
    }

    @Test
    void of_a_feature_is_called_as_the_feature_and_of_others_with_its_dataset() {
        assertThat(tally.result(NEEDED).fullName()).isEqualTo("x");
        assertThat(new ColumnTally("labels", "value").result(NEEDED).fullName()).isEqualTo("labels.value");
    }
}
