package org.cryptosmarttrader.ingest.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
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

@DisplayName("NewsAPI on the free plan")
class NewsApiTest {

    private static final String KEY = "canary-0123456789";

    @TempDir
    Path folder;

    private WebScene web;
    private TextPoll poll;

    @BeforeEach
    void start() throws IOException {
        web = new WebScene(folder);
        poll = poll(100);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    private TextPoll poll(int callsPerDay) throws IOException {
        PeriodBudget calls = new PeriodBudget(
                folder.resolve("calls.json"), "newsapi: calls", PeriodBudget.Period.DAY, callsPerDay, web.clock);
        return web.poll(new NewsApi(
                new TextSourceSettings.NewsApi(
                        web.calls(1), WebScene.polls(2), "bitcoin OR ethereum", "en", TickGrid.DAY, callsPerDay),
                KEY,
                calls,
                web.live()));
    }

    private static String article(String url, String at, String title, String description) {
        return ("{\"source\":{\"id\":null,\"name\":\"CoinDesk\"},\"author\":\"A B\",\"title\":%s,\"description\":%s,"
                        + "\"url\":\"%s\",\"urlToImage\":null,\"publishedAt\":\"%s\",\"content\":\"first… [+2345 chars]\"}")
                .formatted(title, description, url, at);
    }

    private static String articles(int total, String... each) {
        return "{\"status\":\"ok\",\"totalResults\":%d,\"articles\":[%s]}".formatted(total, String.join(",", each));
    }

    private static String good(String url, String at) {
        return article(url, at, "\"Bitcoin\"", "\"It is great\"");
    }

    @Test
    void says_title_and_description_as_one_text() throws Exception {
        web.tells(articles(
                3,
                good("https://a.example/1", "2025-11-09T14:03:00Z"),
                article("https://a.example/2", "2025-11-09T14:02:00Z", "\"[Removed]\"", "\"[Removed]\""),
                article("https://a.example/3", "2025-11-09T14:01:00Z", "\"Ethereum is terrible\"", "null")));

        poll.once();

        assertThat(web.heard())
                .containsExactly(
                        "TEXT newsapi 2025-11-09T14:03:00Z news:https://a.example/1 [BTC] 0.6 bitcoin it is great",
                        "TEXT newsapi 2025-11-09T14:01:00Z news:https://a.example/3 [ETH] -0.5 ethereum is terrible");
        WebScene.Asked asked = web.lastAsked();
        assertThat(asked.path()).isEqualTo("/v2/everything");
        assertThat(asked.query())
                .containsEntry("q", "bitcoin OR ethereum")
                .containsEntry("language", "en")
                .containsEntry("sortBy", "publishedAt")
                .containsEntry("pageSize", "100")
                // a day is held back, and an hour is read again
                .containsEntry("from", "2025-11-09T13:17:00")
                .containsEntry("to", "2025-11-10T14:17:00");
        assertThat(asked.headers()).containsEntry("X-Api-Key", KEY);
    }

    private static String full(String at) {
        return articles(
                412,
                IntStream.range(0, 100)
                        .mapToObj(i -> good("https://a.example/" + at + i, at))
                        .toArray(String[]::new));
    }

    @Test
    void reads_backwards_by_time_as_the_plan_gives_one_page_of_a_query() throws Exception {
        web.tells(full("2025-11-09T14:03:00Z")).tells(articles(1, good("https://a.example/1", "2025-11-09T13:59:00Z")));

        poll.once();

        assertThat(web.heard()).hasSize(101);
        assertThat(web.lastAsked().query())
                .containsEntry("to", "2025-11-09T14:03:00")
                .doesNotContainKey("page");
    }

    @Test
    void keeps_what_it_read_where_the_plan_gives_no_more_and_does_not_say_that_it_listened() throws Exception {
        web.tells(articles(0));
        poll.once();
        web.passMinutes(30);
        web.forgets()
                .tells(full("2025-11-09T14:03:00Z"))
                .tells(426, "{\"status\":\"error\",\"code\":\"maximumResultsReached\",\"message\":\"only 100\"}");

        assertThatThrownBy(poll::once)
                .hasMessageContaining("older than 2025-11-09T14:03:00Z is not given")
                .hasMessageContaining("only 100");

        assertThat(web.heard()).hasSize(100).allMatch(line -> line.startsWith("TEXT"));
        assertThat(poll.last()).as("goes on from here").isEqualTo(web.clock.millis());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | parameterInvalid | FINAL | 0 | correct block newsapi in conf/ingest.yaml",
                "401 | apiKeyInvalid | DISABLED | 0 | put a valid key into NEWSAPI_KEY",
                "401 | apiKeyDisabled | DISABLED | 0 | put a valid key into NEWSAPI_KEY",
                "426 | maximumResultsReached | FINAL | 0 | the plan gives no more",
                "429 | rateLimited | RETRY | 90000 | HTTP 429",
                // 14:17 to midnight
                "429 | apiKeyExhausted | RETRY | 34980000 | asked again from 00:00 UTC on",
                "500 | unexpectedError | RETRY | 0 | HTTP 500",
                "200 | rateLimited | RETRY | 90000 | status error",
            })
    void says_what_a_failure_was(int status, String code, SourceException.Kind kind, long wait, String message) {
        web.tells(
                status,
                "{\"status\":\"error\",\"code\":\"%s\",\"message\":\"key %s\"}"
                        .formatted(code, status == 200 ? "" : KEY),
                "Retry-After",
                "90");

        assertThatThrownBy(poll::once)
                .isInstanceOfSatisfying(SourceException.class, e -> {
                    assertThat(e.kind()).isEqualTo(kind);
                    assertThat(e.retryAfterMillis()).isEqualTo(wait);
                })
                .hasMessageStartingWith("newsapi: ")
                .hasMessageContaining(message)
                .hasMessageNotContaining(KEY);
    }

