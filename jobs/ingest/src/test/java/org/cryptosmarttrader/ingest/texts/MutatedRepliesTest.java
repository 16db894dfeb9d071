package org.cryptosmarttrader.ingest.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cryptosmarttrader.ingest.live.PolledAdapter;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Replies that were damaged at random, 2,000 of each source, fail in words or not at all:")
class MutatedRepliesTest {

    private static final int DAMAGED = 2_000;
    /** Longer than a source is left alone that failed often. */
    private static final long PASSED_MINUTES = 2;

    private static final List<String> SPLICED = List.of(
            "null",
            "{}",
            "[]",
            "-1",
            "1e999999999",
            "9999999999999999999999",
            "\"\"",
            "\"\\ud800\"",
            "true",
            "[[[[",
            "}",
            "\"1\"",
            "0.5",
            "\u0000",
            "é",
            "\\",
            "\"2025-13-45T99:99:99Z\"");

    private static final String TOKEN =
            "{\"access_token\":\"canary-token\",\"token_type\":\"bearer\",\"expires_in\":9999999,\"scope\":\"*\"}";

    @TempDir
    Path folder;

    private final Random random = new Random(20251110);
    private WebScene web;

    @BeforeEach
    void start() {
        web = new WebScene(folder);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    private String damaged(String reply) {
        StringBuilder text = new StringBuilder(reply);
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            int at = random.nextInt(text.length());
            int until = Math.min(text.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, until);
                case 1 -> text.replace(at, until, SPLICED.get(random.nextInt(SPLICED.size())));
                case 2 -> text.insert(at, text.substring(at, until));
                default -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
            }
            if (text.isEmpty()) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    private void survives(PolledAdapter.Poll poll, String reply) throws Exception {
        int failed = 0;
        for (int i = 0; i < DAMAGED; i++) {
            web.forgets().tells(damaged(reply));
            try {
                poll.once();
            } catch (SourceException e) {
                failed++;
                assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(2_000);
            }
            web.passMinutes(PASSED_MINUTES);
        }
        web.events();
        assertThat(failed).as("damage is mostly seen, and not always").isBetween(DAMAGED / 10, DAMAGED - 1);
    }

    @Test
    void newsapi() throws Exception {
        PeriodBudget calls =
                new PeriodBudget(folder.resolve("c.json"), "calls", PeriodBudget.Period.DAY, 1 << 20, web.clock);
        survives(
                web.poll(new NewsApi(
                        new TextSourceSettings.NewsApi(
                                web.calls(1), WebScene.polls(2), "bitcoin", "en", TickGrid.DAY, 1 << 20),
                        "canary-key",
                        calls,
                        web.live())),
                "{\"status\":\"ok\",\"totalResults\":2,\"articles\":[{\"source\":{\"id\":null},\"title\":\"Bitcoin\","
                        + "\"description\":\"It is great\",\"url\":\"https://a.example/1\",\"publishedAt\":\"2025-11-09T14:03:00Z\"},"
                        + "{\"title\":null,\"description\":\"x\",\"url\":\"https://a.example/2\",\"publishedAt\":\"2025-11-09T14:02:00Z\"}]}");
    }

    @Test
    void gdelt() throws Exception {
        survives(
                web.poll(new Gdelt(
                        new TextSourceSettings.Gdelt(web.calls(1), WebScene.polls(2), "bitcoin", 6_000), web.live())),
                "{\"articles\":[{\"url\":\"https://a.example/1\",\"title\":\"Bitcoin is great\",\"seendate\":\"20251110T141500Z\"}]}");
    }

    private TextSourceSettings.Reddit redditSettings() {
        return new TextSourceSettings.Reddit(web.calls(1), WebScene.polls(2), web.base(), "test", List.of("Bitcoin"));
    }

    @Test
    void reddit() throws Exception {
        TextPoll poll = web.poll(new Reddit(redditSettings(), "client", "canary-secret", web.live()));
        web.tells(TOKEN).tells("{\"data\":{\"children\":[]}}");
        poll.once();
        survives(
                poll,
                "{\"kind\":\"Listing\",\"data\":{\"after\":null,\"children\":[{\"kind\":\"t3\",\"data\":{\"name\":\"t3_1abc\","
                        + "\"title\":\"Bitcoin\",\"selftext\":\"It is great\",\"created_utc\":1762783200.0,"
                        + "\"removed_by_category\":null,\"permalink\":\"/r/x\"}}]}}");
    }

    @Test
    void tokens_of_reddit() throws Exception {
        RedditToken token = new RedditToken(redditSettings(), "client", "canary-secret", web.live());
        survives(
                () -> {
                    token.forget();
                    assertThat(token.get()).matches("[!-~]{8,}");
                },
                TOKEN);
    }

    @Test
    void x() throws Exception {
        PeriodBudget posts =
                new PeriodBudget(folder.resolve("p.json"), "posts", PeriodBudget.Period.MONTH, 1 << 30, web.clock);
        survives(
                web.poll(new XSearch(
                        new TextSourceSettings.X(web.calls(1), WebScene.polls(2), "bitcoin", 1 << 30),
                        "canary-key",
                        posts,
                        web.live())),
                "{\"data\":[{\"id\":\"1988000000000000000\",\"text\":\"Bitcoin is great\",\"created_at\":\"2025-11-10T14:13:55.000Z\"}],"
                        + "\"meta\":{\"newest_id\":\"1988000000000000000\",\"result_count\":1}}");
    }

    @Test
    void fear_and_greed() throws Exception {
        survives(
                new FearGreedPoll(new TextSourceSettings.FearGreed(web.calls(1), TickGrid.HOUR, 35), web.live()),
                "{\"data\":[{\"value\":\"29\",\"timestamp\":\"1762732800\"},{\"value\":\"24\",\"timestamp\":\"1762646400\"}],"
                        + "\"metadata\":{\"error\":null}}");
    }

    @Test
    void scores() throws Exception {
        OpenAiScorer scorer = new OpenAiScorer(
                new TextSourceSettings.OpenAi(
                        web.calls(1), "tiny", 0, "1", "Rate.", Optional.of(0.0), 100, 50, 1 << 30, 10),
                "canary-key",
                web.live());
        survives(
                () -> {
                    OpenAiScorer.Answer answer = scorer.ask("Bitcoin is great");
                    if (Double.isNaN(answer.score())) {
                        throw SourceException.last(answer.why());
                    }
                    assertThat(answer.score()).isBetween(-1.0, 1.0);
                },
                "{\"choices\":[{\"message\":{\"content\":\"{\\\"score\\\":0.5}\",\"refusal\":null},\"finish_reason\":\"stop\"}],"
                        + "\"usage\":{\"total_tokens\":244}}");
    }
}
