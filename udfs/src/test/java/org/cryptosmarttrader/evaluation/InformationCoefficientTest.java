package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The information coefficient")
class InformationCoefficientTest {

    private static final double NAN = Double.NaN;

    @Test
    void of_a_cross_section_agrees_with_the_golden_vector() {
        Golden golden = Golden.vector("J6-");

        golden.check(
                "spearman",
                InformationCoefficient.ofCrossSection(
                        Golden.numbers(golden.inputs().get("pred")),
                        Golden.numbers(golden.inputs().get("real"))));
    }

    @Test
    void of_a_cross_section_needs_five_pairs_that_have_both() {
        double[] forecasts = {1, 2, 3, 4, 5, NAN};
        double[] returns = {1, 2, 3, 4, 5, 0};
        double[] oneUnknown = {1, 2, NAN, 4, 5, 0};

        assertThat(InformationCoefficient.ofCrossSection(forecasts, returns)).isCloseTo(1, within(1e-15));
        assertThat(InformationCoefficient.ofCrossSection(forecasts, oneUnknown)).isNaN();
    }

    @Test
    void uses_hours_that_do_not_overlap() {
        long[] bars = {10, 11, 12, 13, 14, 15, 16};
        double[] coefficients = {0.1, 9, 9, 0.3, 9, 9, 0.5};

        InformationCoefficient ic = InformationCoefficient.over(bars, coefficients, 3);

        assertThat(ic.hours()).isEqualTo(3);
        assertThat(ic.mean()).isCloseTo(0.3, within(1e-15));
        // sd 0.2, so t = 0.3 / (0.2 / √3)
        assertThat(ic.t()).isCloseTo(1.5 * Math.sqrt(3), within(1e-12));
    }

    @Test
    void passes_over_hours_without_a_coefficient_and_over_gaps() {
        long[] bars = {10, 13, 14, 16, 17, 30};
        double[] coefficients = {0.1, NAN, 0.2, 9, 0.3, 0.4};

        InformationCoefficient ic = InformationCoefficient.over(bars, coefficients, 3);

        assertThat(ic.hours()).isEqualTo(4);
        assertThat(ic.mean()).isCloseTo(0.25, within(1e-15));
    }

    @Test
    void has_no_t_if_it_does_not_vary() {
        InformationCoefficient constant =
                InformationCoefficient.over(new long[] {1, 2, 3}, new double[] {0.1, 0.1, 0.1}, 1);

        assertThat(constant.mean()).isCloseTo(0.1, within(1e-15));
        assertThat(constant.t()).isNaN();
    }

    @Test
    void is_unknown_without_cross_sections() {
        InformationCoefficient none = InformationCoefficient.over(new long[] {1}, new double[] {NAN}, 1);

        assertThat(none.hours()).isZero();
        assertThat(none.mean()).isNaN();
        assertThat(none.t()).isNaN();
        assertThat(InformationCoefficient.over(new long[] {1}, new double[] {0.3}, 1)
                        .t())
                .isNaN();
    }

    @Test
    void takes_bars_in_order() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InformationCoefficient.over(new long[] {2, 1}, new double[] {0, 0}, 1))
                .withMessageContaining("bar 1 after bar 2");
    }
}
