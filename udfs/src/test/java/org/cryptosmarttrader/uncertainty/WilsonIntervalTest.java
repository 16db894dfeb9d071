package org.cryptosmarttrader.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Wilson's interval")
class WilsonIntervalTest {

    @Test
    void agrees_with_the_golden_vector() {
        Golden golden = Golden.vector("H4-");
        double[] expected = Golden.numbers(golden.outputs().get("wilson"));

        WilsonInterval wilson = WilsonInterval.of(golden.input("hits") / golden.input("n"), golden.input("n"));

        golden.check("lower", wilson.lower(), expected[0]);
        golden.check("upper", wilson.upper(), expected[1]);
    }

    @Test
    void knows_nothing_without_outcomes() {
        assertThat(WilsonInterval.of(Double.NaN, 0)).isEqualTo(new WilsonInterval(0, 1));
        assertThat(WilsonInterval.of(0.9, Double.NaN)).isEqualTo(new WilsonInterval(0, 1));
    }

    @Test
    void is_symmetric() {
        WilsonInterval hits = WilsonInterval.of(0.7, 40);
        WilsonInterval misses = WilsonInterval.of(0.3, 40);

        assertThat(hits.lower()).isCloseTo(1 - misses.upper(), within(1e-15));
        assertThat(hits.upper()).isCloseTo(1 - misses.lower(), within(1e-15));
    }

    @Test
    void stays_within_zero_and_one() {
        // z² / (n + z²) is where the interval of none in n ends
        double z2 = 1.959963984540054 * 1.959963984540054;

        assertThat(WilsonInterval.of(0, 10).lower()).isBetween(0.0, 1e-15);
        assertThat(WilsonInterval.of(0, 10).upper()).isCloseTo(z2 / (10 + z2), within(1e-15));
        assertThat(WilsonInterval.of(1, 10).upper()).isBetween(1 - 1e-15, 1.0);
    }

    @Test
    void narrows_with_the_outcomes() {
        WilsonInterval few = WilsonInterval.of(0.74, 2.8);
        WilsonInterval many = WilsonInterval.of(0.74, 2_016);

        assertThat(few.upper() - few.lower()).isGreaterThan(0.7);
        assertThat(many.upper() - many.lower()).isLessThan(0.04);
    }

    @Test
    void refuses_what_is_no_share() {
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(74, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(Double.NaN, 100));
    }
}
