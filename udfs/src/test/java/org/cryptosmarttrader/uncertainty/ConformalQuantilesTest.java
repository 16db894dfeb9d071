package org.cryptosmarttrader.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Conformalised quantile regression")
class ConformalQuantilesTest {

    @Test
    void agrees_with_the_golden_vector() {
        Golden golden = Golden.vector("H2-");
        double[] low = Golden.numbers(golden.inputs().get("qlo"));
        double[] high = Golden.numbers(golden.inputs().get("qhi"));
        double[] outcomes = Golden.numbers(golden.inputs().get("y"));
        double[] expected = Golden.numbers(golden.outputs().get("E"));
        double[] scores = new double[outcomes.length];
        for (int i = 0; i < outcomes.length; i++) {
            scores[i] = ConformalQuantiles.score(low[i], high[i], outcomes[i]);
            golden.check("E of " + i, scores[i], expected[i]);
        }

        double correction = ConformalQuantiles.correction(scores, golden.input("alpha"));
        double[] ends = Golden.numbers(golden.inputs().get("new"));
        Interval interval = ConformalQuantiles.interval(ends[0], ends[1], correction);

        double[] expectedEnds = Golden.numbers(golden.outputs().get("interval"));
        golden.check("Q", correction);
        golden.check("lower", interval.lower(), expectedEnds[0]);
        golden.check("upper", interval.upper(), expectedEnds[1]);
    }

    @Test
    void puts_crossed_quantiles_in_order() {
        assertThat(ConformalQuantiles.score(1, -1, 0.25)).isEqualTo(-0.75);
        assertThat(ConformalQuantiles.interval(0.5, -0.5, 0.25)).isEqualTo(new Interval(-0.75, 0.75));
    }

    @Test
    void narrows_intervals_that_held_too_much() {
        double correction = ConformalQuantiles.correction(new double[] {-0.5, -0.5, -0.25, -0.5}, 0.5);

        // ceil(5 × 0.5) = 3rd of -0.5 -0.5 -0.5 -0.25
        assertThat(ConformalQuantiles.interval(-1, 1, correction)).isEqualTo(new Interval(-0.5, 0.5));
        assertThat(ConformalQuantiles.interval(-0.25, 0.25, correction).isEmpty())
                .isTrue();
    }

    @Test
    void promises_anything_without_outcomes_and_nothing_at_a_miss_rate_of_one() {
        assertThat(ConformalQuantiles.interval(-1, 1, ConformalQuantiles.correction(new double[0], 0.2)))
                .isEqualTo(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertThat(ConformalQuantiles.interval(-1, 1, ConformalQuantiles.correction(new double[] {1}, 1))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void knows_no_interval_without_quantiles_and_learns_from_no_missing_outcome() {
        assertThat(ConformalQuantiles.interval(Double.NaN, 1, 0)).isEqualTo(Interval.UNKNOWN);
        assertThat(ConformalQuantiles.score(-1, 1, Double.NaN)).isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConformalQuantiles.correction(new double[] {0.1, Double.NaN}, 0.2))
                .withMessageContaining("leave missing outcomes out");
    }
}
