package org.cryptosmarttrader.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The progress of training")
class TrainingProgressTest {

    @Test
    void agrees_with_the_golden_vector() {
        Golden golden = Golden.vector("G4-");
        double[] hours = Golden.numbers(golden.inputs().get("hours"));
        for (int i = 0; i < hours.length; i++) {
            JsonNode row = golden.outputs().get("rows").get(i);
            TrainingProgress progress = after(hours[i]);

            golden.check("hours", progress.hours(), hours[i]);
            golden.check("weeks", progress.weeks(), row.get("weeks").asDouble());
            assertThat(progress.weeksCompleted())
                    .isEqualTo(row.get("weeks_completed").asDouble());
            assertThat(progress.weeksRemaining())
                    .isEqualTo(row.get("weeks_remaining").asDouble());
            assertThat(progress.percent())
                    .isEqualTo(row.get("training_progress").asText());
            assertThat(progress.isOpen()).isEqualTo(row.get("open").asBoolean());
        }
    }

    @Test
    void never_rounds_up_to_done() {
        TrainingProgress almost = new TrainingProgress(2_016 * TickGrid.HOUR - 1, 0, 2_016 * TickGrid.HOUR, 0);

        assertThat(almost.percent()).isEqualTo("99.9%");
        assertThat(almost.weeksCompleted()).isEqualTo(11.9);
        assertThat(almost.weeksRemaining()).isEqualTo(0.1);
        assertThat(almost.remainingMillis()).isEqualTo(1);
        assertThat(almost.isOpen()).isFalse();
    }

    @Test
    void is_measured_against_a_tightened_gate() {
        TrainingProgress half = new TrainingProgress(2_016 * TickGrid.HOUR, 0, 4_032 * TickGrid.HOUR, 0);

        assertThat(half.percent()).isEqualTo("50.0%");
        assertThat(half.weeksRemaining()).isEqualTo(12);
        assertThat(half.isOpen()).isFalse();
    }

    @Test
    void of_the_system_is_that_of_the_slowest_horizon() {
        assertThat(TrainingProgress.slowest(List.of(after(2_016), after(1_296), after(1_992))))
                .isEqualTo(after(1_296));
    }

    @Test
    void leaves_nothing_to_wait_for_once_open() {
        assertThat(after(3_000).remainingMillis()).isZero();
    }

    private static TrainingProgress after(double hours) {
        return new TrainingProgress(Math.round(hours * TickGrid.HOUR), 0, 2_016 * TickGrid.HOUR, 0);
    }
}
