package org.cryptosmarttrader.ingest.facts.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cryptosmarttrader.ingest.facts.texts.TextScene.own;
import static org.cryptosmarttrader.ingest.facts.texts.TextScene.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.cryptosmarttrader.ingest.facts.FactReport;
import org.cryptosmarttrader.ingest.files.ImportException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Texts that cannot be taken")
class BadTextsTest {

    private static final String HEADER =
            "id,published_at,text,group,score,scorer,scored_at\n1,2022-01-01,\"two\nlines\",,,,\n";

    @TempDir
    Path folder;

    private TextScene scene;

    @BeforeEach
    void an_empty_scene() {
        scene = new TextScene(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "2,2022-02-30,a,,,, | published_at: time is '2022-02-30', expected seconds or milliseconds since 1970 or e.g. 2021-03-15T12:00:00Z; correct the row",
                "2,,a,,,, | published_at is empty; correct the row",
                ",2022-01-01,a,,,, | id is empty; give each its own",
                "2,2022-01-01,a | 3 columns, expected 7 as in the header; correct the row",
                "2,2022-01-01, ,,,, | text is empty; only a row with score, scorer and scored_at of a text taken in before may do without; correct the row",
                "2,2022-01-01,a,blog,,, | group is 'blog', expected one of news, reddit, x; state it in the row or with --group; correct the row",
                "2,2022-01-01,a,,1.5,SCORER, | score is 1.5, expected a number from -1 to 1, or none if the scorer could not say; correct the row",
                "2,2022-01-01,a,,NaN,SCORER, | score is NaN, expected a number from -1 to 1, or none if the scorer could not say; correct the row",
                "2,2022-01-01,a,,good,SCORER, | score is 'good', expected a number from -1 to 1; correct the row",
                "2,2022-01-01,a,,0.5,, | score without a scorer (UNPINNED_SCORER), expected its name/version/hash beside it; correct the row",
                "2,2022-01-01,a,,0.5,gpt, | scorer is 'gpt' (UNPINNED_SCORER), expected name/version/hash with the SHA-256 of its model, prompt included, in 64 hexadecimal digits; correct the row",
                "2,2022-01-01,a,,0.5,gpt/4/latest, | scorer is 'gpt/4/latest' (UNPINNED_SCORER), expected name/version/hash with the SHA-256 of its model, prompt included, in 64 hexadecimal digits; correct the row",
                "2,2022-01-01,a,,0.5,SCORER,soon | scored_at: time is 'soon', expected seconds or milliseconds since 1970 or e.g. 2021-03-15T12:00:00Z; correct the row",
            })
    void are_named_by_line(String row, String message) throws IOException {
        scene.file("a.csv", HEADER + row.replace("SCORER", TextScene.JUDGE));

        refuses("csv", scene.path("a.csv") + " line 4: " + message + ", or set such rows aside with --quarantine");
    }

    @Test
    void are_named_by_the_line_they_begin_at() throws IOException {
        scene.file("a.csv", HEADER + "2,when,\"three\nlines\nof it\",,,,");

        assertThatThrownBy(() -> scene.imports(own("csv")))
                .hasMessageStartingWith(scene.path("a.csv") + " line 4: published_at: time is 'when'");
    }

    private void refuses(String format, String message) {
        boolean isOwn = format.equals("csv") || format.equals("jsonl");
        assertThatThrownBy(() -> scene.imports(isOwn ? own(format) : settings(format, "", "", null)))
                .isInstanceOf(ImportException.class)
                .hasMessage(message);
        assertThat(scene.archive().resolve("kind=text")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1] | no JSON object; correct the row",
                "{\"id\":{}} | id is a list or an object, expected one value; correct the row",
                "{\"id\":1,\"published_at\":\"2022-01-01\",\"retreived_at\":0,\"text\":\"a\"} | unknown field retreived_at, expected id, published_at, text and perhaps retrieved_at, title, url, group, score, scorer, scored_at; correct the row",
            })
    void of_json_are_named_by_line(String row, String message) throws IOException {
        scene.file("a.jsonl", "", row);

        refuses("jsonl", scene.path("a.jsonl") + " line 2: " + message + ", or set such rows aside with --quarantine");
    }

    @Test
    void have_a_date_that_cannot_be() throws IOException {
        scene.file("cryptonews.csv", "date;text;title;url", "31-2-2022 04:24;a;b;c");

        refuses(
                "cryptonews",
                scene.path("cryptonews.csv")
                        + " line 2: date is '31-2-2022 04:24', expected day-month-year hour:minute, e.g. 5-7-2022 04:24; correct the row, or set such rows aside with --quarantine");
    }

    @Test
    void lack_a_column() throws IOException {
        scene.file("a_tweets.csv", "Date,Text", "2022-01-01,a");

        refuses(
                "tweets",
                scene.path("a_tweets.csv")
                        + ": the header has no column User, Tweet, it has Date, Text; correct the header, or set such files aside with --quarantine");
    }

    @Test
    void end_in_the_middle_of_the_gzip() throws IOException {
        byte[] whole = TextScene.gzipped(HEADER + "2,2022-01-01,a,,,,\n");
        scene.bytes("a.csv.gz", Arrays.copyOf(whole, whole.length - 9));

        refuses(
                "csv",
                scene.path("a.csv.gz")
                        + ": the gzip ends too early; fetch the file again, or set such files aside with --quarantine");
    }

    @Test
    void end_in_the_middle_of_a_quoted_value() throws IOException {
        scene.file("a.csv", HEADER + "2,2022-01-01,\"and then");

        assertThatThrownBy(() -> scene.imports(own("csv")))
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith(scene.path("a.csv") + ": no CSV (")
                .hasMessageEndingWith("; fetch the file again, or set such files aside with --quarantine");
    }

    @ParameterizedTest
    @CsvSource({"csv, 'id,published_at,text\n1,2022-01-01,'", "jsonl, '{\"id\":\"'"})
    void are_not_utf_8(String format, String begin) throws IOException {
        scene.bytes("a." + format, (begin + "Zürich\n").getBytes(StandardCharsets.ISO_8859_1));

        refuses(
                format,
                scene.path("a." + format) + ": not UTF-8; convert the file, or set such files aside with --quarantine");
    }

    @Test
    void are_set_aside_with_their_reasons_when_asked() throws IOException {
        scene.file("a.csv", HEADER + "2,when,a,,,,")
                .bytes("b.csv.gz", "no gzip".getBytes(StandardCharsets.UTF_8))
                .file("c.csv", "id,text", "1,a");

        FactReport report = scene.imports(own("csv"), true);

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.setAside())
                .containsExactly(
                        scene.path("b.csv.gz") + ": the gzip is damaged (Not in GZIP format)",
                        scene.path("c.csv") + ": the header has no column published_at, it has id, text");
        assertThat(scene.archive().resolve("_quarantine/00000001.jsonl"))
                .content()
                .contains("\"line\":4", "2 | when | a");
    }
}
