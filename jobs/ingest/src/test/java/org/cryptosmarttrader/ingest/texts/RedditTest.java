package org.cryptosmarttrader.ingest.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Reddit")
class RedditTest {

    private static final String SECRET = "canary-secret-0123";
    private static final String TOKEN = "canary-token-4567";
    /** printf 'client:canary-secret-0123' | base64. */
    private static final String BASIC = "Y2xpZW50OmNhbmFyeS1zZWNyZXQtMDEyMw==";

    private static final String GIVES_TOKEN =
            "{\"access_token\":\"%s\",\"token_type\":\"bearer\",\"expires_in\":86400,\"scope\":\"*\"}".formatted(TOKEN);

    @TempDir
    Path folder;

    private WebScene web;
    private TextPoll poll;

    @BeforeEach
    void start() {
        web = new WebScene(folder);
        poll = poll("CryptoCurrency");
    }

    @AfterEach
    void stop() {
        web.close();
    }

    private TextPoll poll(String... subreddits) {
        return web.poll(new Reddit(
                new TextSourceSettings.Reddit(
                        web.calls(1), WebScene.polls(3), web.base(), "linux:cst:test (by /u/me)", List.of(subreddits)),
                "client",
                SECRET,
                web.live()));
    }

    /** @param second of 2025-11-10T14:00:00Z */
    private static String post(String id, int second, String title, String text, String more) {
        return ("{\"kind\":\"t3\",\"data\":{\"id\":\"%s\",\"name\":\"t3_%s\",\"subreddit\":\"CryptoCurrency\",\"title\":\"%s\","
                        + "\"selftext\":\"%s\",\"author\":\"a\",\"created_utc\":%d.0,\"score\":12,\"upvote_ratio\":0.9,"
                        + "\"num_comments\":4,\"edited\":false,%s\"permalink\":\"/r/CryptoCurrency/comments/%s/\"}}")
                .formatted(id, id, title, text, 1_762_783_200 + second, more, id);
    }

    private static String listing(String after, String... posts) {
        return "{\"kind\":\"Listing\",\"data\":{\"after\":%s,\"before\":null,\"dist\":%d,\"children\":[%s]}}"
                .formatted(after, posts.length, String.join(",", posts));
    }

    private static String good(String id, int second) {
        return post(id, second, "Bitcoin", "It is great", "\"removed_by_category\":null,");
    }

    @Test
    void says_title_and_text_of_posts_and_leaves_out_what_was_taken_back() throws Exception {
        web.tells(GIVES_TOKEN)
                .tells(listing(
                        "null",
                        good("1abc", 1_000),
                        post("1abd", 900, "Bitcoin", "spam", "\"removed_by_category\":\"moderator\","),
                        post("1abe", 800, "Bitcoin", "[deleted]", ""),
                        post("1abf", 700, "Ethereum is terrible", "", "")));

        poll.once();

        assertThat(web.heard())
                .containsExactly(
                        "TEXT reddit 2025-11-10T14:16:40Z reddit:t3_1abc [BTC] 0.6 bitcoin it is great",
                        "TEXT reddit 2025-11-10T14:11:40Z reddit:t3_1abf [ETH] -0.5 ethereum is terrible");
        WebScene.Asked token = web.asked().get(0);
        assertThat(token.method()).isEqualTo("POST");
        assertThat(token.path()).isEqualTo("/api/v1/access_token");
        assertThat(token.body()).isEqualTo("grant_type=client_credentials");
        assertThat(token.headers()).containsEntry("Authorization", "Basic " + BASIC);
        WebScene.Asked asked = web.lastAsked();
        assertThat(asked.path()).isEqualTo("/r/CryptoCurrency/new");
        assertThat(asked.query())
                .containsEntry("limit", "100")
                .containsEntry("raw_json", "1")
                .hasSize(2);
        assertThat(asked.headers())
                .containsEntry("Authorization", "Bearer " + TOKEN)
                .containsEntry("User-Agent", "linux:cst:test (by /u/me)");
        assertThat(web.raw()).contains("t3_1abc").doesNotContain(TOKEN, SECRET, BASIC);
    }

    private static String full(String after, int newestSecond) {
        return listing(
                "\"" + after + "\"",
                IntStream.range(0, 100)
                        .mapToObj(i -> good(after + i, newestSecond - i))
                        .toArray(String[]::new));
    }

    @Test
    void pages_back_to_what_was_known_and_asks_for_one_token() throws Exception {
        web.tells(GIVES_TOKEN).tells(listing("null", good("1aaa", 0)));
        poll.once();
        web.heard();
        web.passMinutes(15);
        // an hour before 14:17 is second -2580
        web.forgets().tells(full("t3_b", 1_900)).tells(full("t3_c", -2_500));

        poll.once();

        assertThat(web.heard())
                .hasSize(201)
                .last()
                .isEqualTo("HEALTH reddit reddit 2025-11-10T14:17:00Z/2025-11-10T14:32:00Z");
        assertThat(web.asked()).hasSize(4);
        assertThat(web.lastAsked().query()).containsEntry("after", "t3_b");
    }

