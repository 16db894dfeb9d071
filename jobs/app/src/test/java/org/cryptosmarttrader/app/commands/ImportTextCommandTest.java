package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.app.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("cst import-text")
class ImportTextCommandTest {

    @TempDir
    Path folder;

    private Path file;
    private Path archive;

    @BeforeEach
    void a_file_of_news() throws IOException {
        file = folder.resolve("cryptonews.csv");
        archive = folder.resolve("archive");
        Files.write(
                file,
                List.of(
                        "date;text;title;url",
                        "5-7-2022 04:24;It was a success.;Bitcoin is back;https://a/1",
                        "5-7-2022 05:24;It was a success.;Solana is back;https://a/2"));
    }

    private Answer imports(String... more) {
        List<String> words =
                new ArrayList<>(List.of("import-text", "--from", file.toString(), "--archive", archive.toString()));
        words.addAll(List.of(more));
        return Answer.to(words.toArray(String[]::new));
    }

    @Test
    void reports_what_it_found() {
        Answer answer = imports("--format", "cryptonews", "--covers", "2022-07-05T04:00:00Z/2022-07-05T06:00:00Z");

        assertThat(answer.err()).isEmpty();
        assertThat(answer.exit()).isZero();
        assertThat(answer.out())
                .startsWith(("cryptonews of cryptonews into %s: commit 1, 4 of 4 facts added\n"
                                + "%s: 2 health, 2 text; 4 added, 0 duplicates, 0 conflicts; "
                                + "usable from 2022-07-05T04:39:00Z to 2022-07-05T06:00:00Z; "
                                + "2 rows read, 0 rows repeated, 0 rows set aside, "
                                + "2 texts, 2 texts in English, 2 texts scored\n4 events in ")
                        .formatted(archive, file));
    }

    @Test
    void takes_the_delay_of_the_settings() throws IOException {
        JsonNode report = imports("--format", "cryptonews", "--set", "sources.assignedDelay.text=1h", "--json")
                .json();

        assertThat(report.get("files").get(0).get("first").asText()).isEqualTo("2022-07-05T05:24:00Z");
        assertThat(report.get("files").get(0).get("counts").get("texts").asInt())
                .isEqualTo(2);
    }

    @Test
    void refuses_a_bad_row_by_file_and_line_and_leaves_nothing_behind() throws IOException {
        Files.write(file, List.of("date;text;title;url", "yesterday;a;b;c"));

        Answer answer = imports("--format", "cryptonews");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .isEqualTo(
                        "%s line 2: date is 'yesterday', expected day-month-year hour:minute, e.g. 5-7-2022 04:24; correct the row, or set such rows aside with --quarantine\n"
                                .formatted(file));
        assertThat(archive.resolve("kind=text")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--format rss | import-text: format is 'rss', expected one of cryptonews, tweets, news-days, csv, jsonl",
                "--format csv | import-text: source is not stated, expected an id in small letters",
                "--format cryptonews --covers 2022-07-06/2022-07-05 | covers 2022-07-06T00:00:00Z/2022-07-05T00:00:00Z: ends before it begins",
            })
    void refuses_words_that_do_not_fit_as_wrong_use(String words, String message) {
        Answer answer = imports(words.split(" "));

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).startsWith(message).contains("cst import-text --help lists what it takes");
        assertThat(archive).doesNotExist();
    }
}
