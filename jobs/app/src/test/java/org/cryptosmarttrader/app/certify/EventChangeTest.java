package org.cryptosmarttrader.app.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.app.certify.SomeRows.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is cut off an input")
class EventChangeTest {

    private static final TreeMap<EventId, Long> NO_LIARS = new TreeMap<>();

    private static List<EventBlock> changed(EventChange change, EventBlock block) {
        List<EventBlock> out = new ArrayList<>();
        change.change(block, out::add);
        return out;
    }

    /** Numbers of the events that pass. */
    private static List<Long> passing(EventChange change, EventBlock block) {
        List<Long> passing = new ArrayList<>();
        changed(change, block).forEach(piece -> {
            for (long number : piece.sequences()) {
                passing.add(number);
            }
        });
        return passing;
    }

    private static EventId bar(long number) {
        return new EventId(EventKind.BAR, "desk", "BTC/USD", 3_600_000, number);
    }

    @Test
    void is_nothing_where_nothing_changes() {
        EventBlock block = SomeEvents.bars(1, 2);

        assertThat(changed(EventChange.none(), block)).containsExactly(block);
        assertThat(EventChange.none()).isEqualTo(EventChange.none());
    }

    @Test
    void is_what_is_known_after_the_instant() {
        Cut cut = new Cut(at(2), NO_LIARS);

        assertThat(passing(cut, SomeEvents.bars(1, 2, 3))).containsExactly(1L, 2L);
        assertThat(passing(cut, SomeEvents.texts(3, 4))).isEmpty();
        assertThat(passing(cut, SomeEvents.texts(0))).containsExactly(0L);
    }

    @Test
    void is_an_event_that_cannot_have_been_known_then_whatever_the_archive_says() {
        Cut cut = new Cut(at(4), new TreeMap<>(Map.of(bar(2), at(4) + 1)));

        assertThat(passing(cut, SomeEvents.bars(1, 2, 3, 4, 5))).containsExactly(1L, 3L, 4L);
    }

    @Test
    void is_no_event_that_was_too_early_but_known_by_then() {
        Cut cut = new Cut(at(4), new TreeMap<>(Map.of(bar(2), at(4))));

        assertThat(passing(cut, SomeEvents.bars(1, 2, 3))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void is_no_event_that_merely_resembles_one_too_early() {
        EventId other = new EventId(EventKind.BAR, "desk", "ETH/USD", 3_600_000, 2);

        assertThat(passing(new Cut(at(4), new TreeMap<>(Map.of(other, at(9)))), SomeEvents.bars(2)))
                .containsExactly(2L);
    }
}
