package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Probability forecasts")
class ProbabilityForecastsTest {

    private static final double NAN = Double.NaN;

    @Test
    void score_like_the_golden_vector() {
        Golden golden = Golden.vector("J5-");
        ProbabilityForecasts forecasts = forecasts(
                0.5,
                Golden.numbers(golden.inputs().get("p")),
                Golden.numbers(golden.inputs().get("y")));

        golden.check("brier", forecasts.brier());
        golden.check("ece10", forecasts.calibrationError());
        golden.check("auc", forecasts.areaUnderCurve());
        golden.check("logLoss", forecasts.logLoss());
    }

    @Test
    void know_how_often_it_rose() {
        assertThat(forecasts(0.6, values(0.6, 0.6, 0.6, 0.6), values(1, 0, 1, 1))
                        .upShare())
                .isEqualTo(0.75);
        assertThat(forecasts(0.6, values(), values()).upShare()).isNaN();
    }

    @Test
    void have_no_skill_if_they_say_the_base_rate() {
        ProbabilityForecasts baseRate = forecasts(0.6, values(0.6, 0.6, 0.6), values(1, 0, 1));

        assertThat(baseRate.brierSkill()).isZero();
        assertThat(baseRate.areaUnderCurve()).isEqualTo(0.5);
    }

    @Test
    void have_the_skill_by_which_they_beat_the_base_rate_of_their_own_forest() {
        // Brier (0.04 + 0.01)/2 against (0.16 + 0.09)/2
        ProbabilityForecasts forecasts = ProbabilityForecasts.of(values(0.8, 0.1), values(1, 0), values(0.6, 0.3));

        assertThat(forecasts.brierSkill()).isCloseTo(1 - 0.025 / 0.125, within(1e-12));
    }

    @Test
    void have_negative_skill_if_they_are_worse() {
        assertThat(forecasts(0.5, values(0.1, 0.9), values(1, 0)).brierSkill()).isNegative();
    }

    @Test
    void know_no_skill_against_a_base_rate_that_is_never_wrong() {
        assertThat(forecasts(1, values(0.9), values(1)).brierSkill()).isNaN();
    }

    @Test
    void pay_a_finite_price_for_a_wrong_certainty() {
        assertThat(forecasts(0.5, values(0), values(1)).logLoss()).isCloseTo(-StrictMath.log(1e-15), within(1e-9));
        assertThat(forecasts(0.5, values(1), values(1)).logLoss()).isBetween(0.0, 1.2e-15);
    }

    @Test
    void tell_rises_from_falls_as_every_pair_of_them_does() {
        double[] probabilities = new double[300];
        double[] ups = new double[300];
        for (int i = 0; i < 300; i++) {
            probabilities[i] = (i * 7_919 % 23) / 22.0;
            ups[i] = i * 104_729 % 7 < 3 ? 1 : 0;
        }

        double won = 0;
        int duels = 0;
        for (int rise = 0; rise < 300; rise++) {
            for (int fall = 0; fall < 300; fall++) {
                if (ups[rise] == 1 && ups[fall] == 0) {
                    int order = Double.compare(probabilities[rise], probabilities[fall]);
                    won += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                    duels++;
                }
            }
        }

        assertThat(forecasts(0.5, probabilities, ups).areaUnderCurve()).isCloseTo(won / duels, within(1e-12));
    }

    @Test
    void cannot_tell_rises_from_falls_if_only_one_of_them_happened() {
        assertThat(forecasts(0.5, values(0.4, 0.6), values(1, 1)).areaUnderCurve())
                .isNaN();
    }

    @Test
    void draw_ten_bins_of_a_reliability_diagram() {
        ProbabilityForecasts forecasts = forecasts(0.5, values(0, 0.05, 0.1, 0.95, 1), values(0, 1, 0, 1, 1));

        assertThat(forecasts.reliability()).hasSize(10);
        assertThat(forecasts.reliability().get(0)).isEqualTo(new ReliabilityBin(2, 0.025, 0.5));
        assertThat(forecasts.reliability().get(1)).isEqualTo(new ReliabilityBin(1, 0.1, 0));
        assertThat(forecasts.reliability().get(2)).isEqualTo(new ReliabilityBin(0, NAN, NAN));
        assertThat(forecasts.reliability().get(9)).isEqualTo(new ReliabilityBin(2, 0.975, 1));
        // (2 × 0.475 + 1 × 0.1 + 2 × 0.025) / 5
        assertThat(forecasts.calibrationError()).isCloseTo(0.22, within(1e-12));
    }

    @Test
    void leave_out_and_count_rows_in_which_something_is_missing() {
        ProbabilityForecasts forecasts =
                ProbabilityForecasts.of(values(0.8, NAN, 0.3, 0.9), values(1, 1, NAN, 0), values(0.5, 0.5, 0.5, NAN));

        assertThat(forecasts.count()).isEqualTo(1);
        assertThat(forecasts.leftOut()).isEqualTo(3);
        assertThat(forecasts.brier()).isCloseTo(0.04, within(1e-15));
    }

    @Test
    void score_nothing_without_rows() {
        ProbabilityForecasts none = forecasts(0.5, values(), values());

        assertThat(none.brier()).isNaN();
        assertThat(none.brierSkill()).isNaN();
        assertThat(none.logLoss()).isNaN();
        assertThat(none.calibrationError()).isNaN();
        assertThat(none.areaUnderCurve()).isNaN();
    }

    @Test
    void are_probabilities_and_outcomes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forecasts(0.5, values(0.5, 1.01), values(1, 1)))
                .withMessageContaining("row 1 has probability 1.01");
        assertThatIllegalArgumentException().isThrownBy(() -> forecasts(0.5, values(0.5), values(0.01)));
        assertThatIllegalArgumentException().isThrownBy(() -> forecasts(-0.1, values(0.5), values(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> forecasts(0.5, values(0.5, 0.5), values(1)));
    }

    private static ProbabilityForecasts forecasts(double climatology, double[] probabilities, double[] ups) {
        double[] climatologies = new double[probabilities.length];
        Arrays.fill(climatologies, climatology);
        return ProbabilityForecasts.of(probabilities, ups, climatologies);
    }

    private static double[] values(double... values) {
        return values;
    }
}
