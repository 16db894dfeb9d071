package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.app.Marketplace.bar;
import static org.cryptosmarttrader.app.Marketplace.bars;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.Marketplace;
import org.cryptosmarttrader.wire.archive.ArchiveLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each is refused by cst import with exit code 1 and one line of error; a good file beside it is not taken in either. */
@DisplayName("A file that cannot be imported")
class BadFilesTest {

    private static final String ROWS_ASIDE = ", or set such rows aside with --quarantine";
    private static final String FILES_ASIDE = ", or set such files aside with --quarantine";

    @TempDir
    Path folder;

    private Marketplace market;
    private Map<String, String> before;

    @BeforeEach
    void an_archive_and_a_good_file() throws IOException {
        market = new Marketplace(folder);
        market.file("XBTUSD_60.csv", bars(2));
        assertThat(market.importsBars().exit()).isZero();
        market.file("AAVEUSD_60.csv", bars(30));
        before = market.archiveBytes();
    }

    @AfterEach
    void nothing_half_written() throws IOException {
        assertThat(market.archiveBytes()).isEqualTo(before);
    }

    private void refuses(String message) {
        Answer answer = market.importsBars();
        assertThat(answer.err()).isEqualTo(message + "\n");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
    }

    private String path(String name) {
        return market.input().resolve(name).toString();
    }

    @Test
    void is_empty() throws IOException {
        market.bytes("ETHUSD_60.csv", new byte[0]);

        refuses(path("ETHUSD_60.csv") + ": the file is empty; fetch the file again or leave it out" + FILES_ASIDE);
    }

    @Test
    void is_a_truncated_gzip() throws IOException {
        byte[] whole = gzip(String.join("\n", bars(500)));
        market.bytes("ETHUSD_60.csv.gz", Arrays.copyOf(whole, whole.length / 2));

        refuses(path("ETHUSD_60.csv.gz") + ": the gzip ends too early; fetch the file again" + FILES_ASIDE);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "wrong columns | 1615770000,10,12 | 3 columns, expected 7 as in the first line; correct the row",
                "text in numbers | 1615770000,10,12,9,cheap,5,7 | close is 'cheap', expected a number; correct the row",
                "NaN | 1615770000,10,12,9,NaN,5,7 | close is 'NaN', expected a finite number; correct the row",
                "negative price | 1615770000,10,12,-9,11,5,7 | low is -9, expected more than 0; correct the row",
                "high below low | 1615770000,10,9,12,11,5,7 | open 10.0, high 9.0, low 12.0, close 11.0: expected low <= open, close <= high; correct the row",
                "negative volume | 1615770000,10,12,9,11,-5,7 | volume is -5.0, expected 0 or more; correct the row",
                "time going back | 1615762800,10,12,9,11,5,7 | time goes back from 2021-03-15T00:00:00Z (line 1) to 2021-03-14T23:00:00Z; sort the file by time, oldest first",
                "wrong unit of time | 1615770000000,10,12,9,11,5,7 | time 1615770000000 is in milliseconds, the file began with seconds; write all times in one unit",
                "impossible time | 2021-02-30,10,12,9,11,5,7 | time is '2021-02-30', expected seconds or milliseconds since 1970 or e.g. 2021-03-15T12:00:00Z; correct the row",
                "time off the grid | 1615770001,10,12,9,11,5,7 | time 2021-03-15T01:00:01Z is no start of a bar of 60 minutes; check that the times are starts of bars of that interval",
                "two values for one bar | 1615766400,10,12,9,10,5,7 | a second, different bar of 2021-03-15T00:00:00Z, the first stands in line 1; keep the right one",
            })
    void has_a_row_with(String kind, String row, String message) throws IOException {
        market.file("ETHUSD_60.csv", bar(0), row, bar(5));

        refuses(path("ETHUSD_60.csv") + " line 2: " + message + ROWS_ASIDE);
    }

    @Test
    void is_named_by_an_unknown_pair() throws IOException {
        market.file("FOOBAR_60.csv", bars(2));

        refuses(path("FOOBAR_60.csv")
                + ": 'FOOBAR' is no known pair; name the file by a pair such as BTCUSD or leave it out" + FILES_ASIDE);
    }

    @Test
    void is_no_zip_though_named_so() throws IOException {
        market.bytes("Kraken.zip", "PK, perhaps".getBytes(StandardCharsets.UTF_8));

        refuses(path("Kraken.zip") + ": not a whole zip (zip END header not found); fetch the file again");
    }

    @Test
    void does_not_exist() {
        Answer answer = Answer.to(
                "import",
                "--from",
                path("gone"),
                "--format",
                "kraken-ohlcvt",
                "--archive",
                market.archive().toString());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .isEqualTo(path("gone") + ": no such file or folder; check the name and the access rights\n");
    }

    /** A folder its user may not list; for one who may list all, a folder that contains itself. */
    @Test
    void lies_in_an_unreadable_folder() throws IOException {
        Path closed = Files.createDirectory(market.input().resolve("closed"));
        Files.setPosixFilePermissions(closed, Set.of());
        if (Files.isReadable(closed)) {
            Files.createSymbolicLink(closed.resolve("again"), market.input());
        }

        Answer answer = market.importsBars();

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .startsWith(market.input() + ": cannot be read (java.nio.file.")
                .contains(closed.toString())
                .endsWith("; check the name and the access rights\n");
    }

    @Test
    void comes_while_another_program_adds_to_the_archive() throws IOException {
        ArchiveLock lock = ArchiveLock.take(market.archive());
        try {
            refuses(
                    "archive %s: another program is adding to it (it holds _lock); wait until it is done and run the command again"
                            .formatted(market.archive()));
        } finally {
            lock.close();
        }
    }

    @Test
    void comes_to_an_archive_whose_log_is_damaged() throws IOException {
        Files.writeString(market.archive().resolve("_commits/00000001.json"), "{\"number\":");
        before = market.archiveBytes();

        Answer answer = market.importsBars();

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .startsWith("archive %s: commit file _commits/00000001.json is damaged (".formatted(market.archive()))
                .endsWith("); restore it from a backup\n");
    }

    @Test
    void comes_with_another_delay_than_the_archive_assigns() {
        Answer answer = market.importsBars("--set", "sources.assignedDelay.bar=2s");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .isEqualTo(
                        "kraken:bar:60m: the archive assigns a delay of 5000 ms to it, this import 2000 ms; use the delay the archive was filled with, or another archive\n");
    }
}
