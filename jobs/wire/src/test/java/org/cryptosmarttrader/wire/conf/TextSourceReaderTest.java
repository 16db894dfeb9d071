package org.cryptosmarttrader.wire.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The settings of texts and indices")
class TextSourceReaderTest {

    private static final Path CONF = Path.of("../../conf");

    @Test
    void ask_gdelt_every_quarter_of_an_hour_and_six_seconds_apart() {
        TextSourceSettings.Gdelt gdelt =
                IngestReader.read(CONF, Map.of()).texts().gdelt();

        assertThat(gdelt.calls().listen()).isTrue();
        assertThat(gdelt.calls().base()).isEqualTo(URI.create("https://api.gdeltproject.org"));
        assertThat(gdelt.polls()).isEqualTo(new TextSourceSettings.Polls(900_000, 3_600_000, 30 * 86_400_000L, 8));
        assertThat(gdelt.betweenMillis()).isEqualTo(6_000);
    }

    @Test
    void keep_newsapi_within_the_calls_of_its_free_plan() {
        TextSourceSettings.NewsApi newsapi =
                IngestReader.read(CONF, Map.of()).texts().newsapi();

        long polls = 86_400_000 / newsapi.polls().everyMillis();
        assertThat(polls * newsapi.polls().pages()).isLessThanOrEqualTo(newsapi.callsPerDay());
        assertThat(newsapi.delayMillis()).isEqualTo(86_400_000);
    }

    @Test
    void leave_out_a_temperature_that_is_not_given() {
        TextSourceSettings.OpenAi openai =
                IngestReader.read(CONF, Map.of()).texts().openai();

        assertThat(openai.temperature()).contains(0.0);
        assertThat(openai.model()).isEqualTo("gpt-4o-mini-2024-07-18");
        assertThat(openai.prompt()).doesNotContain("\n");
    }

    @Test
    void are_refused_with_every_fault_at_once() {
        Map<String, String> wrong = new TreeMap<>(Map.of(
                "gdelt.every", "7m",
                "newsapi.query", "''",
                "newsapi.base", "https://newsapi.org/",
                "reddit.subreddits", "[r/Bitcoin]",
                "x.postsPerMonth", "5",
                "openai.promptVersion", "'a/b'",
                "fearGreed.hue", "red"));

        assertThatThrownBy(() -> IngestReader.read(CONF, wrong))
                .isInstanceOf(ConfException.class)
                .satisfies(e -> assertThat(e.getMessage())
                        .contains(List.of(
                                "gdelt.every is 420000ms, expected a minute or more that divides an hour",
                                "newsapi.query is 0 characters long, expected 1 to 500 characters",
                                "newsapi.base is https://newsapi.org/, expected an address of http or https without a slash",
                                "reddit.subreddits is r/Bitcoin, expected names of subreddits without r/",
                                "x.postsPerMonth is 5, expected 10 or more",
                                "openai.promptVersion is 'a/b', expected a word",
                                "unknown key 'fearGreed.hue'")));
    }
}
