package org.cryptosmarttrader.ingest.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Fields of sources of texts")
class ForeignFieldsTest {

    @TempDir
    Path folder;

    private TextSource.Page gdelt(String json) throws SourceException {
        return new Gdelt(
                        new TextSourceSettings.Gdelt(AnyReplies.CALLS, AnyReplies.POLLS, "bitcoin", 5_000),
                        AnyReplies.live(folder))
                .read(AnyReplies.reply(json.getBytes(StandardCharsets.UTF_8)), AnyReplies.NOW)
                .page();
    }

    private TextSource.Page reddit(String json) throws SourceException {
        return new Reddit(
                        new TextSourceSettings.Reddit(
                                AnyReplies.CALLS,
                                AnyReplies.POLLS,
                                AnyReplies.CALLS.base(),
                                "test",
                                List.of("bitcoin")),
                        "id",
                        "s3cret",
                        AnyReplies.live(folder))
                .read(AnyReplies.reply(json.getBytes(StandardCharsets.UTF_8)))
                .page();
    }

    @Test
    void change_nothing_if_nobody_asked_for_them() throws SourceException {
        TextSource.Page article = gdelt("""
                {"new":{"deep":[1]},"articles":[{"title":"Bitcoin","url":"https://a.example/1",
                "seendate":"20251110T141500Z","more":[{}]}]}""");
        TextSource.Page post = reddit("""
                {"new":1,"data":{"more":null,"children":[{"new":[],"data":{"name":"t3_1","title":"Bitcoin",
                "created_utc":1762784100,"more":{"a":1}}}]}}""");

        assertThat(article.faults()).isEmpty();
        assertThat(article.texts())
                .containsExactly(
                        new LiveText("https://a.example/1", 1_762_784_100_000L, "Bitcoin", "https://a.example/1"));
        assertThat(post.faults()).isEmpty();
        assertThat(post.texts()).containsExactly(new LiveText("t3_1", 1_762_784_100_000L, "Bitcoin", ""));
    }

    @Test
    void are_named_with_their_place_if_they_are_missing() throws SourceException {
        assertThat(gdelt("{\"articles\":[{\"title\":\"a\"},{\"title\":\"a\",\"url\":\"u\"}]}")
                        .faults())
                .containsExactly(
                        "articles[0].url is missing, expected a text",
                        "articles[1].seendate is missing, expected a text");
        assertThat(reddit("{\"data\":{\"children\":[{\"data\":{}},{\"data\":{\"name\":\"t3_2\"}}]}}")
                        .faults())
                .containsExactly(
                        "data.children[0].name is missing, expected a text",
                        "data.children[1].created_utc is missing, expected seconds since 1970");
    }
}
