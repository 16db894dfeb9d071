package org.cryptosmarttrader.serving.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cryptosmarttrader.evaluation.SharpeRatio;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A selection from trials")
class SelectionTest {

    private static final int HOURS = 16 * 24;

    @Test
    void of_a_single_trial_was_none_and_its_ratio_stands_against_nought() {
        double[] own = returns(1, 0.05);

        Selection selection = Selection.of(own, 1, ratios(own), List.of(own));

        assertThat(selection.benchmark()).isZero();
        assertThat(selection.deflatedSharpe()).isEqualTo(SharpeRatio.of(own).probabilistic(0));
        assertThat(selection.overfitting()).isNull();
        assertThat(selection.unmeasured())
                .containsEntry("overfitting", "no other trial covers these hours: nothing was chosen from");
        assertThat(selection.promising()).isFalse();
    }

    @Test
    void is_promising_if_it_is_good_everywhere_and_few_were_tried() {
        double[] own = returns(1, 0.5);
        double[] other = returns(2, 0.4);

        Selection selection = Selection.of(own, 2, ratios(own, other), List.of(own, other));

        assertThat(selection.deflatedSharpe()).isGreaterThan(0.95);
        assertThat(selection.overfitting()).isLessThanOrEqualTo(0.2);
        assertThat(selection.blocks()).isEqualTo(16);
        assertThat(selection.promising()).isTrue();
    }

    @Test
    void is_not_promising_if_it_is_the_best_of_many_worthless_ones() {
        double[][] trials = new double[40][];
        double[] best = null;
        for (int trial = 0; trial < trials.length; trial++) {
            trials[trial] = returns(100 + trial, 0);
            best = best == null || sharpe(trials[trial]) > sharpe(best) ? trials[trial] : best;
        }

        Selection selection = Selection.of(best, 40, ratios(trials), List.of(trials));

        assertThat(SharpeRatio.of(best).probabilistic(0))
                .as("alone it looks certain")
                .isGreaterThan(0.95);
        assertThat(selection.deflatedSharpe()).isLessThan(0.95);
        assertThat(selection.promising()).isFalse();
    }

    @Test
    void says_nothing_of_an_account_that_never_changed() {
        double[] idle = new double[HOURS];

        Selection selection = Selection.of(idle, 3, new double[0], List.of(idle, idle));

        assertThat(selection.sharpe()).isNull();
        assertThat(selection.overfitting()).isNull();
        assertThat(selection.unmeasured().get("deflatedSharpe")).startsWith("the account never changed");
    }

    @Test
    void needs_to_know_how_far_trials_scatter() {
        double[] own = returns(1, 0.5);

        Selection selection = Selection.of(own, 3, ratios(own), List.of(own));

        assertThat(selection.sharpe()).isCloseTo(sharpe(own), within(1e-15));
        assertThat(selection.deflatedSharpe()).isNull();
        assertThat(selection.unmeasured().get("benchmark"))
                .isEqualTo("1 of 3 trials have a Sharpe ratio, 2 needed to know how far they scatter");
    }

    @Test
    void takes_fewer_blocks_of_a_shorter_time_and_none_of_a_few_days() {
        double[] own = Arrays.copyOf(returns(1, 0.5), 5 * 24);
        double[] short3 = Arrays.copyOf(own, 3 * 24);

        assertThat(Selection.of(own, 2, ratios(own, own), List.of(own, own)).blocks())
                .isEqualTo(4);
        assertThat(Selection.of(short3, 2, ratios(short3, short3), List.of(short3, short3))
                        .unmeasured()
                        .get("overfitting"))
                .isEqualTo("72 hours, 96 needed for four blocks of a day");
    }

    private static double sharpe(double[] returns) {
        return SharpeRatio.of(returns).perPeriod();
    }

    private static double[] ratios(double[]... trials) {
        double[] ratios = new double[trials.length];
        for (int trial = 0; trial < trials.length; trial++) {
            ratios[trial] = sharpe(trials[trial]);
        }
        return ratios;
    }

    /** Evenly distributed within ±1 %, shifted by so many per cent of that. */
    private static double[] returns(long seed, double shift) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] returns = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            returns[hour] = 0.02 * (random.nextDouble() - 0.5) + 0.01 * shift;
        }
        return returns;
    }
}
