package org.cryptosmarttrader.ingest.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Collectors;
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

@DisplayName("GDELT, and what all texts have in common")
class GdeltTest {

    @TempDir
    Path folder;

    private WebScene web;
    private TextPoll poll;

    @BeforeEach
    void start() {
        web = new WebScene(folder);
        poll = poll(1);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    private TextPoll poll(int attempts) {
        return web.poll(new Gdelt(
                new TextSourceSettings.Gdelt(
                        web.calls(attempts), WebScene.polls(3), "(bitcoin OR ethereum) sourcelang:english", 6_000),
                web.live()));
    }

    private static String article(String url, String seen, String title) {
        return ("{\"url\":\"%s\",\"url_mobile\":\"\",\"title\":\"%s\",\"seendate\":\"%s\",\"socialimage\":\"\","
                        + "\"domain\":\"example.com\",\"language\":\"English\",\"sourcecountry\":\"United States\"}")
                .formatted(url, title, seen);
    }

    private static String articles(String... each) {
        return "{\"articles\":[%s]}".formatted(String.join(",", each));
    }

    private static String good(String url) {
        return article(url, "20251110T141500Z", "Bitcoin is great");
    }

    private void fails(String message) {
        assertThatThrownBy(poll::once).isInstanceOf(SourceException.class).hasMessageContaining(message);
    }

    @Test
    void says_titles_as_texts_of_news() throws Exception {
        web.tells(articles(
                good("https://a.example/1"),
                article("https://b.example/2", "20251110T140000Z", "Ethereum is terrible")));

        poll.once();

        assertThat(web.heard())
                .containsExactly(
                        "TEXT gdelt 2025-11-10T14:15:00Z news:https://a.example/1 [BTC] 0.6 bitcoin is great",
                        "TEXT gdelt 2025-11-10T14:00:00Z news:https://b.example/2 [ETH] -0.5 ethereum is terrible");
        WebScene.Asked asked = web.lastAsked();
        assertThat(asked.path()).isEqualTo("/api/v2/doc/doc");
        assertThat(asked.query())
                .containsEntry("query", "(bitcoin OR ethereum) sourcelang:english")
                .containsEntry("mode", "artlist")
                .containsEntry("format", "json")
                .containsEntry("maxrecords", "250")
                .containsEntry("sort", "datedesc")
                .containsEntry("startdatetime", "20251110131700")
                .containsEntry("enddatetime", "20251110141700");
        assertThat(asked.headers()).containsEntry("User-Agent", WebScene.USER_AGENT);
        assertThat(web.raw()).contains("https://a.example/1");
    }

    @Test
    void says_that_it_listened_from_the_poll_before_on_and_repeats_nothing() throws Exception {
        web.tells(articles(good("https://a.example/1")));
        poll.once();
        web.heard();
        web.passMinutes(15);
        web.forgets().tells(articles(good("https://a.example/3"), good("https://a.example/1")));

        poll.once();

        assertThat(web.heard())
                .containsExactly(
                        "TEXT gdelt 2025-11-10T14:15:00Z news:https://a.example/3 [BTC] 0.6 bitcoin is great",
                        "HEALTH gdelt news 2025-11-10T14:17:00Z/2025-11-10T14:32:00Z");
        assertThat(web.lastAsked().query())
                .containsEntry("startdatetime", "20251110131700")
                .containsEntry("enddatetime", "20251110143200");
    }

    @Test
    void goes_on_after_a_restart_and_does_not_say_that_it_listened_while_it_was_off() throws Exception {
        web.tells(articles(good("https://a.example/1")));
        poll.once();
        web.heard();
        web.passMinutes(600);
        web.forgets().tells(articles(good("https://a.example/4"), good("https://a.example/1")));

        TextPoll restarted = poll(1);
        restarted.once();

        assertThat(restarted.last()).isEqualTo(web.clock.millis());
        assertThat(web.lastAsked().query()).containsEntry("startdatetime", "20251110131700");
        assertThat(web.heard())
                .as("what was said meanwhile is known only now; that nothing was said would be untrue")
                .containsExactly("TEXT gdelt 2025-11-10T14:15:00Z news:https://a.example/4 [BTC] 0.6 bitcoin is great");
    }

    @Test
    void does_not_cover_a_time_longer_ago_than_the_source_can_be_asked() throws Exception {
        web.tells(articles());
        poll.once();
        web.heard();
        web.passMinutes(8 * 24 * 60);

        fails("was not read since 2025-11-10T14:17:00Z, farther back than the source can be asked");

        assertThat(web.heard()).isEmpty();
        assertThat(web.lastAsked().query()).containsEntry("startdatetime", "20251111141700");
    }

    @Test
    void takes_an_edited_text_as_a_new_item_also_after_a_restart() throws Exception {
        web.tells(articles(good("https://a.example/1")));
        poll.once();
        web.heard();
        web.forgets().tells(articles(article("https://a.example/1", "20251110T141500Z", "Bitcoin is terrible")));
        web.passMinutes(15);

        poll(1).once();

        // sha256sum of the new title
        assertThat(web.heard().get(0))
                .startsWith("TEXT gdelt 2025-11-10T14:15:00Z news:https://a.example/1#")
                .endsWith(" [BTC] -0.5 bitcoin is terrible");
        web.passMinutes(15);
        poll.once();
        assertThat(web.heard()).noneMatch(line -> line.startsWith("TEXT") && !line.contains("#"));
    }

    @Test
    void takes_a_text_dated_into_the_future_when_its_time_has_come() throws Exception {
        web.tells(articles(article("https://a.example/1", "20251110T143000Z", "Bitcoin is great")));

        poll.once();
        assertThat(web.heard()).isEmpty();
        web.passMinutes(15);
        poll.once();

        assertThat(web.heard()).hasSize(2).first().asString().contains("2025-11-10T14:30:00Z");
    }

    private static String full(String seen, String prefix) {
        return articles(IntStream.range(0, 250)
                .mapToObj(i -> article(prefix + i, seen, "Bitcoin is great"))
                .toArray(String[]::new));
    }

    @Test
    void walks_back_page_by_page_six_seconds_apart() throws Exception {
        web.tells(full("20251110T141500Z", "https://a.example/"))
                .tells(full("20251110T140000Z", "https://b.example/"))
                .tells(articles(good("https://c.example/")));

        poll.once();

        assertThat(web.heard()).hasSize(501);
        assertThat(web.asked().stream().map(asked -> asked.query().get("enddatetime")))
                .containsExactly("20251110141700", "20251110141500", "20251110140000");
        assertThat(web.clock.waits()).containsExactly(6_000L, 6_000L);
    }

    @Test
    void does_not_say_that_it_listened_if_its_pages_do_not_reach_back() throws Exception {
        web.tells("{}");
        poll.once();
        web.passMinutes(15);
        web.forgets()
                .tells(full("20251110T141500Z", "https://a.example/"))
                .tells(full("20251110T140000Z", "https://b.example/"))
                .tells(full("20251110T134500Z", "https://c.example/"));

        fails("3 pages do not reach back to 2025-11-10T13:17:00Z");

        assertThat(web.heard()).hasSize(750).allMatch(line -> line.startsWith("TEXT"));
        web.passMinutes(15);
        web.forgets().tells("{}");
        poll.once();
        assertThat(web.heard()).hasSize(1).first().asString().startsWith("HEALTH gdelt news 2025-11-10T14:32:");
    }

    @Test
    void does_not_say_that_it_listened_if_one_instant_fills_a_page() {
        web.tells(full("20251110T141500Z", "https://a.example/"));

        fails("more of 2025-11-10T14:15:00Z than one page holds");
    }

    @Test
    void takes_no_article_as_none() throws Exception {
        web.tells("{}");

        poll.once();

        assertThat(web.heard()).isEmpty();
    }

    @Test
    void names_what_an_article_lacks_and_takes_the_others() {
        web.tells(articles(
                good("https://a.example/1"),
                "{\"url\":\"https://a.example/2\",\"title\":\"Bitcoin\"}",
                "{\"title\":\"Bitcoin\",\"seendate\":\"20251110T141500Z\"}",
                article("https://a.example/3", "yesterday", "Bitcoin"),
                article("https://a.example/4", "20251110T141500Z", "")));

        fails("gdelt: articles[1].seendate is missing, expected a text, articles[2].url is missing, expected a text, "
                + "articles[3].seendate is no time such as 20251110T141500Z; the time before 2025-11-10T14:17:00Z");

        assertThat(web.heard()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | Your query was too short or too long. | FINAL | correct gdelt.query in conf/ingest.yaml",
                "200 | <html><title>Busy</title></html> | RETRY | expected JSON",
                "200 | Please limit requests to one every 5 seconds | RETRY | limit requests to one every 5 seconds",
                "429 | Please limit requests to one every 5 seconds | RETRY | HTTP 429 (Please limit requests to one every 5",
                "503 | <html>down</html> | RETRY | HTTP 503",
                "404 | gone | FINAL | HTTP 404",
                "200 | {\"articles\":[{\"url\": | RETRY | gdelt: no whole JSON",
                "200 | {\"timeline\":[]} | FINAL | gdelt: articles is missing, expected an array",
                "200 | [1] | RETRY | expected JSON",
            })
    void says_what_a_failure_was(int status, String body, SourceException.Kind kind, String message) {
        web.tells(status, body);

        assertThatThrownBy(poll::once)
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(message);
        assertThat(web.heard()).isEmpty();
        assertThat(poll.last()).isZero();
    }

    @Test
    void asks_again_after_having_asked_too_often() throws Exception {
        web.tells(429, "limit requests to one every 5 seconds").tells(articles(good("https://a.example/1")));

        poll(2).once();

        assertThat(web.heard()).hasSize(1);
        assertThat(web.asked()).hasSize(2);
    }

    @Test
    void reads_titles_with_backslashes_and_tabs() throws Exception {
        web.tells(articles(article("https://a.example/1", "20251110T141500Z", "Bitcoin \\& co\tis great")));

        poll.once();

        assertThat(web.heard().stream().collect(Collectors.joining())).endsWith("bitcoin co is great");
    }
}
