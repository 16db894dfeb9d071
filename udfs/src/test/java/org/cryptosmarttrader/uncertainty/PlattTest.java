package org.cryptosmarttrader.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Platt scaling")
class PlattTest {

    @Test
    void agrees_with_the_golden_vector() {
        Golden golden = Golden.vector("G3-");

        Platt platt = Platt.fit(
                Golden.numbers(golden.inputs().get("f")),
                Golden.numbers(golden.inputs().get("y")));

        golden.check("A", platt.a());
        golden.check("B", platt.b());
        golden.check("tPos", Platt.targetOfRise(4));
        golden.check("tNeg", Platt.targetOfOther(4));
        golden.check("p_at_0.8", platt.probability(0.8));
        golden.check("p_at_0.1", platt.probability(0.1));
    }

    @Test
    void stays_finite_where_scores_tell_rises_from_falls_without_fail() {
        Platt platt = Platt.fit(new double[] {-1, -2, 1, 2}, new double[] {0, 0, 1, 1});

        // the targets are 3/4 and 1/4: at the minimum (3/4 − p₁) · 1 + (3/4 − p₂) · 2 is 0
        assertThat((platt.probability(1) + 2 * platt.probability(2)) / 3).isCloseTo(0.75, within(1e-12));
        assertThat(platt.b()).isCloseTo(0, within(1e-12));
    }

    @Test
    void reaches_the_minimum_from_far_away() {
        // undamped steps diverge on scores of such a range
        double[] scores = {-300, -20, 0, 1, 2, 40, 500};
        Platt platt = Platt.fit(scores, new double[] {0, 1, 0, 0, 1, 1, 1});

        double byA = 0;
        double byB = 0;
        double[] targets = {1.0 / 5, 5.0 / 6, 1.0 / 5, 1.0 / 5, 5.0 / 6, 5.0 / 6, 5.0 / 6};
        for (int i = 0; i < scores.length; i++) {
            byA += (targets[i] - platt.probability(scores[i])) * scores[i];
            byB += targets[i] - platt.probability(scores[i]);
        }
        assertThat(byA).isCloseTo(0, within(1e-8));
        assertThat(byB).isCloseTo(0, within(1e-10));
    }

    @Test
    void says_the_same_of_all_if_all_scores_are_equal() {
        Platt platt = Platt.fit(new double[] {3, 3, 3}, new double[] {1, 1, 0});

        // two rises at 3/4, one fall at 1/3
        assertThat(platt.probability(3)).isCloseTo((2 * 0.75 + 1.0 / 3) / 3, within(1e-9));
    }

    @Test
    void refuses_missing_scores_and_outcomes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Platt.fit(new double[] {Double.NaN}, new double[] {1}))
                .withMessageContaining("point 0 has score NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> Platt.fit(new double[] {1}, new double[] {0.5}));
        assertThatIllegalArgumentException().isThrownBy(() -> Platt.fit(new double[] {1}, new double[] {1, 0}));
    }
}
