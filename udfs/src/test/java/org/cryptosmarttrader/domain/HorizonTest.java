package org.cryptosmarttrader.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A horizon")
class HorizonTest {

    private static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);
    private static final TickGrid FIVE_MINUTES = new TickGrid(5 * TickGrid.MINUTE, 5_000);
    private static final TickGrid FOUR_HOURS = new TickGrid(4 * TickGrid.HOUR, 5_000);

    @Test
    void is_written_in_hours() {
        assertThat(Horizon.parse("24h")).isEqualTo(new Horizon(24)).hasToString("24h");
        assertThat(Horizon.ALL).extracting(Horizon::label).containsExactly("1h", "24h", "168h", "720h");
        assertThat(new Horizon(24).millis()).isEqualTo(TickGrid.DAY);
    }

    @Test
    void counts_the_bars_of_a_grid() {
        assertThat(new Horizon(720).bars(HOURLY)).isEqualTo(720);
        assertThat(new Horizon(24).bars(FIVE_MINUTES)).isEqualTo(288);
        assertThat(new Horizon(24).bars(FOUR_HOURS)).isEqualTo(6);
    }

    @Test
    void must_be_a_whole_number_of_bars_and_at_most_720() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Horizon(1).bars(FOUR_HOURS))
                .withMessage(
                        "horizon 1h: is 0.25 bars of 240 minutes, expected a whole number up to 720; use longer ticks or leave it out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Horizon(168).bars(FIVE_MINUTES))
                .withMessageContaining("is 2016.0 bars of 5 minutes");
        assertThat(new Horizon(720).fits(HOURLY)).isTrue();
        assertThat(new Horizon(721).fits(HOURLY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "h", "0h", "-1h", "1.5h", "1d", "24H", "99999h"})
    void refuses_other_spellings(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Horizon.parse(name))
                .withMessage("horizon: '%s', expected hours such as 1h, 24h, 168h or 720h".formatted(name));
    }

    @Test
    void refuses_less_than_an_hour_and_sorts_by_length() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Horizon(0));
        assertThat(new Horizon(1)).isLessThan(new Horizon(24));
    }
}
