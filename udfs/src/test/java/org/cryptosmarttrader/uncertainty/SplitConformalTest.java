package org.cryptosmarttrader.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Split conformal prediction")
class SplitConformalTest {

    @Test
    void agrees_with_the_golden_vector() {
        Golden golden = Golden.vector("H1-");
        double[] scores = Golden.numbers(golden.inputs().get("scores"));
        double[] alphas = Golden.numbers(golden.inputs().get("alpha"));
        double[] quantiles = Golden.numbers(golden.outputs().get("q"));

        for (int i = 0; i < alphas.length; i++) {
            golden.check("quantile at " + alphas[i], SplitConformal.quantile(scores, alphas[i]), quantiles[i]);
        }
        Interval interval = SplitConformal.interval(golden.input("yhat"), 1, quantiles[0]);
        double[] expected = Golden.numbers(golden.outputs().get("interval_0.2"));
        golden.check("lower", interval.lower(), expected[0]);
        golden.check("upper", interval.upper(), expected[1]);
    }

    @Test
    void is_not_misled_by_binary_rounding() {
        Golden golden = Golden.vector("H1b-");
        double[] scores = Golden.numbers(golden.inputs().get("scores"));

        golden.check(
                "q",
                SplitConformal.quantile(
                        scores, golden.inputs().get("alpha").get(0).asDouble()),
                golden.outputs().get("q").get(0).asDouble());
    }

    @Test
    void leaves_the_scores_in_their_order() {
        double[] scores = {3, 1, 2};

        SplitConformal.quantile(scores, 0.5);

        assertThat(scores).containsExactly(3, 1, 2);
    }

    @Test
    void is_infinite_without_scores_and_empty_from_a_miss_rate_of_one_on() {
        assertThat(SplitConformal.quantile(new double[0], 0.2)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(SplitConformal.quantile(new double[] {1, 2}, 0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(SplitConformal.quantile(new double[] {1, 2}, -0.1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(SplitConformal.quantile(new double[] {1, 2}, 1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(SplitConformal.quantile(new double[] {1, 2}, 1.2)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void refuses_missing_scores_and_a_missing_miss_rate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SplitConformal.quantile(new double[] {0.1, Double.NaN}, 0.2))
                .withMessageContaining("leave missing outcomes out");
        assertThatIllegalArgumentException().isThrownBy(() -> SplitConformal.quantile(new double[] {0.1, -0.1}, 0.2));
        assertThatIllegalArgumentException().isThrownBy(() -> SplitConformal.quantile(new double[] {0.1}, Double.NaN));
    }

    @Test
    void is_as_sure_of_a_sign_as_the_widest_interval_without_zero() {
        ScoreHistogram scores = scores(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);

        // 0.55 volatilities are wider than five scores, and ceil(10 × level) is 5 up to a level of 0.5
        assertThat(SplitConformal.confidence(0.0055, 0.01, scores)).isEqualTo(0.5);
        assertThat(SplitConformal.confidence(-0.0055, 0.01, scores)).isEqualTo(0.5);
        // all nine cover up to 0.9; no number of volatilities covers more
        assertThat(SplitConformal.confidence(0.05, 0.01, scores)).isEqualTo(0.9);
        assertThat(SplitConformal.confidence(0.0005, 0.01, scores)).isZero();
        assertThat(SplitConformal.confidence(0.05, 0.01, new ScoreHistogram())).isZero();
    }

    @Test
    void says_with_the_confidence_that_the_interval_excludes_zero_and_the_next_one_does_not() {
        ScoreHistogram scores = new ScoreHistogram();
        for (int i = 1; i <= 500; i++) {
            scores.add((i * 7_919 % 500) / 200.0);
        }
        for (double forecast : new double[] {0.001, 0.004, 0.011, -0.017, 0.023}) {
            double confidence = SplitConformal.confidence(forecast, 0.01, scores);

            assertThat(covers(scores, forecast, 1 - confidence)).isFalse();
            assertThat(covers(scores, forecast, 1 - confidence - 0.01)).isTrue();
        }
    }

    private static boolean covers(ScoreHistogram scores, double forecast, double alpha) {
        return SplitConformal.interval(forecast, 0.01, scores.quantile(alpha)).contains(0);
    }

    @Test
    void knows_no_confidence_without_a_forecast() {
        assertThat(SplitConformal.confidence(Double.NaN, 0.01, scores(1))).isNaN();
        assertThat(SplitConformal.confidence(0.01, 0, scores(1))).isNaN();
    }

    private static ScoreHistogram scores(double... values) {
        ScoreHistogram scores = new ScoreHistogram();
        for (double value : values) {
            scores.add(value);
        }
        return scores;
    }
}
