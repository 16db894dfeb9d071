package org.cryptosmarttrader.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.history.Scene.MINUTES;
import static org.cryptosmarttrader.history.Scene.minute;
import static org.cryptosmarttrader.history.Scene.with;

import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Hourly bars from minute bars")
class BarsFromMinutesTest {

    private static final long NOON = 447_084;
    private static final long START = NOON * TickGrid.HOUR;

    @Test
    void take_the_first_open_the_last_close_the_extremes_and_the_sums() {
        PairRun run = new PairRun(
                MINUTES,
                minute(START + 59 * TickGrid.MINUTE, 106, 107, 101, 102, 4),
                minute(START, 100, 105, 99, 104, 1),
                minute(START + 20 * TickGrid.MINUTE, 104, 109, 103, 106, 2));
        run.to(NOON);

        assertThat(run.bar(NOON)).containsExactly(100, 109, 99, 102, 7);
    }

    @Test
    void end_where_the_next_hour_begins() {
        PairRun run = new PairRun(
                MINUTES, minute(START - TickGrid.MINUTE, 90), minute(START, 100), minute(START + TickGrid.HOUR, 110));
        run.to(NOON + 1);

        assertThat(run.bar(NOON - 1)).containsExactly(90, 90, 90, 90, 1);
        assertThat(run.bar(NOON)).containsExactly(100, 100, 100, 100, 1);
        assertThat(run.bar(NOON + 1)).containsExactly(110, 110, 110, 110, 1);
    }

    @Test
    void sum_what_every_part_knows_and_nothing_else() {
        PairRun run = new PairRun(
                MINUTES,
                with(EventKind.COUNT, 3, with(EventKind.QUOTE_VOLUME, 50, minute(START, 100))),
                with(EventKind.COUNT, 4, minute(START + TickGrid.MINUTE, 100)));
        run.to(NOON);

        assertThat(run.value(Column.COUNT, NOON)).isEqualTo(7);
        assertThat(run.value(Column.QUOTE_VOLUME, NOON)).isNaN();
        assertThat(run.value(Column.BUY_VOLUME, NOON)).isNaN();
    }

    @Test
    void are_entered_at_the_open_of_the_first_minute_behind_the_decision() {
        PairRun run = new PairRun(
                MINUTES,
                minute(START, 100),
                minute(START + TickGrid.MINUTE, 101),
                minute(START + 2 * TickGrid.MINUTE, 102));
        run.to(NOON);

        assertThat(run.value(Column.ENTRY_PRICE, NOON)).isEqualTo(101);
        assertThat(run.value(Column.FILL_PRICE, NOON)).isEqualTo(101);
    }

    @Test
    void are_not_entered_where_only_the_first_minute_was_traded() {
        PairRun run = new PairRun(MINUTES, minute(START, 100));
        run.to(NOON);

        assertThat(run.value(Column.ENTRY_PRICE, NOON)).isZero();
        assertThat(run.value(Column.FILL_PRICE, NOON)).isZero();
    }

    @Test
    void know_no_entry_price_if_the_hour_came_ready_made() {
        PairRun run = new PairRun(Scene.FEED, Scene.bar(START, 100, 101, 99, 100, 1, 1));
        run.to(NOON);

        assertThat(run.value(Column.ENTRY_PRICE, NOON)).isNaN();
        assertThat(run.value(Column.FILL_PRICE, NOON)).isNaN();
    }

    @Test
    void carry_their_logarithms() {
        PairRun run = new PairRun(
                MINUTES,
                minute(START - TickGrid.MINUTE, 90),
                with(EventKind.COUNT, 3, minute(START, 100, 110, 95, 105, 2)));
        run.to(NOON);

        assertThat(run.value(Column.RETURN, NOON)).isEqualTo(StrictMath.log(105.0 / 90));
        assertThat(run.value(Column.LOG_HIGH_LOW, NOON)).isEqualTo(StrictMath.log(110.0 / 95));
        assertThat(run.value(Column.LOG_CLOSE_OPEN, NOON)).isEqualTo(StrictMath.log(105.0 / 100));
        assertThat(run.value(Column.LOG_OPEN_PREVIOUS, NOON)).isEqualTo(StrictMath.log(100.0 / 90));
        assertThat(run.value(Column.ROGERS_SATCHELL, NOON))
                .isEqualTo(StrictMath.log(110.0 / 105) * StrictMath.log(110.0 / 100)
                        + StrictMath.log(95.0 / 105) * StrictMath.log(95.0 / 100));
        assertThat(run.value(Column.LOG_VOLUME, NOON)).isEqualTo(StrictMath.log(2));
        assertThat(run.value(Column.LOG_COUNT, NOON)).isEqualTo(StrictMath.log(4));
    }
}
