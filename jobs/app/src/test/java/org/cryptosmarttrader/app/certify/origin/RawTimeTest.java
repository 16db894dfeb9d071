package org.cryptosmarttrader.app.certify.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 1615766400 s is 2021-03-15T00:00:00Z. */
@DisplayName("A time of a payload")
class RawTimeTest {

    @ParameterizedTest
    @CsvSource({
        "1615766400, 2021-03-15T00:00:00Z",
        "1615766400.9999, 2021-03-15T00:00:00.999Z",
        "1615766400123, 2021-03-15T00:00:00.123Z",
        "1615766400123.9, 2021-03-15T00:00:00.123Z",
        "1615766400123999, 2021-03-15T00:00:00.123Z",
        "1615766400123999999, 2021-03-15T00:00:00.123Z",
        "2021-03-15, 2021-03-15T00:00:00Z",
        "2021-03-15T01:02, 2021-03-15T01:02:00Z",
        "2021-03-15 01:02:03.4567, 2021-03-15T01:02:03.456Z",
        "2021-03-15T01:02:03Z, 2021-03-15T01:02:03Z",
        "2021-03-15 01:02:03+01:00, 2021-03-15T00:02:03Z",
        "2021-03-15T01:02:03-0130, 2021-03-15T02:32:03Z",
        "' 2021-03-15 ', 2021-03-15T00:00:00Z",
    })
    void is_read_in_the_unit_its_size_tells_and_cut_to_the_millisecond(String written, String instant) {
        assertThat(RawTime.millis(written)).hasValue(Instant.parse(instant).toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "161576640", "16157664001", "-1615766400", "1.6157664E9", "2021-02-30", "15-03-2021"
            })
    void is_none_where_the_text_is_none(String written) {
        assertThat(RawTime.millis(written)).isEmpty();
        assertThat(RawTime.endOf(written)).isEmpty();
    }

    @Test
    void ends_with_the_day_where_it_is_a_day() {
        assertThat(RawTime.endOf("2020-02-28")).hasValue(millis("2020-02-29T00:00:00Z"));
        assertThat(RawTime.endOfDay("2020-12-31")).hasValue(millis("2021-01-01T00:00:00Z"));
    }

    @Test
    void ends_at_once_where_it_is_an_instant() {
        assertThat(RawTime.endOf("2020-02-28T05:00:00Z")).hasValue(millis("2020-02-28T05:00:00Z"));
    }

    @Test
    void has_no_end_of_day_where_it_is_an_instant() {
        assertThat(RawTime.endOfDay("2020-02-28T05:00:00Z")).isEmpty();
        assertThat(RawTime.endOfDay("2021-02-30")).isEmpty();
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
