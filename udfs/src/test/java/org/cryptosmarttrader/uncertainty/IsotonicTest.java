package org.cryptosmarttrader.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.RoundTrip;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An isotonic map")
class IsotonicTest {

    @Test
    void agrees_with_the_golden_vector() {
        Golden golden = Golden.vector("G2-");
        double[] forecasts = Golden.numbers(golden.inputs().get("x"));
        Isotonic map = Isotonic.fit(forecasts, Golden.numbers(golden.inputs().get("y")));

        assertMaps(golden, map, forecasts, "fitted");
        assertMaps(golden, map, Golden.numbers(golden.inputs().get("query")), "queryValue");
    }

    private static void assertMaps(Golden golden, Isotonic map, double[] forecasts, String field) {
        double[] expected = Golden.numbers(golden.outputs().get(field));
        for (int i = 0; i < forecasts.length; i++) {
            golden.check("%s of %s".formatted(field, forecasts[i]), map.apply(forecasts[i]), expected[i]);
        }
    }

    @Test
    void pools_equal_forecasts_first() {
        Isotonic map = Isotonic.fit(new double[] {0.4, 0.2, 0.4, 0.4}, new double[] {1, 0, 0, 0});

        assertThat(map.apply(0.4)).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(map.apply(0.3)).isCloseTo(1.0 / 6, within(1e-15));
    }

    @Test
    void is_the_share_of_rises_if_forecasts_ranked_them_upside_down() {
        Isotonic map = Isotonic.fit(new double[] {0.1, 0.2, 0.8, 0.9}, new double[] {1, 1, 1, 0});

        assertThat(map.apply(0)).isEqualTo(0.75);
        assertThat(map.apply(1)).isEqualTo(0.75);
    }

    @Test
    void keeps_a_missing_forecast_missing() {
        assertThat(Isotonic.fit(new double[] {0.5}, new double[] {1}).apply(Double.NaN))
                .isNaN();
    }

    @Test
    void is_stored_by_its_kind_and_its_numbers() {
        Isotonic map = Isotonic.fit(new double[] {0.1, 0.2, 0.3}, new double[] {0, 1, 0});

        Calibration stored = RoundTrip.of(map::write, Calibration::read);

        assertThat(stored.kind()).isEqualTo("isotonic");
        assertThat(stored.numbers()).containsExactly(0.1, 0.2, 0.3, 0, 0.5, 0.5);
        assertThat(stored.apply(0.15)).isEqualTo(map.apply(0.15));
    }

    @Test
    void refuses_missing_outcomes_and_falling_values() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Isotonic.fit(new double[] {0.5}, new double[] {Double.NaN}))
                .withMessageContaining("leave missing ones out");
        assertThatIllegalArgumentException().isThrownBy(() -> Isotonic.fit(new double[0], new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.of("isotonic", 0.1, 0.2, 0.6, 0.5))
                .withMessageContaining("that do not fall");
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.of("isotonic", 0.1, 0.2, 0.6));
    }
}
