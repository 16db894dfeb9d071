package org.cryptosmarttrader.ingest.live;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cryptosmarttrader.domain.EventBlock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Receipts")
class ReceiptsTest {

    private final StillClock clock = new StillClock(10_000);
    private final Receipts receipts = new Receipts(clock, 0);

    private static Heard trade(long id, long eventTime) {
        return Heard.trade("kraken", "BTC/USD", id, eventTime, 100, 1, 1, new byte[32]);
    }

    private List<Long> taken() {
        return receipts.take().events().stream()
                .map(event -> event.availableAt(0))
                .toList();
    }

    @Test
    void become_known_when_they_come_in_however_old_they_are() {
        receipts.put(List.of(trade(1, 9_990)));
        clock.set(10_250);
        receipts.put(List.of(trade(2, 3_000)));

        assertThat(taken()).containsExactly(10_000L, 10_250L);
        assertThat(taken()).isEmpty();
    }

    @Test
    void that_come_together_become_known_together() {
        receipts.put(List.of(trade(1, 9_000), trade(2, 9_500), trade(3, 9_700)));

        assertThat(taken()).containsExactly(10_000L, 10_000L, 10_000L);
    }

    @Test
    void never_become_known_before_what_came_earlier_even_if_the_clock_is_set_back() {
        receipts.put(List.of(trade(1, 9_990)));
        clock.set(4_000);
        receipts.put(List.of(trade(2, 3_990)));

        assertThat(taken()).containsExactly(10_000L, 10_000L);
        assertThat(receipts.take().before()).isEqualTo(10_000);
    }

    @Test
    void never_become_known_before_what_was_written_before_a_restart() {
        Receipts restarted = new Receipts(clock, 12_000);

        restarted.put(List.of(trade(1, 9_990)));

        EventBlock event = restarted.take().events().get(0);
        assertThat(event.availableAt(0)).isEqualTo(12_000);
    }

    @Test
    void ahead_of_the_clock_by_two_seconds_become_known_at_their_own_time_and_nothing_is_known_earlier_afterwards() {
        receipts.put(List.of(trade(1, 12_000)));
        receipts.put(List.of(trade(2, 10_000)));

        Receipts.Taken taken = receipts.take();
        assertThat(taken.events()).extracting(event -> event.availableAt(0)).containsExactly(12_000L, 12_000L);
        assertThat(taken.before()).isEqualTo(12_000);
        assertThat(receipts.refused()).isEmpty();
    }

    @Test
    void farther_ahead_are_refused_and_counted_by_source() {
        receipts.put(List.of(trade(1, 12_001), trade(2, 10_000)));

        assertThat(taken()).containsExactly(10_000L);
        assertThat(receipts.refused()).containsExactly(entry("kraken", 1L));
    }

    @Test
    void say_how_far_a_source_is_once_with_what_it_handed_over() {
        receipts.put(List.of(trade(1, 9_990)));
        receipts.mark("esplora", "block 7");

        Receipts.Taken taken = receipts.take();

        assertThat(taken.events()).hasSize(1);
        assertThat(taken.marks()).containsExactly(entry("esplora", "block 7"));
        assertThat(receipts.take().marks()).isEmpty();
    }
}
