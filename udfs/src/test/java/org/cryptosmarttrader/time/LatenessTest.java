package org.cryptosmarttrader.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Lateness")
class LatenessTest {

    private final Lateness lateness = new Lateness(5_000, 6 * TickGrid.HOUR);

    @Test
    void of_an_event_counts_from_when_it_happened() {
        checkGolden(Golden.vector("A5-"), "events", "eventTime");
    }

    @Test
    void of_a_bar_counts_from_its_end() {
        checkGolden(Golden.vector("A5b-"), "bars", "endMs");
    }

    private static void checkGolden(Golden golden, String events, String happenedAt) {
        long allowed = golden.inputs().get("allowedLatenessMs").asLong();
        int i = 0;
        for (JsonNode event : golden.inputs().get(events)) {
            assertThat(new Lateness(allowed, allowed)
                            .isLate(
                                    event.get(happenedAt).asLong(),
                                    event.get("availableAt").asLong()))
                    .as("%s %d", golden.name(), i)
                    .isEqualTo(golden.outputs().get("late").get(i++).asBoolean());
        }
    }

    @Test
    void ends_healing_only_behind_the_limit() {
        assertThat(lateness.isBeyondHealing(0, 6 * TickGrid.HOUR)).isFalse();
        assertThat(lateness.isBeyondHealing(0, 6 * TickGrid.HOUR + 1)).isTrue();
    }

    @Test
    void cannot_be_negative_nor_outlast_healing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lateness(-1, 5))
                .withMessageContaining("allowed -1 ms, heal limit 5 ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lateness(10, 5))
                .withMessageContaining("expected 0 <= allowed <= heal limit");
    }
}
