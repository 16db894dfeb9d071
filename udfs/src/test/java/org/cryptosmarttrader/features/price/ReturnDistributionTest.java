package org.cryptosmarttrader.features.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.history.Scene.closes;

import java.util.List;
import java.util.stream.IntStream;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.history.Scene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Shape and memory of the log returns")
class ReturnDistributionTest {

    @Test
    void skewness_is_negative_where_a_fall_outweighs_the_rises() {
        // returns a, a, -2a: m2 = 2 a², m3 = -2 a³
        assertThat(new ReturnSkewness(3).value(closes(1, 2, 4, 1))).isCloseTo(-2 / Math.sqrt(8), within(1e-14));
    }

    @Test
    void kurtosis_is_least_where_all_returns_are_equally_large() {
        // returns a, -a, a, -a: m2 = a², m4 = a⁴
        assertThat(new ReturnKurtosis(4).value(closes(1, 2, 1, 2, 1))).isCloseTo(-2, within(1e-14));
    }

    @Test
    void autocorrelation_is_negative_where_returns_alternate() {
        // three products of -a² over four squares
        assertThat(new ReturnAutocorrelation(4).value(closes(1, 2, 1, 2, 1))).isCloseTo(-0.75, within(1e-14));
    }

    @Test
    void autocorrelation_leaves_out_the_products_across_a_gap() {
        // 20 returns of which 2 are missing around the gap: 18 squares, 16 products of neighbours
        double[] closes =
                IntStream.range(0, 21).mapToDouble(hour -> 1 + hour % 2).toArray();
        closes[9] = Scene.GAP;

        assertThat(new ReturnAutocorrelation(20).value(closes(closes))).isCloseTo(-16.0 / 18, within(1e-14));
    }

    @Test
    void say_nothing_of_returns_that_never_differ() {
        for (Feature feature : List.of(new ReturnSkewness(4), new ReturnKurtosis(4), new ReturnAutocorrelation(4))) {
            assertThat(feature.value(closes(7, 7, 7, 7, 7))).isNaN();
        }
    }
}
