package org.cryptosmarttrader.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("UTC days")
class UtcDaysTest {

    @Test
    void begin_at_midnight_utc() {
        assertThat(UtcDays.start(18_628)).isEqualTo(1_609_459_200_000L);
        assertThat(UtcDays.dayOf(1_609_459_200_000L)).isEqualTo(18_628);
        assertThat(UtcDays.dayOf(1_609_459_199_999L)).isEqualTo(18_627);
        assertThat(UtcDays.dayOf(-1)).isEqualTo(-1);
    }

    @Test
    void are_written_as_dates() {
        assertThat(UtcDays.date(18_628)).isEqualTo("2021-01-01");
        assertThat(UtcDays.date(-1)).isEqualTo("1969-12-31");
    }
}
