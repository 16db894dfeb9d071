package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Correlation")
class CorrelationTest {

    @Test
    void agrees_with_the_golden_vector() {
        Golden golden = Golden.vector("J6-");
        double[] forecasts = Golden.numbers(golden.inputs().get("pred"));
        double[] returns = Golden.numbers(golden.inputs().get("real"));

        golden.check("spearman", Correlation.spearman(forecasts, returns));
        golden.check("pearson", Correlation.pearson(forecasts, returns));
    }

    @Test
    void of_ranks_sees_only_the_order() {
        double[] x = {1, 2, 3, 4};
        double[] growing = {1, 10, 100, 1_000};
        double[] falling = {4, 3, 2, -9};

        assertThat(Correlation.spearman(x, growing)).isCloseTo(1, within(1e-15));
        assertThat(Correlation.spearman(x, falling)).isCloseTo(-1, within(1e-15));
        assertThat(Correlation.pearson(x, growing)).isLessThan(0.9);
    }

    @Test
    void gives_equal_values_the_mean_of_their_ranks() {
        assertThat(Correlation.ranks(new double[] {3, 1, 3, 2, 3})).containsExactly(4, 1, 4, 2, 4);
        assertThat(Correlation.ranks(new double[] {0.0, -0.0, 1, -1})).containsExactly(2.5, 2.5, 4, 1);
        assertThat(Correlation.ranks(new double[] {-0.0, 0.0})).containsExactly(1.5, 1.5);
    }

    @Test
    void is_unknown_if_one_side_does_not_vary() {
        // three times 0.1 have a rounded mean that is not 0.1
        double[] constant = {0.1, 0.1, 0.1};
        double[] varied = {1, 2, 4};

        assertThat(Correlation.pearson(constant, varied)).isNaN();
        assertThat(Correlation.pearson(varied, constant)).isNaN();
        assertThat(Correlation.spearman(constant, varied)).isNaN();
        assertThat(Correlation.spearman(new double[0], new double[0])).isNaN();
    }
}
