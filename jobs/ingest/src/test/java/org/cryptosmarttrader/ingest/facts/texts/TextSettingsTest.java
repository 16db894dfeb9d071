package org.cryptosmarttrader.ingest.facts.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cryptosmarttrader.ingest.facts.texts.TextScene.settings;

import org.cryptosmarttrader.ingest.facts.Covers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How texts are asked for")
class TextSettingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2022-01-02/2022-01-01 | covers 2022-01-02T00:00:00Z/2022-01-01T00:00:00Z: ends before it begins; write the earlier time first",
                "2022-01-01/2022-01-01 | covers 2022-01-01T00:00:00Z/2022-01-01T00:00:00Z: ends before it begins; write the earlier time first",
                "2022-01-01T00:10:00Z/2022-01-01T01:50:00Z | covers 2022-01-01T00:10:00Z/2022-01-01T01:50:00Z: no whole hour of the clock lies in it; state at least one",
                "2022-01-01 | covers '2022-01-01': expected FROM/UNTIL, each a date such as 2022-03-01 or an instant such as 2022-03-01T12:00:00Z (UTC)",
                "2022-01-01/2022-02-30 | covers '2022-01-01/2022-02-30': expected FROM/UNTIL, each a date such as 2022-03-01 or an instant such as 2022-03-01T12:00:00Z (UTC)",
            })
    void is_refused_where_what_they_cover_is_no_span(String covers, String message) {
        assertThatThrownBy(() -> Covers.parse(covers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rss | wire | | format is 'rss', expected one of cryptonews, tweets, news-days, csv, jsonl",
                "csv | | news | source is not stated, expected an id in small letters such as coindesk; state it with --source",
                "csv | Wire | news | source is 'Wire', expected an id in small letters such as coindesk; state it with --source",
                "tweets | | news | --group describes csv and jsonl, not tweets, whose group is known; leave it out",
                "csv | wire | blog | group is 'blog', expected one of news, reddit, x",
                "csv | wire | | --covers is stated, but not what it covers; name the group with --group",
            })
    void is_refused_where_words_do_not_fit(String format, String source, String group, String message) {
        assertThatThrownBy(() -> settings(
                        format, source == null ? "" : source, group == null ? "" : group, "2022-01-01/2022-01-02"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("import-text: " + message);
    }

    @Test
    void names_the_source_by_the_format_that_is_its_own() {
        assertThat(settings("tweets", "", "", null).source()).isEqualTo("tweets");
    }

    @Test
    void counts_the_hours_between_two_dates() {
        assertThat(Covers.parse("2021-10-12/2022-07-05").facts("wire", "news", ""))
                .hasSize(266 * 24);
    }
}
