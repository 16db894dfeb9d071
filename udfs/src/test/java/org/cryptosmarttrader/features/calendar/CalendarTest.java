package org.cryptosmarttrader.features.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.features.Tape.GAP;
import static org.cryptosmarttrader.features.Tape.at;
import static org.cryptosmarttrader.features.Tape.history;

import java.util.List;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.Tape;
import org.cryptosmarttrader.history.History;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Hour and weekday of the end of the bar, in UTC")
class CalendarTest {

    private static final int MONDAY = 4; // 1970-01-05

    @Test
    void go_around_their_circles() {
        History sixOnThursday = hour(5); // ends at 06:00

        assertThat(new HourOfDay(Phase.SIN).value(sixOnThursday)).isCloseTo(1, within(1e-15));
        assertThat(new HourOfDay(Phase.COS).value(sixOnThursday)).isCloseTo(0, within(1e-15));
        assertThat(new DayOfWeek(Phase.SIN).value(sixOnThursday))
                .isCloseTo(Math.sin(2 * Math.PI * 3 / 7), within(1e-15));
        assertThat(new DayOfWeek(Phase.COS).value(sixOnThursday))
                .isCloseTo(Math.cos(2 * Math.PI * 3 / 7), within(1e-15));
    }

    @Test
    void begin_at_midnight_of_monday() {
        History midnight = hour(24 * MONDAY - 1);

        assertThat(new HourOfDay(Phase.SIN).value(midnight)).isZero();
        assertThat(new HourOfDay(Phase.COS).value(midnight)).isEqualTo(1);
        assertThat(new DayOfWeek(Phase.SIN).value(midnight)).isZero();
        assertThat(new DayOfWeek(Phase.COS).value(midnight)).isEqualTo(1);
    }

    @Test
    void repeat_after_a_week() {
        for (Feature feature : List.of(new HourOfDay(Phase.SIN), new DayOfWeek(Phase.COS))) {
            assertThat(feature.value(hour(100 + 168))).isEqualTo(feature.value(hour(100)));
        }
    }

    @Test
    void need_no_bar() {
        assertThat(new HourOfDay(Phase.COS).value(history(at(100), GAP))).isFinite();
        assertThat(new DayOfWeek(Phase.COS).value(history(at(100), GAP))).isFinite();
    }

    /** Decides on the bar of that hour of the epoch. */
    private static History hour(int hour) {
        return Tape.of(at(100)).decidedOn(hour);
    }
}
