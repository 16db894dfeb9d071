package org.cryptosmarttrader.ingest.facts.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.cryptosmarttrader.ingest.facts.texts.TextScene.JUDGE;
import static org.cryptosmarttrader.ingest.facts.texts.TextScene.own;
import static org.cryptosmarttrader.ingest.facts.texts.TextScene.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.cryptosmarttrader.ingest.facts.FactReport;
import org.cryptosmarttrader.provenance.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Imported texts")
class TextImportTest {

    @TempDir
    Path folder;

    private TextScene scene;

    @BeforeEach
    void an_empty_scene() {
        scene = new TextScene(folder);
    }

    private static Map<String, Long> counts(FactReport report) {
        return report.files().get(0).counts();
    }

    @Test
    void of_cryptonews_are_known_a_delay_after_publication() throws IOException {
        scene.file(
                "cryptonews.csv",
                "date;sentiment;source;subject;text;title;url",
                "5-7-2022 04:24;{'polarity': -1.0};CryptoNews;nft;A great success.;Bitcoin wins;https://a/1",
                "4-7-2022 23:50;{};CryptoNews;bitcoin;\"A \"\"terrible\"\" loss; and fear\";Ethereum loses;https://a/2");

        scene.imports(settings("cryptonews", "", "", null));

        assertThat(scene.events())
                .containsExactly(
                        "TEXT 2022-07-05T00:05:00Z ASSIGNED news:https://a/2 [ETH] -0.9 vader-en",
                        "TEXT 2022-07-05T04:39:00Z ASSIGNED news:https://a/1 [BTC] 0.9 vader-en");
    }

    @Test
    void without_an_address_get_an_id_of_their_own() throws IOException {
        scene.file(
                "cryptonews.csv",
                "date;text;title;url",
                "5-7-2022 04:24;A text.;One;",
                "5-7-2022 04:24;A text.;Two;",
                "5-7-2022 04:24;A text.;Two;");

        FactReport report = scene.imports(settings("cryptonews", "", "", null));

        assertThat(counts(report)).contains(entry("texts", 2L), entry("rows repeated", 1L));
    }

    @Test
    void of_a_day_are_known_after_the_day() throws IOException {
        scene.file("news_2018.csv", "date,source,text_400", "2018-03-10,a.com,\"Fear, and\nmore of the fear\"");

        scene.imports(settings("news-days", "", "", null));

        assertThat(scene.events().get(0)).startsWith("TEXT 2018-03-11T00:15:00Z ASSIGNED news:");
    }

    @Test
    void of_posts_keep_their_second() throws IOException {
        scene.file(
                "eth_tweets.csv",
                ",Date,User,Tweet,eth_subjectivity,eth_polarity",
                "0,2014-11-14 23:51:07+00:00,someone,the price of ethereum,0,0");

        scene.imports(settings("tweets", "", "", null));

        assertThat(scene.events().get(0))
                .startsWith("TEXT 2014-11-15T00:06:07Z ASSIGNED x:")
                .endsWith(" [ETH] 0.0 vader-en");
    }

    @Test
    void are_known_from_their_retrieval_where_that_was_recorded() throws IOException {
        scene.file(
                "a.csv",
                "id,published_at,retrieved_at,text,group",
                "1,2022-01-01T10:00:00Z,2022-01-01T10:00:20Z,the bitcoin,x",
                "2,2022-01-01T11:00:00Z,1641034500000,the bitcoin is up,");

        FactReport report = scene.imports(own("csv"));

        // 1641034500000 is 10:55: a clock ran slow, the publication stands
        assertThat(scene.events())
                .containsExactly(
                        "TEXT 2022-01-01T10:00:20Z RECORDED x:1 [BTC] 0.0 vader-en",
                        "TEXT 2022-01-01T11:00:00Z RECORDED news:2 [BTC] 0.0 vader-en");
        assertThat(counts(report)).contains(entry("texts retrieved before publication", 1L));
    }

    @Test
    void keep_the_score_they_came_with() throws IOException {
        scene.file(
                "a.jsonl",
                "{\"id\":1,\"published_at\":\"2022-01-01T10:00:00Z\",\"text\":\"a great success\",\"score\":-0.5,\"scorer\":\""
                        + JUDGE + "\"}",
                "{\"id\":2,\"published_at\":\"2022-01-01T11:00:00Z\",\"text\":\"a great success\",\"score\":null,\"scorer\":\""
                        + JUDGE + "\"}");

        scene.imports(own("jsonl"));

        assertThat(scene.events())
                .containsExactly(
                        "TEXT 2022-01-01T10:15:00Z ASSIGNED news:1 [] -0.5 judge",
                        "TEXT 2022-01-01T11:15:00Z ASSIGNED news:2 [] - unscored");
    }

