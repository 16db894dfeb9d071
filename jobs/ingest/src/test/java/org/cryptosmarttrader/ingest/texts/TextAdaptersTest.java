package org.cryptosmarttrader.ingest.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.ingest.live.AbsentAdapter;
import org.cryptosmarttrader.ingest.live.Adapter;
import org.cryptosmarttrader.ingest.net.Secrets;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The adapters of texts and indices")
class TextAdaptersTest {

    private static final Map<String, String> KEYS = Map.of(
            "NEWSAPI_KEY", "canary-1",
            "REDDIT_CLIENT_ID", "canary-2",
            "REDDIT_CLIENT_SECRET", "canary-3",
            "X_BEARER_TOKEN", "canary-4",
            "OPENAI_API_KEY", "canary-5");

    @TempDir
    Path folder;

    private WebScene web;

    @BeforeEach
    void start() {
        web = new WebScene(folder);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    private TextSourceSettings settings(boolean listen, String openai) {
        TextSourceSettings.Calls calls = new TextSourceSettings.Calls(listen, web.base(), 1_000, 2_000, 1);
        TextSourceSettings.Polls polls = WebScene.polls(1);
        return new TextSourceSettings(
                new TextSourceSettings.NewsApi(calls, polls, "bitcoin", "en", 0, 100),
                new TextSourceSettings.Gdelt(calls, polls, "bitcoin", 6_000),
                new TextSourceSettings.Reddit(calls, polls, web.base(), "test", List.of("Bitcoin")),
                new TextSourceSettings.X(calls, polls, "bitcoin", 100),
                new TextSourceSettings.FearGreed(calls, TickGrid.HOUR, 35),
                new TextSourceSettings.OpenAi(
                        new TextSourceSettings.Calls(listen, URI.create(openai), 1_000, 2_000, 1),
                        "tiny",
                        0,
                        "1",
                        "Rate.",
                        Optional.empty(),
                        100,
                        50,
                        1_000,
                        10));
    }

    private List<Adapter> adapters(TextSourceSettings settings, Map<String, String> keys) {
        return TextAdapters.of(settings, new Secrets(keys, folder.resolve("secrets")), web.live(), web.reading());
    }

    private static List<String> present(List<Adapter> adapters) {
        return adapters.stream()
                .filter(adapter -> !(adapter instanceof AbsentAdapter))
                .map(Adapter::source)
                .toList();
    }

    private static List<String> complaints(List<Adapter> adapters) {
        return adapters.stream()
                .flatMap(adapter -> adapter.complaints().stream())
                .toList();
    }

    @Test
    void without_a_key_are_those_that_need_none_and_the_others_say_what_they_lack() {
        List<Adapter> adapters = adapters(settings(true, "https://api.openai.com/v1"), Map.of());

        assertThat(adapters)
                .extracting(Adapter::source)
                .containsExactly("newsapi", "gdelt", "reddit", "x", "fear-greed", "openai");
        assertThat(present(adapters)).containsExactly("gdelt", "fear-greed");
        String file = ", or into a file of that name below secrets in the data folder";
        assertThat(complaints(adapters))
                .containsExactly(
                        "newsapi: no key; put it into NEWSAPI_KEY" + file,
                        "reddit: no key; put it into REDDIT_CLIENT_ID" + file,
                        "x: no key; put it into X_BEARER_TOKEN" + file,
                        "openai: no key; put it into OPENAI_API_KEY" + file);
    }

    @Test
    void with_keys_are_all() {
        assertThat(present(adapters(settings(true, "https://api.openai.com/v1"), KEYS)))
                .hasSize(6);
    }

    @Test
    void score_without_a_key_at_a_server_of_ones_own() {
        assertThat(present(adapters(settings(true, "http://127.0.0.1:11434/v1"), Map.of())))
                .contains("openai");
    }

    @Test
    void that_are_switched_off_say_so() {
        List<Adapter> adapters = adapters(settings(false, "https://api.openai.com/v1"), KEYS);

        assertThat(present(adapters)).isEmpty();
        assertThat(complaints(adapters))
                .contains("fear-greed: not listened to, as fearGreed.listen in conf/ingest.yaml says");
    }

    @Test
    void whose_key_cannot_be_one_or_may_be_read_by_others_are_absent_and_do_not_say_it() throws IOException {
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        Path file = Files.writeString(secrets.resolve("X_BEARER_TOKEN"), "canary-4");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        List<Adapter> adapters =
                adapters(settings(true, "https://api.openai.com/v1"), Map.of("NEWSAPI_KEY", "canary 1\nx"));

        assertThat(present(adapters)).containsExactly("gdelt", "fear-greed");
        assertThat(String.join("\n", complaints(adapters)))
                .contains(
                        "newsapi: key NEWSAPI_KEY: holds a blank, a line end or another character no key has",
                        "x: key ",
                        "chmod 600")
                .doesNotContain("canary");
    }

    @Test
    void refuse_a_budget_that_cannot_be_read_rather_than_begin_it_again() throws IOException {
        Files.createDirectories(folder.resolve("own"));
        Files.writeString(folder.resolve("own/x-posts.json"), "{\"since\":\"2025-11\"");

        List<Adapter> adapters = adapters(settings(true, "https://api.openai.com/v1"), KEYS);

        assertThat(present(adapters)).doesNotContain("x");
        assertThat(String.join("\n", complaints(adapters))).contains("x-posts.json: damaged", "look up at the source");
    }

    @Test
    void whose_key_is_refused_stop_and_say_so() throws Exception {
        web.tells(401, "{\"status\":\"error\",\"code\":\"apiKeyInvalid\",\"message\":\"canary-1 is invalid\"}");
        CountDownLatch ended = new CountDownLatch(1);
        Live live = web.live();
        Live watched = new Live(
                live.rawLog(),
                live.receipts(),
                live.cursors(),
                live.clock(),
                task -> new Thread(() -> {
                    task.run();
                    ended.countDown();
                }),
                live.random(),
                live.folder(),
                live.userAgent());
        Adapter newsapi = TextAdapters.of(
                        settings(true, "https://api.openai.com/v1"),
                        new Secrets(KEYS, folder.resolve("secrets")),
                        watched,
                        web.reading())
                .get(0);

        newsapi.start();

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(newsapi.complaints())
                .singleElement()
                .asString()
                .contains("newsapi: ", "HTTP 401", "put a valid key into NEWSAPI_KEY")
                .doesNotContain("canary");
        assertThat(newsapi.health().refused()).isEqualTo(1);
        newsapi.close();
    }
}
