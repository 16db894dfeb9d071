package org.cryptosmarttrader.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.cryptosmarttrader.RoundTrip;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The histogram of nonconformity scores")
class ScoreHistogramTest {

    private final ScoreHistogram scores = new ScoreHistogram();

    @Test
    void spans_from_a_thousandth_to_a_hundred() {
        assertThat(ScoreHistogram.edge(0)).isEqualTo(0.001);
        assertThat(ScoreHistogram.edge(1)).isCloseTo(0.0010113065, within(1e-10));
        assertThat(ScoreHistogram.edge(ScoreHistogram.BINS)).isEqualTo(100);
    }

    @Test
    void answers_with_the_upper_edge_of_a_bin() {
        scores.add(1.0);

        // 1 = 10^0 is no edge: 1024 × 3/5 lies between 614 and 615
        assertThat(scores.quantile(0.5)).isEqualTo(ScoreHistogram.edge(615));
    }

    @Test
    void counts_a_score_on_an_edge_below_it() {
        scores.add(ScoreHistogram.edge(300));

        assertThat(scores.quantile(0.5)).isEqualTo(ScoreHistogram.edge(300));
    }

    @Test
    void counts_a_score_just_above_an_edge_above_it() {
        scores.add(Math.nextUp(ScoreHistogram.edge(300)));

        assertThat(scores.quantile(0.5)).isEqualTo(ScoreHistogram.edge(301));
    }

    @Test
    void takes_scores_below_the_grid_into_its_first_bin() {
        scores.add(0);
        scores.add(0.001);

        assertThat(scores.quantile(0.4)).isEqualTo(ScoreHistogram.edge(1));
        assertThat(scores.count()).isEqualTo(2);
    }

    @Test
    void knows_no_bound_for_scores_above_the_grid() {
        scores.add(100);
        scores.add(100.1);
        scores.add(Double.POSITIVE_INFINITY);

        assertThat(scores.quantile(0.75)).isEqualTo(100);
        assertThat(scores.quantile(0.5)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(scores.count()).isEqualTo(3);
    }

    @Test
    void is_never_narrower_than_the_exact_quantile_and_at_most_one_bin_wider() {
        double[] values = new double[999];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.002 * (1 + i * 7_919 % 1_000);
            scores.add(values[i]);
        }
        double binWidth = StrictMath.pow(10, 5.0 / 1_024);
        for (double alpha = 0.01; alpha < 1; alpha += 0.01) {
            double exact = SplitConformal.quantile(values, alpha);

            assertThat(scores.quantile(alpha)).isBetween(exact, exact * binWidth);
        }
    }

    @Test
    void adds_up_days_to_a_window() {
        ScoreHistogram monday = scoresFrom(0.5, 3);
        ScoreHistogram tuesday = scoresFrom(0.02, 200);

        scores.addAll(monday);
        scores.addAll(tuesday);

        assertThat(bytes(scores)).isEqualTo(bytes(scoresFrom(0.5, 3, 0.02, 200)));
    }

    @Test
    void is_infinite_until_there_are_enough_scores() {
        assertThat(scores.quantile(0.2)).isEqualTo(Double.POSITIVE_INFINITY);
        for (int i = 0; i < 3; i++) {
            scores.add(1);
            assertThat(scores.quantile(0.2)).isEqualTo(Double.POSITIVE_INFINITY);
        }
        scores.add(1);
        assertThat(scores.quantile(0.2)).isFinite();
    }

    @Test
    void is_empty_or_infinite_at_miss_rates_beyond_zero_and_one() {
        scores.add(1);

        assertThat(scores.quantile(1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(scores.quantile(0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(scores.quantile(-3)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void ignores_missing_scores_and_refuses_negative_ones() {
        scores.add(Double.NaN);

        assertThat(scores.count()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> scores.add(-0.1)).withMessageContaining("-0.1");
    }

    @Test
    void survives_a_checkpoint_and_copies_share_nothing() {
        ScoreHistogram kept = scoresFrom(0, 0.5, 0.5, 3, 1_000);
        ScoreHistogram restored = RoundTrip.of(kept::write, ScoreHistogram::read);
        ScoreHistogram copy = kept.copy();

        kept.add(7);

        assertThat(bytes(restored)).isEqualTo(bytes(copy)).isNotEqualTo(bytes(kept));
        assertThat(restored.count()).isEqualTo(5);
    }

    private static byte[] bytes(ScoreHistogram scores) {
        return RoundTrip.bytes(scores::write);
    }

    private static ScoreHistogram scoresFrom(double... values) {
        ScoreHistogram scores = new ScoreHistogram();
        for (double value : values) {
            scores.add(value);
        }
        return scores;
    }
}
