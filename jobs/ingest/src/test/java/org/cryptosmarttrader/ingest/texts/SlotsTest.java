package org.cryptosmarttrader.ingest.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.ingest.net.JumpingClock;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Polls every quarter of an hour")
class SlotsTest {

    private final JumpingClock clock = new JumpingClock(WebScene.NOW.toEpochMilli());
    private final List<String> polls = new ArrayList<>();
    private long takes;

    private Slots slots(String last) {
        long at = last.isEmpty() ? 0 : Instant.parse(last).toEpochMilli();
        return new Slots(
                15 * TickGrid.MINUTE,
                at,
                () -> {
                    polls.add(Instant.ofEpochMilli(clock.millis()).toString());
                    clock.pass(takes);
                },
                clock);
    }

    private void times(int count, Slots slots) throws Exception {
        for (int i = 0; i < count; i++) {
            slots.once();
        }
    }

    @Test
    void begin_at_once_and_then_with_each_quarter() throws Exception {
        times(4, slots(""));

        assertThat(polls)
                .containsExactly(
                        "2025-11-10T14:17:00Z", "2025-11-10T14:30:00Z", "2025-11-10T14:45:00Z", "2025-11-10T15:00:00Z");
    }

    @Test
    void wait_for_the_next_quarter_after_a_restart_in_one_that_had_its_poll() throws Exception {
        times(1, slots("2025-11-10T14:15:00Z"));
        assertThat(polls).containsExactly("2025-11-10T14:30:00Z");

        polls.clear();
        times(1, slots("2025-11-10T14:14:59Z"));
        assertThat(polls).containsExactly("2025-11-10T14:30:00Z");
    }

    @Test
    void that_took_long_leave_out_the_quarters_they_missed() throws Exception {
        takes = 20 * TickGrid.MINUTE;

        times(3, slots(""));

        assertThat(polls).containsExactly("2025-11-10T14:17:00Z", "2025-11-10T14:37:00Z", "2025-11-10T14:57:00Z");
    }

    @Test
    void do_not_wait_for_a_clock_that_was_ahead() throws Exception {
        times(1, slots("2030-01-01T00:00:00Z"));

        assertThat(polls).containsExactly("2025-11-10T14:30:00Z");
    }
}
