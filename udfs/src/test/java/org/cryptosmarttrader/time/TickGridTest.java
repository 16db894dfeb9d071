package org.cryptosmarttrader.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The grid of ticks, hourly with five seconds of grace")
class TickGridTest {

    private static final long NOON = 1_609_502_400_000L; // 2021-01-01T12:00Z, bar 447084

    private final TickGrid grid = new TickGrid(TickGrid.HOUR, 5_000);

    @Test
    void numbers_bars_from_the_epoch_start_inclusive_end_exclusive() {
        assertThat(grid.barOf(NOON)).isEqualTo(447_084);
        assertThat(grid.barOf(NOON + TickGrid.HOUR - 1)).isEqualTo(447_084);
        assertThat(grid.barOf(NOON + TickGrid.HOUR)).isEqualTo(447_085);
        assertThat(grid.barOf(-1)).isEqualTo(-1);
        assertThat(grid.start(447_084)).isEqualTo(NOON);
        assertThat(grid.end(447_084)).isEqualTo(NOON + TickGrid.HOUR);
    }

    @Test
    void decides_on_a_bar_one_grace_after_its_end() {
        assertThat(grid.tick(447_084)).isEqualTo(NOON + TickGrid.HOUR + 5_000);
        assertThat(grid.barAt(grid.tick(447_084))).isEqualTo(447_084);
        assertThat(grid.barAt(grid.tick(-3))).isEqualTo(-3);
    }

    @Test
    void folds_an_event_at_the_first_tick_at_or_after_it_is_available() {
        long tick = grid.tick(447_084);

        assertThat(grid.tickOf(tick)).isEqualTo(tick);
        assertThat(grid.tickOf(tick - 1)).isEqualTo(tick);
        assertThat(grid.tickOf(tick + 1)).isEqualTo(tick + TickGrid.HOUR);
        assertThat(grid.tickOf(-1)).isEqualTo(5_000);
    }

    @Test
    void knows_its_ticks() {
        assertThat(grid.isTick(NOON + 5_000)).isTrue();
        assertThat(grid.isTick(NOON)).isFalse();
        assertThat(grid.isTick(5_000 - TickGrid.HOUR)).isTrue();
    }

    @Test
    void counts_the_bars_of_a_day() {
        assertThat(grid.barsPerDay()).isEqualTo(24);
        assertThat(new TickGrid(5 * TickGrid.MINUTE, 5_000).barsPerDay()).isEqualTo(288);
    }

    @Test
    void refuses_intervals_that_do_not_divide_a_day() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TickGrid(7 * TickGrid.HOUR, 5_000))
                .withMessageContaining("25200000 ms does not divide a day");
        assertThatIllegalArgumentException().isThrownBy(() -> new TickGrid(30_000, 5_000));
        assertThatIllegalArgumentException().isThrownBy(() -> new TickGrid(2 * TickGrid.DAY, 5_000));
    }

    @Test
    void refuses_a_grace_that_does_not_fit_into_a_bar() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TickGrid(TickGrid.HOUR, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TickGrid(TickGrid.HOUR, TickGrid.HOUR))
                .withMessageContaining("less than the interval");
    }
}
