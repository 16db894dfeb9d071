package org.cryptosmarttrader.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.RoundTrip;
import org.cryptosmarttrader.domain.Horizon;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Adaptive conformal inference")
class AdaptiveAlphaTest {

    private static final AdaptiveAlpha START = AdaptiveAlpha.startingAt(0.2, 0.02);

    @Test
    void agrees_with_the_golden_vector_of_delayed_labels() {
        Golden golden = Golden.vector("H3-");
        double[] errors = Golden.numbers(golden.inputs().get("err"));
        double[] atIssue = Golden.numbers(golden.outputs().get("alphaAtIssue"));
        int delay = (int) golden.input("delaySteps");
        AdaptiveAlpha alpha = AdaptiveAlpha.startingAt(golden.input("alpha"), golden.input("gamma"));

        for (int t = 0; t < errors.length + delay; t++) {
            // outcomes first, then the forecast of this instant
            if (t >= delay) {
                alpha = alpha.after((int) errors[t - delay], 1);
            }
            if (t < errors.length) {
                golden.check("alpha at issue " + t, alpha.alpha(), atIssue[t]);
            }
        }

        golden.check("alphaAfterAllMatured", alpha.alpha());
    }

    @Test
    void moves_once_by_the_share_of_misses_however_many_pairs_mature_together() {
        assertThat(START.after(33, 33)).isEqualTo(START.after(1, 1));
        assertThat(START.after(0, 33)).isEqualTo(START.after(0, 1));
        // 0.2 + 0.02 × (0.2 − 11/33)
        assertThat(START.after(11, 33).alpha()).isCloseTo(0.2 - 0.02 * 2 / 15, within(1e-15));
    }

    @Test
    void rests_while_the_misses_are_those_promised_and_while_nothing_matures() {
        assertThat(START.after(2, 10).alpha()).isEqualTo(0.2);
        assertThat(START.after(0, 0)).isEqualTo(START);
    }

    @Test
    void widens_to_infinity_after_many_misses_and_empties_after_many_hits() {
        AdaptiveAlpha missing = START;
        AdaptiveAlpha hitting = START;
        for (int i = 0; i < 300; i++) {
            missing = missing.after(1, 1);
            hitting = hitting.after(0, 1);
        }
        ScoreHistogram scores = new ScoreHistogram();
        scores.add(1);

        assertThat(missing.alpha()).isNegative();
        assertThat(SplitConformal.interval(0, 1, scores.quantile(missing.alpha()))
                        .isInfinite())
                .isTrue();
        assertThat(hitting.alpha()).isGreaterThan(1);
        assertThat(SplitConformal.interval(0, 1, scores.quantile(hitting.alpha()))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void steps_less_the_longer_the_horizon_and_rests_beyond_a_day() {
        assertThat(AdaptiveAlpha.defaultGamma(new Horizon(1))).isEqualTo(0.02);
        assertThat(AdaptiveAlpha.defaultGamma(new Horizon(4))).isEqualTo(0.0125);
        assertThat(AdaptiveAlpha.defaultGamma(new Horizon(24))).isEqualTo(0.05 / 24);
        assertThat(AdaptiveAlpha.defaultGamma(new Horizon(168))).isZero();
        assertThat(AdaptiveAlpha.defaultGamma(new Horizon(720))).isZero();
        assertThat(AdaptiveAlpha.startingAt(0.2, 0).after(1, 1).alpha()).isEqualTo(0.2);
    }

    @Test
    void survives_a_checkpoint() {
        AdaptiveAlpha moved = START.after(1, 3);

        assertThat(RoundTrip.of(moved::write, AdaptiveAlpha::read)).isEqualTo(moved);
    }

    @Test
    void refuses_what_cannot_be() {
        assertThatIllegalArgumentException().isThrownBy(() -> START.after(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> START.after(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> AdaptiveAlpha.startingAt(20, 0.02));
        assertThatIllegalArgumentException().isThrownBy(() -> new AdaptiveAlpha(Double.NaN, 0.2, 0.02));
        assertThatIllegalArgumentException().isThrownBy(() -> new AdaptiveAlpha(0.2, 0.2, -1));
    }
}