    @Test
    void does_not_say_that_it_listened_if_one_subreddit_does_not_reach_back() throws Exception {
        poll = poll("Bitcoin", "CryptoCurrency");
        web.tells(GIVES_TOKEN).tells(listing("null"));
        poll.once();
        web.passMinutes(15);
        web.forgets()
                .tells(listing("null", good("1aaa", -5_000)))
                .tells(full("t3_b", 1_900))
                .tells(full("t3_c", 1_800))
                .tells(full("t3_d", 1_700));

        assertThatThrownBy(poll::once).hasMessageContaining("r/CryptoCurrency does not reach back to the last poll");

        assertThat(web.heard()).hasSize(301).noneMatch(line -> line.startsWith("HEALTH"));
    }

    @Test
    void takes_a_new_token_when_the_old_one_is_refused() throws Exception {
        web.tells(GIVES_TOKEN)
                .tells(401, "{\"message\":\"Unauthorized\",\"error\":401}")
                .tells(GIVES_TOKEN.replace("4567", "8901"))
                .tells(listing("null", good("1abc", 1_000)));

        poll.once();

        assertThat(web.heard()).hasSize(1);
        assertThat(web.lastAsked().headers()).containsEntry("Authorization", "Bearer canary-token-8901");
    }

    @Test
    void takes_a_new_token_before_the_old_one_expires() throws Exception {
        web.tells(GIVES_TOKEN).tells(listing("null"));
        poll.once();
        web.passMinutes(24 * 60 - 5);
        web.forgets().tells(GIVES_TOKEN).tells(listing("null"));

        poll.once();

        assertThat(web.asked().stream().map(WebScene.Asked::method)).containsExactly("POST", "GET", "POST", "GET");
    }

    @Test
    void is_disabled_if_a_new_token_is_refused_too() {
        web.tells(GIVES_TOKEN).tells(401, TOKEN).tells(GIVES_TOKEN).tells(401, TOKEN);

        assertThatThrownBy(poll::once)
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.DISABLED))
                .hasMessageContaining("a new token is refused, too")
                .hasMessageNotContaining(TOKEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"message\":\"Unauthorized\",\"error\":401} | DISABLED | that Reddit approved the client",
                "403 | no | DISABLED | that Reddit approved the client",
                "200 | {\"error\":\"unsupported_grant_type\"} | DISABLED | no token (unsupported_grant_type)",
                "200 | {\"token_type\":\"bearer\"} | FINAL | access_token is missing",
                "200 | {\"access_token\":\"0123456789\"} | FINAL | expires_in is missing",
                "503 | down | RETRY | HTTP 503",
            })
    void says_why_there_is_no_token(int status, String body, SourceException.Kind kind, String message) {
        web.tells(status, body);

        assertThatThrownBy(poll::once)
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(message)
                .hasMessageNotContaining(SECRET)
                .hasMessageNotContaining(BASIC);
    }

    @Test
    void goes_on_with_other_subreddits_where_one_is_closed_and_is_disabled_if_all_are() throws Exception {
        poll = poll("Private", "CryptoCurrency");
        web.tells(GIVES_TOKEN).tells(403, "{\"reason\":\"private\"}").tells(listing("null", good("1abc", 1_000)));

        assertThatThrownBy(poll::once)
                .hasMessageContaining("/r/Private/new")
                .hasMessageContaining("private, banned, or the client is not approved")
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.FINAL));
        assertThat(web.heard()).hasSize(1);

        web.forgets().tells(403, "{}");
        assertThatThrownBy(poll::once)
                .hasMessageContaining("every subreddit is refused")
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.DISABLED));
    }

    @Test
    void waits_as_long_as_the_limit_says() {
        web.tells(GIVES_TOKEN).tells(429, "{}", "X-Ratelimit-Remaining", "0.0", "X-Ratelimit-Reset", "417.5");

        assertThatThrownBy(poll::once)
                .isInstanceOfSatisfying(SourceException.class, e -> assertThat(e.retryAfterMillis())
                        .isEqualTo(417_500));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"Listing\"} | data.children is missing",
                "{\"data\":{\"children\":[{\"data\":{\"name\":\"t3_1\",\"title\":\"x\"}}]}} | data.children[0].created_utc is missing",
                "{\"data\":{\"children\":[{\"data\":{\"created_utc\":1762783200}}]}} | data.children[0].name is missing",
                "{\"data\":{\"children\":[{\"data\":{\"name\":\"t3_1\",\"created_utc\":17627832}}]}} | lies outside 2009 to 2100",
            })
    void names_what_is_missing(String body, String message) {
        web.tells(GIVES_TOKEN).tells(body);

        assertThatThrownBy(poll::once).isInstanceOf(SourceException.class).hasMessageContaining(message);
    }
}
