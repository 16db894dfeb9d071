package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rank correlation of all rows together")
class PooledCorrelationTest {

    private static final StationaryBootstrap DRAWS = new StationaryBootstrap(24, 300, 3);

    @Test
    void is_spearmans_rho_with_an_interval_around_it() {
        SplittableRandom random = new SplittableRandom(2);
        double[] forecasts = new double[500];
        double[] outcomes = new double[500];
        for (int i = 0; i < 500; i++) {
            forecasts[i] = Math.rint(10 * random.nextDouble());
            outcomes[i] = forecasts[i] / 10 + 2 * random.nextDouble();
        }
        PooledCorrelation pooled = new PooledCorrelation(
                forecasts, outcomes, LongStream.range(0, 500).toArray());

        double rho = Correlation.spearman(forecasts, outcomes);
        assertThat(pooled.value()).isCloseTo(rho, within(1e-12));
        assertThat(pooled.interval(DRAWS).lower()).isBetween(0.2, rho);
        assertThat(pooled.interval(DRAWS).upper()).isBetween(rho, 0.7);
    }

    @Test
    void is_not_known_without_rows_or_of_forecasts_that_never_vary() {
        assertThat(new PooledCorrelation(new double[0], new double[0], new long[0]).value())
                .isNaN();
        assertThat(new PooledCorrelation(new double[] {1, 1}, new double[] {1, 2}, new long[] {1, 2}).value())
                .isNaN();
    }
}
