package org.cryptosmarttrader.ingest.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
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

@DisplayName("X, whose every post is paid for")
class XSearchTest {

    private static final String KEY = "canary-AAAA%2FBBBB";

    private static final String NOTHING = "{\"meta\":{\"result_count\":0}}";

    @TempDir
    Path folder;

    private WebScene web;
    private TextPoll poll;

    @BeforeEach
    void start() throws IOException {
        web = new WebScene(folder);
        poll = poll(1_000);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    private TextPoll poll(int postsPerMonth) throws IOException {
        return web.poll(new XSearch(
                new TextSourceSettings.X(
                        web.calls(1),
                        new TextSourceSettings.Polls(TickGrid.HOUR, 0, 6 * TickGrid.DAY, 2),
                        "bitcoin -is:retweet lang:en",
                        postsPerMonth),
                KEY,
                budget(postsPerMonth),
                web.live()));
    }

    private PeriodBudget budget(int postsPerMonth) throws IOException {
        return new PeriodBudget(
                folder.resolve("posts.json"), "x: posts", PeriodBudget.Period.MONTH, postsPerMonth, web.clock);
    }

    private static String post(String id, String at, String text) {
        return ("{\"id\":\"%s\",\"text\":\"%s\",\"created_at\":\"%s\",\"lang\":\"en\",\"author_id\":\"12\","
                        + "\"public_metrics\":{\"like_count\":1,\"retweet_count\":0,\"reply_count\":0,\"quote_count\":0}}")
                .formatted(id, text, at);
    }

    private static String found(int count, String next, String... posts) {
        return "{\"data\":[%s],\"meta\":{\"newest_id\":\"1\",\"oldest_id\":\"1\",\"result_count\":%d%s}}"
                .formatted(String.join(",", posts), count, next.isEmpty() ? "" : ",\"next_token\":\"" + next + "\"");
    }

    private static String good(String id) {
        return post(id, "2025-11-10T14:16:55.123Z", "Bitcoin is great");
    }

    @Test
    void says_posts_as_texts_and_goes_on_from_the_newest() throws Exception {
        web.tells(found(
                2,
                "",
                good("1988000000000000000"),
                post("987000000000000000", "2025-11-10T14:10:00.000Z", "#Ethereum is terrible")));

        poll.once();

        assertThat(web.heard())
                .containsExactly(
                        "TEXT x 2025-11-10T14:16:55.123Z x:1988000000000000000 [BTC] 0.6 bitcoin is great",
                        "TEXT x 2025-11-10T14:10:00Z x:987000000000000000 [ETH] -0.5 ethereum is terrible");
        WebScene.Asked asked = web.lastAsked();
        assertThat(asked.path()).isEqualTo("/2/tweets/search/recent");
        assertThat(asked.query())
                .containsEntry("query", "bitcoin -is:retweet lang:en")
                .containsEntry("max_results", "100")
                .containsEntry("sort_order", "recency")
                .containsEntry("start_time", "2025-11-10T13:17:00Z")
                .doesNotContainKey("since_id");
        assertThat(asked.headers()).containsEntry("Authorization", "Bearer " + KEY);

        web.passMinutes(60);
        web.forgets().tells(NOTHING);
        poll(1_000).once();

        assertThat(web.lastAsked().query())
                .containsEntry("since_id", "1988000000000000000")
                .doesNotContainKey("start_time");
        assertThat(web.heard()).containsExactly("HEALTH x x 2025-11-10T14:17:00Z/2025-11-10T15:17:00Z");
        assertThat(web.raw()).contains("1988000000000000000").doesNotContain(KEY);
    }

    @Test
    void pages_by_token() throws Exception {
        web.tells(found(1, "b26v89c19z", good("2"))).tells(found(1, "", good("1")));

        poll.once();

        assertThat(web.heard()).hasSize(2);
        assertThat(web.lastAsked().query()).containsEntry("next_token", "b26v89c19z");
        assertThat(budget(1_000).left()).isEqualTo(998);
    }

    @Test
    void does_not_say_that_it_listened_if_there_were_more_pages() throws Exception {
        web.tells(NOTHING);
        poll.once();
        web.passMinutes(60);
        web.forgets().tells(found(1, "more", good("9")));

        assertThatThrownBy(poll::once).hasMessageContaining("2 pages do not reach back to the last poll");

        assertThat(web.heard()).hasSize(1).first().asString().startsWith("TEXT");
    }

    @Test
    void does_not_ask_for_a_post_the_search_has_forgotten() throws Exception {
        web.tells(found(1, "", good("5")));
        poll.once();
        web.heard();
        web.passMinutes(7 * 24 * 60);

        web.forgets().tells(NOTHING);
        assertThatThrownBy(poll(1_000)::once).hasMessageContaining("the search does not go back to the last poll");

        assertThat(web.lastAsked().query())
                .containsEntry("start_time", "2025-11-17T13:17:00Z")
                .doesNotContainKey("since_id");
    }

    @Test
    void asks_for_no_more_posts_than_the_month_has_left_and_then_not_at_all() throws Exception {
        poll = poll(25);
        web.tells(found(12, "", good("5")));
        poll.once();
        assertThat(web.lastAsked().query()).containsEntry("max_results", "25");
        web.passMinutes(60);
        poll = poll(25);
        poll.once();
        assertThat(web.lastAsked().query()).containsEntry("max_results", "13");
        web.passMinutes(60);

        assertThatThrownBy(poll(25)::once)
                .hasMessage("x: posts: 24 of 25 used since 2025-11-01; nothing is asked before 2025-12-01")
                .isInstanceOfSatisfying(SourceException.class, e -> assertThat(e.retryAfterMillis())
                        // 16:17 of the 10th to the end of the month
                        .isEqualTo(20 * TickGrid.DAY + 7 * TickGrid.HOUR + 43 * TickGrid.MINUTE));
        assertThat(web.asked()).hasSize(2);

        web.heard();
        web.passMinutes(21 * 24 * 60);
        web.forgets().tells(NOTHING);
        assertThatThrownBy(poll(25)::once).hasMessageContaining("does not go back");
        assertThat(web.asked()).hasSize(3);
    }

    @Test
    void counts_a_reply_that_cannot_be_read_as_a_whole_page_and_a_refusal_as_none() throws Exception {
        web.tells("{\"data\":[");
        assertThatThrownBy(poll::once).hasMessageContaining("no whole JSON");
        assertThat(budget(1_000).left()).isEqualTo(900);

        web.forgets().tells(503, "down");
        assertThatThrownBy(poll(1_000)::once).hasMessageContaining("HTTP 503");
        assertThat(budget(1_000).left()).isEqualTo(900);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | FINAL | 0 | HTTP 400",
                "401 | DISABLED | 0 | put a valid token into X_BEARER_TOKEN",
                "402 | DISABLED | 0 | no credits or no access",
                "403 | DISABLED | 0 | no credits or no access",
                // the second named is 417 s ahead
                "429 | RETRY | 417000 | HTTP 429",
                "503 | RETRY | 0 | HTTP 503",
            })
    void says_what_a_failure_was(int status, SourceException.Kind kind, long wait, String message) {
        web.tells(
                status,
                "{\"title\":\"Problem\",\"detail\":\"%s\",\"type\":\"about:blank\",\"status\":%d}"
                        .formatted(KEY, status),
                "x-rate-limit-reset",
                String.valueOf(WebScene.NOW.getEpochSecond() + 417));

        assertThatThrownBy(poll::once)
                .isInstanceOfSatisfying(SourceException.class, e -> {
                    assertThat(e.kind()).isEqualTo(kind);
                    assertThat(e.retryAfterMillis()).isEqualTo(wait);
                })
                .hasMessageContaining(message)
                .hasMessageContaining("Problem")
                .hasMessageNotContaining(KEY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"meta\":{\"result_count\":3}} | data is missing, though meta.result_count is 3",
                "{\"data\":[]} | meta.result_count is missing",
                "{\"data\":[{\"text\":\"x\"}],\"meta\":{\"result_count\":1}} | data[0].id is missing",
                "{\"data\":[{\"id\":\"5\",\"text\":\"x\"}],\"meta\":{\"result_count\":1}} | data[0].created_at is missing",
                "{\"data\":[{\"id\":\"abc\",\"text\":\"x\"}],\"meta\":{\"result_count\":1}} | data[0].id is no number",
            })
    void names_what_is_missing(String body, String message) {
        web.tells(body);

        assertThatThrownBy(poll::once).isInstanceOf(SourceException.class).hasMessageContaining(message);
    }
}
