package org.cryptosmarttrader.app.certify.origin;

import java.io.IOException;
import java.nio.file.Path;
import org.cryptosmarttrader.domain.EventKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The audit of texts and their scores")
class TextOriginTest {

    private static final String SCORER = "desk/1/" + "0".repeat(64);

    @TempDir
    Path folder;

    private AuditedArchive archive;

    @BeforeEach
    void an_archive() {
        archive = new AuditedArchive(folder);
    }

    @Test
    void knows_news_at_their_minute() throws IOException {
        archive.file(
                        "cryptonews.csv",
                        "date;sentiment;text;title;url",
                        "5-7-2022 04:24;x;\"It was; a \"\"success\"\".\";Bitcoin is back;https://a/1",
                        "15-11-2022 14:05;x;It was a success.;Solana is back;https://a/2")
                .taken("import-text --format cryptonews");

        archive.isClean("cryptonews");
        archive.lastIsKnown(EventKind.TEXT, "2022-11-15T14:05:00Z", 3);
    }

    @Test
    void knows_a_text_of_a_day_at_the_end_of_the_day() throws IOException {
        archive.file("news.csv", "date,source,text_400", "2018-02-28,a.com,Bitcoin is back.")
                .taken("import-text --format news-days");

        archive.isClean("news-days");
        archive.lastIsKnown(EventKind.TEXT, "2018-03-01T00:00:00Z", 2);
    }

    @Test
    void knows_a_post_when_it_was_made() throws IOException {
        archive.file(
                        "tweets.csv",
                        ",Date,User,Tweet,polarity",
                        "0,2014-11-14 23:51:00+00:00,a,Bitcoin is back,0",
                        "1,2014-11-15 23:51:00+00:00,a,Bitcoin is gone,0")
                .taken("import-text --format tweets");

        archive.isClean("tweets");
        archive.lastIsKnown(EventKind.TEXT, "2014-11-15T23:51:00Z", 3);
    }

    @Test
    void knows_a_text_by_its_first_line_where_others_run_over_several() throws IOException {
        archive.file(
                        "own.csv",
                        "id,published_at,text",
                        "1,2022-01-01T00:00:00Z,\"Bitcoin",
                        "",
                        "2,is back\"",
                        "",
                        "3,2022-01-02T00:00:00Z,\"Bitcoin",
                        "is gone\"")
                .taken("import-text --format csv --source desk --group news");

        archive.isClean("csv");
        archive.lastIsKnown(EventKind.TEXT, "2022-01-02T00:00:00Z", 6);
    }

    @Test
    void knows_a_text_behind_one_with_a_lone_carriage_return() throws IOException {
        archive.file(
                        "own.csv",
                        "id,published_at,text",
                        "1,2022-01-01T00:00:00Z,\"Bitcoin\ris back\"",
                        "2,2022-01-02T00:00:00Z,Bitcoin is gone")
                .taken("import-text --format csv --source desk --group news");

        archive.isClean("csv");
    }

    @Test
    void knows_a_text_when_it_was_read_if_that_was_recorded() throws IOException {
        archive.file(
                        "own.csv",
                        "id,published_at,retrieved_at,text",
                        "1,2022-01-01T00:00:00Z,2022-01-01T00:07:00Z,Bitcoin is back")
                .taken("import-text --format csv --source desk --group news");

        archive.isClean("csv");
        archive.lastIsKnown(EventKind.TEXT, "2022-01-01T00:07:00Z", 2);
    }

    @Test
    void knows_no_text_before_its_publication_whatever_the_clock_of_its_reader() throws IOException {
        archive.file(
                        "own.jsonl",
                        "{\"id\":\"1\",\"published_at\":1640995200000,\"retrieved_at\":1640995199000,\"text\":\"Bitcoin is back\",\"group\":\"x\"}")
                .taken("import-text --format jsonl --source desk");

        archive.isClean("jsonl");
        archive.lastIsKnown(EventKind.TEXT, "2022-01-01T00:00:00Z", 1);
    }

    @Test
    void knows_a_text_of_a_day_when_it_was_read_on_that_day() throws IOException {
        archive.file(
                        "own.csv",
                        "id,published_at,retrieved_at,text",
                        "1,2022-01-01,2022-01-01T10:00:00Z,Bitcoin is back")
                .taken("import-text --format csv --source desk --group news");

        archive.isClean("csv");
        archive.lastIsKnown(EventKind.TEXT, "2022-01-01T10:00:00Z", 2);
    }

    @Test
    void knows_a_score_when_it_was_given() throws IOException {
        archive.file(
                        "own.jsonl",
                        "{\"id\":\"1\",\"published_at\":\"2022-01-01T00:00:00Z\",\"text\":\"Bitcoin is back\",\"score\":0.5,\"scorer\":\"%s\",\"scored_at\":\"2022-01-01T05:00:00Z\",\"group\":\"news\"}"
                                .formatted(SCORER))
                .taken("import-text --format jsonl --source desk");

        archive.isClean("jsonl");
        archive.lastIsKnown(EventKind.SCORE, "2022-01-01T05:00:00Z", 1);
    }

    @Test
    void knows_a_score_of_a_text_taken_in_before_by_its_own_time() throws IOException {
        archive.file(
                        "own.jsonl",
                        "",
                        "{\"id\":\"1\",\"published_at\":null,\"text\":\"\",\"score\":0.5,\"scorer\":\"%s\",\"scored_at\":1641013200000,\"group\":\"news\"}"
                                .formatted(SCORER))
                .taken("import-text --format jsonl --source desk");

        archive.isClean("jsonl");
        archive.lastIsKnown(EventKind.SCORE, "2022-01-01T05:00:00Z", 2);
    }
}
