package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The deflated Sharpe ratio")
class DeflatedSharpeTest {

    private final SharpeRatio ratio = new SharpeRatio(0.1, -0.5, 5, 1_000);

    @Test
    void agrees_with_the_golden_vector() {
        Golden golden = Golden.vector("J2-");
        SharpeRatio sharpe = SharpeRatio.of(Golden.numbers(golden.inputs().get("returns")));
        double[] trials = Golden.numbers(golden.inputs().get("trialSharpes"));

        DeflatedSharpe deflated = DeflatedSharpe.of(sharpe, trials.length, trials);

        golden.check("varianceOfTrials", deflated.variance());
        golden.check("N", deflated.trials());
        golden.check("sr0", deflated.benchmark());
        golden.check("dsr", deflated.probability());
    }

    @Test
    void agrees_with_the_example_of_its_paper() {
        Golden golden = Golden.vector("J3-");
        double periods = golden.input("periodsPerYear");
        SharpeRatio sharpe = new SharpeRatio(
                golden.input("srAnnual") / Math.sqrt(periods), golden.input("skew"), golden.input("kurtosis"), (int)
                        golden.input("T"));

        DeflatedSharpe deflated =
                DeflatedSharpe.withVariance(sharpe, (int) golden.input("N"), golden.input("varTrialsAnnual") / periods);

        golden.check("sr0PerPeriod", deflated.benchmark());
        golden.check("dsr", deflated.probability());
    }

    @Test
    void of_a_single_try_is_the_probability_of_being_above_nought() {
        DeflatedSharpe deflated = DeflatedSharpe.withVariance(ratio, 1, 0.1);

        assertThat(deflated.benchmark()).isZero();
        assertThat(deflated.probability()).isEqualTo(ratio.probabilistic(0));
    }

    @Test
    void falls_with_every_further_try() {
        double few = DeflatedSharpe.of(ratio, 3, new double[] {0.1, 0.02, 0.05}).probability();
        double more =
                DeflatedSharpe.of(ratio, 30, new double[] {0.1, 0.02, 0.05}).probability();

        assertThat(more).isLessThan(few);
    }

    @Test
    void takes_nothing_off_if_all_tries_came_out_alike() {
        assertThat(DeflatedSharpe.of(ratio, 3, new double[] {0.1, 0.1, 0.1}).benchmark())
                .isZero();
    }

    @Test
    void cannot_be_said_of_tries_whose_spread_is_not_known() {
        assertThat(DeflatedSharpe.of(ratio, 5, new double[] {0.1}).probability())
                .isNaN();
        assertThat(DeflatedSharpe.of(ratio, 5, new double[] {0.1}).benchmark()).isNaN();
    }

    @Test
    void expects_the_best_of_two_worth_nothing_half_a_deviation_above_nought() {
        // Φ⁻¹(1/2) = 0, Φ⁻¹(1 − 1/(2e)) = 0.900453: 0.577216 × 0.900453 deviations; exactly it would be 1/√π = 0.564
        double benchmark = DeflatedSharpe.withVariance(ratio, 2, 1).benchmark();

        assertThat(benchmark).isCloseTo(0.5197553, within(1e-6));
    }

    @Test
    void refuses_what_are_no_trials() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeflatedSharpe.of(ratio, 1, new double[] {0.1, 0.2}))
                .withMessageContaining("1 trials");
        assertThatIllegalArgumentException().isThrownBy(() -> DeflatedSharpe.of(ratio, 0, new double[] {0.1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeflatedSharpe.of(ratio, 2, new double[] {0.1, Double.NaN}));
    }
}