    @Test
    void understands_a_failure_without_a_code_by_its_status() {
        web.tells(502, "<html>Bad Gateway</html>");

        assertThatThrownBy(poll::once).hasMessageContaining("HTTP 502 (<html>Bad Gateway</html>)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":\"ok\",\"articles\":[]} | totalResults is missing",
                "{\"status\":\"ok\",\"totalResults\":1} | articles is missing",
                "{\"totalResults\":1} | status ",
                "{\"status\":\"ok\",\"totalResults\":1,\"articles\":[{\"title\":\"x\",\"url\":\"https://a\"}]} "
                        + "| articles[0].publishedAt is missing",
                "{\"status\":\"ok\",\"totalResults\":1,\"articles\":[{\"title\":\"x\"}]} | articles[0].url is missing",
            })
    void names_what_is_missing(String body, String message) {
        web.tells(body);

        assertThatThrownBy(poll::once).isInstanceOf(SourceException.class).hasMessageContaining(message);
    }

    @Test
    void keeps_to_the_calls_of_a_day_also_after_a_restart() throws Exception {
        poll = poll(2);
        web.tells(articles(0));
        poll.once();
        poll = poll(2);
        web.passMinutes(30);
        poll.once();

        assertThatThrownBy(poll::once)
                .hasMessage("newsapi: calls: 2 of 2 used since 2025-11-10; nothing is asked before 2025-11-11");
        assertThat(web.asked()).hasSize(2);
    }

    @Test
    void neither_reads_nor_keeps_a_reply_that_repeats_the_key() throws Exception {
        web.tells(articles(1, good("https://a.example/?key=" + KEY, "2025-11-09T14:03:00Z")));

        assertThatThrownBy(poll::once).hasMessageContaining("repeats the key").hasMessageNotContaining(KEY);

        assertThat(web.heard()).isEmpty();
        assertThat(web.raw()).isEmpty();
    }

    @Test
    void keeps_replies_with_their_address_and_without_the_key() throws Exception {
        web.tells(articles(1, good("https://a.example/1", "2025-11-09T14:03:00Z")));

        poll.once();

        assertThat(web.raw())
                .contains("/v2/everything?q=", "https://a.example/1")
                .doesNotContain(KEY);
    }
}
