package org.cryptosmarttrader.ingest.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.ingest.facts.Fact;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Fear and greed")
class FearGreedPollTest {

    /** 2025-11-10, 9 and 8. */
    private static final String THREE_DAYS = """
            {"name":"Fear and Greed Index","data":[
             {"value":"29","value_classification":"Fear","timestamp":"1762732800","time_until_update":"34980"},
             {"value":"24","value_classification":"Extreme Fear","timestamp":"1762646400"},
             {"value":"20","value_classification":"Extreme Fear","timestamp":"1762560000"}],
             "metadata":{"error":null}}
            """;

    @TempDir
    Path folder;

    private WebScene web;
    private FearGreedPoll poll;

    @BeforeEach
    void start() {
        web = new WebScene(folder);
        poll = new FearGreedPoll(new TextSourceSettings.FearGreed(web.calls(1), TickGrid.HOUR, 35), web.live());
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void is_one_metric_a_day_as_out_of_a_file_and_today_is_not_over() throws Exception {
        web.tells(THREE_DAYS);

        poll.once();

        assertThat(web.lastAsked().path()).isEqualTo("/fng/");
        assertThat(web.lastAsked().query()).containsEntry("limit", "35").containsEntry("format", "json");
        assertThat(web.heard())
                .containsExactly(
                        "METRIC fear-greed 2025-11-08T23:59:59.999Z [, fear_greed] 20.0",
                        "METRIC fear-greed 2025-11-09T23:59:59.999Z [, fear_greed] 24.0");
    }

    @Test
    void has_the_number_and_span_the_importer_gives_it() throws Exception {
        web.tells(THREE_DAYS);

        poll.once();

        EventBlock last = web.events().get(1);
        long end = Instant.parse("2025-11-09T23:59:59.999Z").toEpochMilli();
        assertThat(last.sequence(0)).isEqualTo(Fact.sequenceOf(" fear_greed " + end));
        assertThat(last.intervalMillis()).isEqualTo(TickGrid.DAY);
        assertThat(last.availableAt(0)).isEqualTo(WebScene.NOW.toEpochMilli());
    }

    @Test
    void is_said_once_and_the_day_when_it_has_ended() throws Exception {
        web.tells(THREE_DAYS);
        poll.once();
        web.heard();
        web.passMinutes(9 * 60 + 43);

        poll.once();

        assertThat(web.heard()).containsExactly("METRIC fear-greed 2025-11-10T23:59:59.999Z [, fear_greed] 29.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"data\":[],\"metadata\":{\"error\":\"limit is wrong\"}} | FINAL | fear-greed: limit is wrong",
                "200 | {\"name\":\"x\"} | FINAL | data is missing",
                "200 | {\"data\":[{\"timestamp\":\"1762646400\"}]} | FINAL | data[0].value is missing",
                "200 | {\"data\":[{\"value\":\"24\"}]} | FINAL | data[0].timestamp is missing",
                "200 | {\"data\":[{\"value\":\"101\",\"timestamp\":\"1762646400\"}]} | FINAL | data[0].value is above 100",
                "200 | {\"data\":[{\"value\":\"24\",\"timestamp\":\"1762646401\"}]} | FINAL | not the beginning of a day",
                "200 | <html> | RETRY | no whole JSON",
                "429 | slow | RETRY | HTTP 429",
                "500 | down | RETRY | HTTP 500",
            })
    void says_what_a_failure_was(int status, String body, SourceException.Kind kind, String message) {
        web.tells(status, body);

        assertThatThrownBy(poll::once)
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(message);
        assertThat(web.heard()).isEmpty();
    }
}