    @Test
    void are_without_a_score_until_it_was_given() throws IOException {
        scene.file(
                "a.csv",
                "id,published_at,text,score,scorer,scored_at",
                "1,2022-01-01T10:00:00Z,a great success,0.5," + JUDGE + ",2022-01-03T00:00:00Z",
                "2,2022-01-01T11:00:00Z,a great loss,-0.5," + JUDGE + ",2022-01-01T11:15:00Z",
                "0,,,0.1," + JUDGE + ",2022-01-04T00:00:00Z");

        FactReport report = scene.imports(own("csv"));

        assertThat(scene.events())
                .containsExactly(
                        "TEXT 2022-01-01T10:15:00Z ASSIGNED news:1 [] - unscored",
                        "TEXT 2022-01-01T11:15:00Z ASSIGNED news:2 [] -0.5 judge",
                        "SCORE 2022-01-03T00:00:00Z RECORDED news:1 0.5 judge",
                        "SCORE 2022-01-04T00:00:00Z RECORDED news:0 0.1 judge");
        assertThat(counts(report)).contains(entry("scores later", 1L), entry("rows of scores only", 1L));
    }

    @Test
    void of_another_wording_under_one_id_are_items_of_their_own() throws IOException {
        String edited = "the ethereum";
        scene.file(
                "a.csv",
                "id,published_at,text",
                "1,2022-01-01T12:00:00Z," + edited,
                "1,2022-01-01T10:00:00Z,the bitcoin",
                "1,2022-01-01T13:00:00Z,the bitcoin");

        FactReport report = scene.imports(own("csv"));

        String hash = Sha256.hex(Sha256.of(edited.getBytes(StandardCharsets.UTF_8)));
        assertThat(scene.events())
                .containsExactly(
                        "TEXT 2022-01-01T10:15:00Z ASSIGNED news:1 [BTC] 0.0 vader-en",
                        "TEXT 2022-01-01T12:15:00Z ASSIGNED news:1#" + hash + " [ETH] 0.0 vader-en");
        assertThat(counts(report))
                .contains(
                        entry("rows read", 3L),
                        entry("texts", 2L),
                        entry("texts edited", 1L),
                        entry("rows repeated", 1L));
    }

    @Test
    void are_counted_by_language_subjects_and_score() throws IOException {
        scene.file(
                "a.csv",
                "id,published_at,text",
                "1,2022-01-01T10:00:00Z,this is about the bitcoin",
                "2,2022-01-01T10:00:00Z,こんにちは世界",
                "3,2022-01-01T10:00:00Z,12345",
                "4,when,text");

        FactReport report = scene.imports(own("csv"), true);

        assertThat(counts(report))
                .containsOnly(
                        entry("rows read", 4L),
                        entry("rows repeated", 0L),
                        entry("rows set aside", 1L),
                        entry("texts", 3L),
                        entry("texts in English", 1L),
                        entry("texts in another language", 1L),
                        entry("texts scored", 1L),
                        entry("texts whose language does not show", 1L),
                        entry("texts unscored", 2L),
                        entry("texts without subjects", 2L));
    }

    @Test
    void state_each_hour_they_cover_once() throws IOException {
        String header = "id,published_at,text";
        scene.file("a.csv", header, "1,2022-01-01T10:00:00Z,the one")
                .file("b.csv", header, "2,2022-01-01T10:00:00Z,the other");

        scene.imports(settings("csv", "wire", "news", "2022-01-01T09:30:00Z/2022-01-01T12:00:00Z"));
        FactReport again = scene.imports(settings("csv", "wire", "news", "2022-01-01T09:30:00Z/2022-01-01T13:00:00Z"));

        assertThat(scene.events())
                .filteredOn(line -> line.startsWith("HEALTH"))
                .containsExactly(
                        "HEALTH 2022-01-01T11:00:00Z ASSIGNED news",
                        "HEALTH 2022-01-01T12:00:00Z ASSIGNED news",
                        "HEALTH 2022-01-01T13:00:00Z ASSIGNED news");
        assertThat(again.added()).isEqualTo(1);
    }

    @Test
    void change_nothing_the_second_time() throws IOException {
        scene.file("a.csv", "id,published_at,text", "1,2022-01-01T10:00:00Z,the one");
        scene.imports(own("csv"));

        FactReport again = scene.imports(own("csv"));

        assertThat(again.commit()).isZero();
        assertThat(again.known()).containsExactly(scene.path("a.csv") + ": the same bytes were taken in by commit 1");
    }
}
