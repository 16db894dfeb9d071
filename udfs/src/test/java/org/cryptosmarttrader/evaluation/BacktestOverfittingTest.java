package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The probability of backtest overfitting")
class BacktestOverfittingTest {

    @Test
    void agrees_with_the_golden_vector() {
        Golden golden = Golden.vector("J4-");
        double[][] returns = new double[4][16];
        for (int i = 0; i < 16; i++) {
            for (int j = 0; j < 4; j++) {
                returns[j][i] = ((i * 37 + j * 53 + i * j % 7 * 29) % 41 - 20) / 1_000.0;
            }
        }

        BacktestOverfitting overfitting = BacktestOverfitting.of(returns, (int) golden.input("S"));

        double[] expected = Golden.numbers(golden.outputs().get("logits"));
        assertThat(overfitting.logits()).hasSameSizeAs(expected);
        for (int half = 0; half < expected.length; half++) {
            golden.check("logit " + half, overfitting.logits()[half], expected[half]);
        }
        golden.check("pbo", overfitting.probability());
    }

    @Test
    void is_nought_if_one_try_is_better_in_every_block() {
        double[][] returns = noise(10, 320);
        for (int period = 0; period < 320; period++) {
            returns[7][period] += 5;
        }

        assertThat(BacktestOverfitting.of(returns, 16).probability()).isZero();
        // 16 choose 8
        assertThat(BacktestOverfitting.of(returns, 16).logits()).hasSize(12_870);
    }

    @Test
    void is_certain_if_what_wins_in_one_half_of_a_fixed_sum_must_lose_in_the_other() {
        // blocks of one try: +1, +1, -1, -1 on average, of the other their mirror image
        double[] first = new double[16];
        double[] mirror = new double[16];
        for (int period = 0; period < 16; period++) {
            first[period] = (period < 8 ? 1 : -1) + (period % 2 - 0.5) / 10;
            mirror[period] = -first[period];
        }

        // halves with one block of each sign tie at nought, which counts as lost too
        assertThat(BacktestOverfitting.of(new double[][] {first, mirror}, 4).probability())
                .isEqualTo(1);
    }

    @Test
    void leaves_out_surplus_periods_at_the_beginning() {
        double[][] returns = noise(3, 16);
        double[][] longer = new double[3][17];
        for (int trial = 0; trial < 3; trial++) {
            longer[trial][0] = trial == 0 ? 1e6 : -1e6;
            System.arraycopy(returns[trial], 0, longer[trial], 1, 16);
        }

        assertThat(BacktestOverfitting.of(longer, 4).logits())
                .containsExactly(BacktestOverfitting.of(returns, 4).logits());
    }

    @Test
    void ranks_a_try_that_never_traded_as_nought() {
        double[][] returns = noise(2, 16);
        for (int period = 0; period < 16; period++) {
            returns[0][period] = 0;
            returns[1][period] -= 5;
        }

        // nothing done beats a certain loss everywhere
        assertThat(BacktestOverfitting.of(returns, 4).probability()).isZero();
    }

    @Test
    void takes_as_many_blocks_as_the_history_fills() {
        assertThat(BacktestOverfitting.blocksFor(1_000, 24)).isEqualTo(16);
        assertThat(BacktestOverfitting.blocksFor(16 * 24 - 1, 24)).isEqualTo(14);
        assertThat(BacktestOverfitting.blocksFor(5 * 24, 24)).isEqualTo(4);
        assertThat(BacktestOverfitting.blocksFor(4 * 24 - 1, 24)).isZero();
    }

    @Test
    void needs_two_tries_over_the_same_periods() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BacktestOverfitting.of(noise(1, 100), 4))
                .withMessageContaining("1 trials in 4 blocks");
        assertThatIllegalArgumentException().isThrownBy(() -> BacktestOverfitting.of(noise(2, 100), 5));
        assertThatIllegalArgumentException().isThrownBy(() -> BacktestOverfitting.of(noise(2, 7), 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BacktestOverfitting.of(new double[][] {new double[20], new double[21]}, 4));
    }

    private static double[][] noise(int trials, int periods) {
        SplittableRandom random = new SplittableRandom(7);
        double[][] returns = new double[trials][periods];
        for (double[] row : returns) {
            for (int period = 0; period < periods; period++) {
                row[period] = random.nextDouble() - 0.5;
            }
        }
        return returns;
    }
}
