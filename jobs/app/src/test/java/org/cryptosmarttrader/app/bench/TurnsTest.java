package org.cryptosmarttrader.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A source and the end of its job, taking turns,")
class TurnsTest {

    private final Turns turns = new Turns(20);

    @Test
    void begin_a_tick_when_the_one_before_has_ended() throws Exception {
        turns.begin(10);
        CompletableFuture<Void> next = CompletableFuture.runAsync(() -> turns.begin(20));

        turns.end(9);
        assertThat(next).isNotDone();
        turns.end(10);

        next.get(10, TimeUnit.SECONDS);
    }

    @Test
    void time_each_tick_from_the_first_wanted_on() {
        for (long tick : new long[] {10, 20, 30}) {
            turns.begin(tick);
            turns.end(tick);
        }

        assertThat(turns.millis()).hasSize(2);
    }

    @Test
    void time_a_tick_once_however_many_later_marks_follow() {
        turns.begin(20);
        turns.end(20);
        turns.end(21);
        turns.end(Long.MAX_VALUE);

        assertThat(turns.millis()).hasSize(1);
    }
}
