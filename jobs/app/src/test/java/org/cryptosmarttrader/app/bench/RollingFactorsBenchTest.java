package org.cryptosmarttrader.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rolling factors of Qlib's task")
class RollingFactorsBenchTest {

    private static final int FACTORS = 14;
    private static final Offset<Double> ROUNDING = within(1e-12);

    private static double[] day(DailyCloses closes, int day) {
        double[] table = RollingFactorsBench.factors(closes, 0);
        return Arrays.copyOfRange(table, day * FACTORS, (day + 1) * FACTORS);
    }

    @Test
    void are_means_deviations_and_rates_of_change_of_the_closes() {
        DailyCloses closes = new DailyCloses(new double[][] {{1, 2, 3, 4, 5, 6}});

        double[] sixth = day(closes, 5);

        // of the last five: 2 to 6, mean 4, squares 4 + 1 + 0 + 1 + 4
        assertThat(sixth[0]).isEqualTo(4);
        assertThat(sixth[1]).isCloseTo(Math.sqrt(10.0 / 4), ROUNDING);
        // of the last ten as far as they go: 1 to 6
        assertThat(sixth[2]).isEqualTo(3.5);
        assertThat(sixth[3]).isCloseTo(Math.sqrt(17.5 / 5), ROUNDING);
        // the close five days ago over today's; there is none ten days ago
        assertThat(sixth[10]).isCloseTo(1.0 / 6, ROUNDING);
        assertThat(sixth[11]).isNaN();
    }

    @Test
    void of_the_first_day_know_no_deviation() {
        DailyCloses closes = new DailyCloses(new double[][] {{3}});

        assertThat(day(closes, 0)[0]).isEqualTo(3);
        assertThat(day(closes, 0)[1]).isNaN();
    }

    @Test
    void are_those_of_a_loop_over_arrays_bit_by_bit() {
        DailyCloses closes = DailyCloses.generate(3, 1_100);

        for (int symbol = 0; symbol < closes.symbols(); symbol++) {
            assertThat(RollingFactorsBench.factors(closes, symbol))
                    .as("symbol %d", symbol)
                    .containsExactly(RollingFactorsBench.naive(closes, symbol));
        }
    }
}
