package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Quantiles of a forecast distribution")
class PredictiveQuantilesTest {

    @Test
    void place_outcomes_like_the_golden_vector() {
        Golden golden = Golden.vector("J7-");
        JsonNode pairs = golden.inputs().get("quantiles");
        double[] levels = new double[pairs.size()];
        double[] values = new double[pairs.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = pairs.get(i).get(0).asDouble();
            values[i] = pairs.get(i).get(1).asDouble();
        }
        PredictiveQuantiles quantiles = new PredictiveQuantiles(levels, values);
        double[] outcomes = Golden.numbers(golden.inputs().get("y"));
        double[] expected = Golden.numbers(golden.outputs().get("pit"));

        for (int i = 0; i < outcomes.length; i++) {
            golden.check("pit of " + outcomes[i], quantiles.pit(outcomes[i]), expected[i]);
        }
        assertThat(quantiles.isCrossed())
                .isEqualTo(golden.outputs().get("crossed").asBoolean());
    }

    @Test
    void place_an_outcome_on_a_quantile_at_its_level_and_on_several_in_their_middle() {
        PredictiveQuantiles quantiles = quantiles(values(0.1, 0.5, 0.7, 0.9), values(-1, 0, 0, 2));

        assertThat(quantiles.pit(-1)).isEqualTo(0.1);
        assertThat(quantiles.pit(2)).isEqualTo(0.9);
        assertThat(quantiles.pit(0)).isCloseTo(0.6, within(1e-15));
        assertThat(quantiles.pit(Double.NaN)).isNaN();
    }

    @Test
    void are_put_in_order_where_they_cross() {
        PredictiveQuantiles crossed = quantiles(values(0.25, 0.75), values(1, -1));

        assertThat(crossed.isCrossed()).isTrue();
        assertThat(crossed.pit(0)).isEqualTo(0.5);
        assertThat(crossed.rankedProbabilityScore(0.5))
                .isEqualTo(quantiles(values(0.25, 0.75), values(-1, 1)).rankedProbabilityScore(0.5));
    }

    @Test
    void pay_for_their_distance_by_the_side_the_outcome_lies_on() {
        assertThat(PredictiveQuantiles.pinball(0.9, 1, 3)).isEqualTo(1.8);
        assertThat(PredictiveQuantiles.pinball(0.9, 1, -1)).isCloseTo(0.2, within(1e-15));
        assertThat(PredictiveQuantiles.pinball(0.9, 1, 1)).isZero();
    }

    @Test
    void score_twice_the_mean_pinball_loss_over_equally_spaced_levels() {
        // levels 1/4, 3/4 stand for half of all each: (0.25 × 2 + 0.75 × 1) / 2, twice
        assertThat(quantiles(values(0.25, 0.75), values(0, 1)).rankedProbabilityScore(2))
                .isCloseTo(0.25 * 2 + 0.75 * 1, within(1e-15));
    }

    @Test
    void score_the_distance_to_the_outcome_if_they_are_certain() {
        assertThat(quantiles(values(0.5), values(1)).rankedProbabilityScore(4)).isEqualTo(3);
    }

    @Test
    void score_as_the_normal_distribution_does_the_nearer_the_more_they_are() {
        for (double outcome : values(-2.5, -0.3, 0, 1, 3)) {
            // Gneiting, Raftery 2007, equation 21: y (2 Φ(y) − 1) + 2 φ(y) − 1/√π
            double density = StrictMath.exp(-outcome * outcome / 2) / Math.sqrt(2 * Math.PI);
            double exact =
                    outcome * (2 * NormalDistribution.cumulative(outcome) - 1) + 2 * density - 1 / Math.sqrt(Math.PI);

            assertThat(normal(9).rankedProbabilityScore(outcome)).isCloseTo(exact, within(0.05));
            assertThat(normal(999).rankedProbabilityScore(outcome)).isCloseTo(exact, within(1e-3));
        }
    }

    private static PredictiveQuantiles normal(int count) {
        double[] levels = new double[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (i + 0.5) / count;
            values[i] = NormalDistribution.quantile(levels[i]);
        }
        return quantiles(levels, values);
    }

    @Test
    void are_refused_where_they_are_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quantiles(values(0.5, 0.4), values(0, 1)))
                .withMessageContaining("levels rising");
        assertThatIllegalArgumentException().isThrownBy(() -> quantiles(values(0, 0.4), values(0, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> quantiles(values(0.4, 1), values(0, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> quantiles(values(0.4), values(Double.NaN)));
        assertThatIllegalArgumentException().isThrownBy(() -> quantiles(values(), values()));
    }

    private static PredictiveQuantiles quantiles(double[] levels, double[] values) {
        return new PredictiveQuantiles(levels, values);
    }

    private static double[] values(double... values) {
        return values;
    }
}
