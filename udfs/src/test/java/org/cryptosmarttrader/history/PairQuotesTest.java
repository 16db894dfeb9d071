package org.cryptosmarttrader.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.history.Scene.HOURLY;

import java.util.List;
import org.cryptosmarttrader.RoundTrip;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The spread quoted of a pair")
class PairQuotesTest {

    private static EventBlock quote(int hour, double bid, double ask) {
        long end = (hour + 1) * TickGrid.HOUR;
        return quote(end - 1, end + 1_000, bid, ask);
    }

    private static EventBlock quote(long eventTime, long availableAt, double bid, double ask) {
        return new EventBlock(
                EventKind.QUOTE,
                "test-venue",
                Scene.PAIR,
                0,
                Availability.RECORDED,
                new long[] {eventTime},
                new long[] {eventTime},
                new long[] {availableAt},
                new double[] {bid, ask},
                Scene.PAYLOAD);
    }

    private static EventBlock bar(int hour) {
        return Scene.bar(hour * TickGrid.HOUR, 100, 101, 99, 100, 1, 1);
    }

    private static double spreadAfter(int lastHour, EventBlock... events) {
        return Scene.history(List.of(events), lastHour).spread();
    }

    @Test
    void is_the_difference_of_ask_and_bid_over_their_mean() {
        assertThat(spreadAfter(0, bar(0), quote(0, 99, 101))).isEqualTo(0.02);
    }

    @Test
    void is_unknown_until_the_first_one_is_known() {
        assertThat(spreadAfter(0, bar(0))).isNaN();
        assertThat(spreadAfter(0, bar(0), bar(1), quote(1, 99, 101))).isNaN();
    }

    @Test
    void is_that_of_the_last_quote_also_if_an_older_one_comes_later() {
        long known = HOURLY.tick(1);

        assertThat(spreadAfter(1, bar(0), quote(0, 99, 101), bar(1), quote(1, 99.5, 100.5)))
                .isEqualTo(0.01);
        assertThat(spreadAfter(1, bar(0), quote(0, 99, 101), bar(1), quote(1, known, 98, 102)))
                .isEqualTo(0.02);
    }

    @Test
    void is_remembered_for_24_bars() {
        assertThat(spreadAfter(23, bar(0), quote(0, 99, 101))).isEqualTo(0.02);
        assertThat(spreadAfter(24, bar(0), quote(0, 99, 101))).isNaN();
    }

    @ParameterizedTest(name = "bid {0}, ask {1}: {2}")
    @CsvSource({"0, 101, Infinity", "99, 0, Infinity", "0, 0, Infinity", "101, 99, NaN", "-1, 99, NaN", "NaN, 99, NaN"})
    void is_none_where_there_is_no_book_of_two_sides(double bid, double ask, double spread) {
        assertThat(spreadAfter(0, bar(0), quote(0, bid, ask))).isEqualTo(Double.valueOf(spread));
    }

    @Test
    void changes_neither_the_bar_nor_what_it_rests_on() {
        PairMemory without = Scene.memory(List.of(bar(0)), 0);
        PairMemory with = Scene.memory(List.of(bar(0), quote(0, 99, 101)), 0);

        assertThat(with.inputs()).isEqualTo(without.inputs());
        assertThat(with.history(HOURLY, List.of()).now(Column.CLOSE)).isEqualTo(100);
    }

    @Test
    void comes_back_from_its_bytes_and_its_copy() {
        PairMemory memory = Scene.memory(List.of(bar(0), quote(0, 99, 101)), 0);

        for (PairMemory again : List.of(RoundTrip.of(memory::write, PairMemory::read), memory.copy())) {
            assertThat(again.history(HOURLY, List.of()).spread()).isEqualTo(0.02);
        }
    }
}
