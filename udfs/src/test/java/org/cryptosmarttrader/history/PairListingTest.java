package org.cryptosmarttrader.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.history.Scene.HOURLY;

import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.RoundTrip;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A pair's standing at its venue")
class PairListingTest {

    private static EventBlock listing(String standing, long eventTime, long availableAt) {
        return new EventBlock(
                EventKind.LISTING,
                "test-listings",
                Scene.PAIR,
                0,
                Availability.RECORDED,
                new long[] {eventTime},
                new long[] {eventTime},
                new long[] {availableAt},
                new double[0],
                Scene.PAYLOAD,
                standing);
    }

    private static EventBlock bar(int hour) {
        return Scene.bar(hour * TickGrid.HOUR, 100, 101, 99, 100, 1, 1);
    }

    private static PairMemory after(int lastHour, EventBlock... events) {
        return Scene.memory(new ArrayList<>(List.of(events)), lastHour);
    }

    @Test
    void is_listed_from_its_first_bar_on_whether_or_not_a_listing_came() {
        assertThat(after(0, bar(0)).isListed(HOURLY)).isTrue();
        assertThat(after(0, listing(EventKind.LISTED, 0, 0), bar(0)).isListed(HOURLY))
                .isTrue();
    }

    @Test
    void ends_with_a_delisting_once_that_is_known() {
        long known = HOURLY.tick(2);
        EventBlock delisting = listing(EventKind.DELISTED, 2 * TickGrid.HOUR, known);

        assertThat(after(1, bar(0), bar(1), delisting).isListed(HOURLY)).isTrue();
        assertThat(after(2, bar(0), bar(1), delisting).isListed(HOURLY)).isFalse();
        assertThat(after(2, bar(0), bar(1), delisting).isEmpty())
                .as("history stays")
                .isFalse();
    }

    @Test
    void begins_anew_with_a_bar_that_starts_after_the_delisting_and_with_nothing_else() {
        EventBlock delisting = listing(EventKind.DELISTED, TickGrid.HOUR, TickGrid.HOUR);

        // the bar of hour 1 starts at the very instant of the delisting
        assertThat(after(1, bar(0), delisting, bar(1)).isListed(HOURLY)).isFalse();
        assertThat(after(2, bar(0), delisting, listing(EventKind.LISTED, 2 * TickGrid.HOUR, 2 * TickGrid.HOUR))
                        .isListed(HOURLY))
                .isFalse();
        assertThat(after(2, bar(0), delisting, bar(2)).isListed(HOURLY)).isTrue();
    }

    @Test
    void comes_back_from_its_bytes_and_its_copy() {
        PairMemory memory = after(2, bar(0), listing(EventKind.DELISTED, TickGrid.HOUR, TickGrid.HOUR));

        assertThat(RoundTrip.of(memory::write, PairMemory::read).isListed(HOURLY))
                .isFalse();
        assertThat(memory.copy().isListed(HOURLY)).isFalse();
    }
}
