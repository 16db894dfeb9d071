package org.cryptosmarttrader.regimes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A regime")
class RegimesTest {

    private static final double NONE = Double.NaN;

    private final TrendRegime trend = new TrendRegime(TrendRegime.STANDARD, TickGrid.HOUR);
    private long hour;

    @Test
    void of_volatility_equals_the_golden_vector() {
        Golden golden = Golden.vector("H6-");
        VolatilityRegime volatility = new VolatilityRegime(
                new Thresholds(
                        golden.input("enterHigh"),
                        golden.input("leaveHigh"),
                        golden.input("leaveLow"),
                        golden.input("enterLow")),
                TickGrid.HOUR);
        List<String> states = new ArrayList<>();
        for (JsonNode value : golden.inputs().get("v")) {
            states.add(volatility
                    .take(TickGrid.HOUR * hour++, Golden.number(value))
                    .name());
        }

        assertThat(states).isEqualTo(texts(golden.outputs().get("state"))).hasSize(31);
        assertThat(VolatilityRegime.STANDARD).isEqualTo(new Thresholds(1.5, 1.2, 0.75, 0.6));
    }

    @Test
    void of_trend_enters_at_one_and_leaves_below_a_half() {
        assertThat(after(0.9, 1)).isEqualTo(TrendState.UP);
        assertThat(after(0.5, 0.5, 0.5, 0.5, 0.5, 0.5)).isEqualTo(TrendState.UP);
        assertThat(after(0.49)).isEqualTo(TrendState.SIDEWAYS);
    }

    @Test
    void of_trend_is_mirrored_below_zero() {
        assertThat(after(-0.9, -1)).isEqualTo(TrendState.DOWN);
        assertThat(after(-0.5, -0.5, -0.5, -0.5, -0.5, -0.5)).isEqualTo(TrendState.DOWN);
        assertThat(after(-0.49)).isEqualTo(TrendState.SIDEWAYS);
    }

    @Test
    void jumps_to_the_other_side_once_the_dwell_is_over() {
        assertThat(after(0, 2)).isEqualTo(TrendState.UP);
        assertThat(after(-2, -2, -2, -2, -2)).isEqualTo(TrendState.UP);
        assertThat(after(-2)).isEqualTo(TrendState.DOWN);
    }

    @Test
    void is_unknown_after_three_missing_hours_and_known_at_the_first_value() {
        assertThat(trend.state()).isEqualTo(TrendState.UNKNOWN);
        assertThat(after(NONE)).isEqualTo(TrendState.UNKNOWN);
        assertThat(after(2, NONE, NONE)).isEqualTo(TrendState.UP);
        assertThat(after(NONE)).isEqualTo(TrendState.UNKNOWN);
        assertThat(after(-2)).isEqualTo(TrendState.DOWN);
        assertThat(after(2)).as("no dwell starts there").isEqualTo(TrendState.UP);
    }

    @Test
    void takes_ticks_left_out_for_missing_ones() {
        after(0, 2);
        hour += 2;
        assertThat(after(-2)).as("two hours are endured, the dwell holds").isEqualTo(TrendState.UP);
        hour += 3;
        assertThat(after(-2)).as("three end what was known").isEqualTo(TrendState.DOWN);
    }

    @Test
    void goes_on_from_what_was_written() throws IOException {
        after(0, 2, -2);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        trend.write(new DataOutputStream(bytes));
        TrendRegime other = new TrendRegime(TrendRegime.STANDARD, TickGrid.HOUR);
        other.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(other.state()).isEqualTo(TrendState.UP);
        for (int ofDwell = 3; ofDwell < 7; ofDwell++) {
            assertThat(other.take(ofDwell * TickGrid.HOUR, -2)).isEqualTo(TrendState.UP);
        }
        assertThat(other.take(7 * TickGrid.HOUR, -2)).isEqualTo(TrendState.DOWN);
    }

    @Test
    void refuses_ticks_and_thresholds_out_of_order() {
        after(0);

        assertThatThrownBy(() -> trend.take(0, 1))
                .hasMessage("regime: value of tick 0 behind that of 0, expected ticks in their order");
        assertThatThrownBy(() -> new Thresholds(1, 2, 0, 0))
                .hasMessageStartingWith("regime thresholds: 1.0, 2.0, 0.0, 0.0, need to fall");
    }

    private TrendState after(double... values) {
        for (double value : values) {
            trend.take(TickGrid.HOUR * hour++, value);
        }
        return trend.state();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
