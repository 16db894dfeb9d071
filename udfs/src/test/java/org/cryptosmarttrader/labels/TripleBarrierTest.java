package org.cryptosmarttrader.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The triple barrier")
class TripleBarrierTest {

    private static final double NAN = Double.NaN;

    @ParameterizedTest
    @ValueSource(strings = {"F3-", "F3b-"})
    void agrees_with_the_golden_vector(String name) {
        Golden golden = Golden.vector(name);
        TripleBarrier barrier = new TripleBarrier(golden.input("u"), golden.input("d"));
        JsonNode bars = golden.inputs().get("barsHLC");

        TripleBarrier.Touch touch = barrier.follow(
                        golden.input("entry"), golden.input("sigma"), column(bars, 0), column(bars, 1), column(bars, 2))
                .orElseThrow();

        assertThat(touch.bar()).isEqualTo((int) golden.output("touchIndex"));
        assertThat(touch.label()).isEqualTo((int) golden.output("label"));
        golden.check("ret", touch.value());
        if (golden.outputs().has("upper")) {
            golden.check("upper", barrier.upper(golden.input("entry"), golden.input("sigma")));
            golden.check("lower", barrier.lower(golden.input("entry"), golden.input("sigma")));
        }
    }

    private static double[] column(JsonNode bars, int column) {
        double[] values = new double[bars.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = bars.get(i).get(column).asDouble();
        }
        return values;
    }

    @Test
    void is_time_if_neither_price_is_met() {
        assertThat(follow(values(101, NAN, 101.5), values(99, NAN, 98.5), values(100.5, NAN, 99)))
                .contains(new TripleBarrier.Touch(-1, 0, StrictMath.log(99 / 100.0)));
    }

    @Test
    void passes_over_bars_that_did_not_come() {
        assertThat(follow(values(NAN, 103), values(NAN, 99), values(NAN, 100)))
                .contains(new TripleBarrier.Touch(1, 1, 0.02));
    }

    @Test
    void may_stand_nearer_on_one_side() {
        // exp(-0.01) × 100 = 99.005
        assertThat(new TripleBarrier(2, 0.5).follow(100, 0.02, values(103), values(99), values(100)))
                .contains(new TripleBarrier.Touch(0, -1, -0.01));
    }

    @Test
    void does_not_stand_where_nothing_is_known() {
        double[] one = {100};
        assertThat(TripleBarrier.STANDARD.follow(NAN, 0.02, one, one, one)).isEmpty();
        assertThat(TripleBarrier.STANDARD.follow(100, 0, one, one, one)).isEmpty();
        assertThat(follow(values(NAN), values(NAN), values(NAN))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new TripleBarrier(1, 0));
    }

    private static Optional<TripleBarrier.Touch> follow(double[] highs, double[] lows, double[] closes) {
        return TripleBarrier.STANDARD.follow(100, 0.02, highs, lows, closes);
    }

    private static double[] values(double... values) {
        return values;
    }
}
