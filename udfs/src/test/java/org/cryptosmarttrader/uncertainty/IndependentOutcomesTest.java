package org.cryptosmarttrader.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.RoundTrip;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The number of independent outcomes")
class IndependentOutcomesTest {

    @Test
    void agrees_with_the_golden_vector() {
        Golden golden = Golden.vector("F7-");
        long[] hours = longs(Golden.numbers(golden.inputs().get("decisionHours")));
        double[] horizons = Golden.numbers(golden.inputs().get("horizons"));
        double[] numerators = Golden.numbers(golden.outputs().get("numerator"));
        double[] counts = Golden.numbers(golden.outputs().get("n_eff"));

        for (int i = 0; i < horizons.length; i++) {
            IndependentOutcomes outcomes = IndependentOutcomes.of(hours, (int) horizons[i]);
            assertThat(outcomes.coveredBars()).isEqualTo((long) numerators[i]);
            golden.check("n_eff at " + horizons[i], outcomes.count(), counts[i]);
        }
    }

    @Test
    void of_twelve_weeks_are_their_hours_over_the_horizon() {
        long[] hours = new long[12 * 168];
        for (int i = 0; i < hours.length; i++) {
            hours[i] = i;
        }

        assertThat(IndependentOutcomes.of(hours, 1).count()).isEqualTo(2_016);
        assertThat(IndependentOutcomes.of(hours, 24).count()).isEqualTo(84);
        assertThat(IndependentOutcomes.of(hours, 168).count()).isEqualTo(12);
        assertThat(IndependentOutcomes.of(hours, 720).count()).isEqualTo(2.8);
    }

    @Test
    void counts_the_pairs_of_one_bar_once() {
        assertThat(IndependentOutcomes.of(new long[] {5, 5, 5, 6, 6}, 1).count())
                .isEqualTo(2);
    }

    @Test
    void is_zero_before_the_first() {
        assertThat(new IndependentOutcomes(24).count()).isZero();
    }

    @Test
    void of_days_adds_up_to_that_of_the_window() {
        IndependentOutcomes window = new IndependentOutcomes(24);
        window.addAll(new IndependentOutcomes(24));
        window.addAll(IndependentOutcomes.of(new long[] {-3, 0, 1, 2}, 24));
        window.addAll(new IndependentOutcomes(24));
        window.addAll(IndependentOutcomes.of(new long[] {2, 30}, 24));
        window.addAll(IndependentOutcomes.of(new long[] {54, 55}, 24));

        assertThat(window.coveredBars())
                .isEqualTo(IndependentOutcomes.of(new long[] {-3, 0, 1, 2, 30, 54, 55}, 24)
                        .coveredBars());
    }

    @Test
    void survives_a_checkpoint_and_copies_share_nothing() {
        IndependentOutcomes outcomes = IndependentOutcomes.of(new long[] {7, 9}, 24);
        IndependentOutcomes copy = outcomes.copy();
        IndependentOutcomes restored = RoundTrip.of(outcomes::write, IndependentOutcomes::read);
        outcomes.add(40);

        for (IndependentOutcomes kept : new IndependentOutcomes[] {copy, restored}) {
            assertThat(kept.coveredBars()).isEqualTo(3);
            kept.add(10);
            assertThat(kept.coveredBars()).isEqualTo(4);
        }
    }

    @Test
    void grows_at_its_end_only() {
        IndependentOutcomes outcomes = IndependentOutcomes.of(new long[] {7, 9}, 24);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcomes.add(8))
                .withMessageContaining("bar 8 after bar 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcomes.addAll(IndependentOutcomes.of(new long[] {8, 12}, 24)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcomes.addAll(IndependentOutcomes.of(new long[] {12}, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new IndependentOutcomes(0));
    }

    private static long[] longs(double[] numbers) {
        long[] longs = new long[numbers.length];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = (long) numbers[i];
        }
        return longs;
    }
}
