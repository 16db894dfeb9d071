package org.cryptosmarttrader.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.cryptosmarttrader.RoundTrip;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The histogram of probabilities by outcome")
class OutcomeHistogramTest {

    private final OutcomeHistogram outcomes = new OutcomeHistogram();

    @Test
    void stands_for_the_middle_of_each_bin() {
        assertThat(OutcomeHistogram.middle(0)).isEqualTo(0.5 / 1_024);
        assertThat(OutcomeHistogram.middle(1_023)).isEqualTo(1_023.5 / 1_024);
    }

    @Test
    void counts_ups_and_downs_apart() {
        outcomes.add(0.5, true);
        outcomes.add(0.5, false);
        outcomes.add(0.5, false);

        assertThat(outcomes.ups(512)).isEqualTo(1);
        assertThat(outcomes.downs(512)).isEqualTo(2);
        assertThat(outcomes.count()).isEqualTo(3);
    }

    @Test
    void keeps_certainty_in_its_last_bin() {
        outcomes.add(1, true);
        outcomes.add(0, false);
        outcomes.add(Math.nextDown(1.0 / 1_024), true);

        assertThat(outcomes.ups(1_023)).isEqualTo(1);
        assertThat(outcomes.downs(0)).isEqualTo(1);
        assertThat(outcomes.ups(0)).isEqualTo(1);
    }

    @Test
    void ignores_missing_probabilities_and_refuses_impossible_ones() {
        outcomes.add(Double.NaN, true);

        assertThat(outcomes.count()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> outcomes.add(1.01, true));
        assertThatIllegalArgumentException().isThrownBy(() -> outcomes.add(-0.01, true));
    }

    @Test
    void adds_up_days_survives_a_checkpoint_and_copies_share_nothing() {
        outcomes.add(0.25, true);
        OutcomeHistogram other = new OutcomeHistogram();
        other.add(0.25, true);
        other.add(0.75, false);
        outcomes.addAll(other);

        OutcomeHistogram copy = outcomes.copy();
        OutcomeHistogram restored = RoundTrip.of(outcomes::write, OutcomeHistogram::read);
        outcomes.add(0.25, true);

        for (OutcomeHistogram kept : new OutcomeHistogram[] {copy, restored}) {
            assertThat(kept.ups(256)).isEqualTo(2);
            assertThat(kept.downs(768)).isEqualTo(1);
            assertThat(kept.count()).isEqualTo(3);
        }
    }
}
