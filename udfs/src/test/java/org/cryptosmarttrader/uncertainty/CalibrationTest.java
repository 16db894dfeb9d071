package org.cryptosmarttrader.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.RoundTrip;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A calibration")
class CalibrationTest {

    @Test
    void shrinks_to_climatology_like_the_golden_vector() {
        Golden golden = Golden.vector("G6-");
        Calibration shrink = new ClimatologyShrink(golden.input("climatology"), golden.input("k"));
        double[] raw = Golden.numbers(golden.inputs().get("p"));
        double[] expected = Golden.numbers(golden.outputs().get("p"));

        for (int i = 0; i < raw.length; i++) {
            golden.check("p of " + raw[i], shrink.apply(raw[i]), expected[i]);
        }
    }

    @Test
    void says_the_base_rate_alone_if_nothing_of_the_forest_is_kept() {
        assertThat(new ClimatologyShrink(0.52, 0).apply(0.9)).isEqualTo(0.52);
    }

    @Test
    void leaves_probabilities_alone_if_it_is_the_identity() {
        assertThat(PlattMap.IDENTITY.apply(0.37)).isCloseTo(0.37, within(1e-15));
    }

    @Test
    void shifts_and_stretches_the_logit() {
        // logit 0.5 is 0; a = ln 3 makes it 0.75
        assertThat(new PlattMap(StrictMath.log(3), 2).apply(0.5)).isCloseTo(0.75, within(1e-15));
        // logit 0.9 is ln 9; half of it is ln 3
        assertThat(new PlattMap(0, 0.5).apply(0.9)).isCloseTo(0.75, within(1e-15));
    }

    @Test
    void takes_certainty_as_nearly_certain() {
        assertThat(PlattMap.IDENTITY.apply(1)).isCloseTo(1 - 1e-6, within(1e-12));
        assertThat(PlattMap.IDENTITY.apply(0)).isCloseTo(1e-6, within(1e-12));
    }

    @Test
    void keeps_a_missing_probability_missing() {
        assertThat(PlattMap.IDENTITY.apply(Double.NaN)).isNaN();
        assertThat(new ClimatologyShrink(0.5, 0.25).apply(Double.NaN)).isNaN();
        assertThat(new ClimatologyShrink(0.5, 0).apply(Double.NaN)).isNaN();
    }

    @Test
    void is_stored_by_its_kind_and_its_numbers() {
        Calibration platt = new PlattMap(-0.1, 0.7);
        Calibration shrink = new ClimatologyShrink(0.5, 0.25);

        assertThat(RoundTrip.of(platt::write, Calibration::read)).isEqualTo(platt);
        assertThat(RoundTrip.of(shrink::write, Calibration::read)).isEqualTo(shrink);
        assertThat(Calibration.of("platt", -0.1, 0.7)).isEqualTo(platt);
    }

    @Test
    void refuses_what_is_no_calibration() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.of("beta", 1, 2))
                .withMessageContaining("'beta' with 2 numbers");
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.of("platt", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlattMap(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClimatologyShrink(Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClimatologyShrink(0.5, 1.5));
    }
}
