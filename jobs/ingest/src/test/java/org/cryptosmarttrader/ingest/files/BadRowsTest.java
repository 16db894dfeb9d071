package org.cryptosmarttrader.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cryptosmarttrader.ingest.files.ImportScene.bar;
import static org.cryptosmarttrader.ingest.files.ImportScene.gzip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A row or file that cannot be taken")
class BadRowsTest {

    private static final String ASIDE = ", or set such rows aside with --quarantine";
    private static final String FILES_ASIDE = ", or set such files aside with --quarantine";

    @TempDir
    Path folder;

    private ImportScene scene;

    @BeforeEach
    void an_archive_of_one_bar() throws IOException {
        scene = new ImportScene(folder);
        scene.file("ETHUSD_60.csv", bar(0, 10));
        scene.bars();
        Files.delete(scene.input().resolve("ETHUSD_60.csv"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1615770000,10,12,9,11 | COLUMNS | 5 columns, expected 7 as in the first line; correct the row",
                "1615770000,10,12,9,11,5,7,1 | COLUMNS | 8 columns, expected 7 as in the first line; correct the row",
                "1615770000,ten,12,9,11,5,7 | NOT_A_NUMBER | open is 'ten', expected a number; correct the row",
                "1615770000,10,12,9,11,5x,7 | NOT_A_NUMBER | volume is '5x', expected a number; correct the row",
                "1615770000,1d,12,9,11,5,7 | NOT_A_NUMBER | open is '1d', expected a number; correct the row",
                "1615770000,,12,9,11,5,7 | NOT_A_NUMBER | open is empty, expected a number; correct the row",
                "1615770000,10,12,9,NaN,5,7 | NOT_FINITE | close is 'NaN', expected a finite number; correct the row",
                "1615770000,10,Infinity,9,11,5,7 | NOT_FINITE | high is 'Infinity', expected a finite number; correct the row",
                "1615770000,10,1e999,9,11,5,7 | NOT_FINITE | high is '1e999', expected a finite number; correct the row",
                "1615770000,10,12,0,11,5,7 | PRICE | low is 0, expected more than 0; correct the row",
                "1615770000,-10,12,9,11,5,7 | PRICE | open is -10, expected more than 0; correct the row",
                "1615770000,10,9,12,11,5,7 | OHLC | open 10.0, high 9.0, low 12.0, close 11.0: expected low <= open, close <= high; correct the row",
                "1615770000,10,12,9,13,5,7 | OHLC | open 10.0, high 12.0, low 9.0, close 13.0: expected low <= open, close <= high; correct the row",
                "1615770000,10,12,9,11,-5,7 | AMOUNT | volume is -5.0, expected 0 or more; correct the row",
                "1615770000,10,12,9,11,5,-1 | AMOUNT | trades is -1.0, expected 0 or more; correct the row",
                "1615762800,10,12,9,11,5,7 | TIME_BACK | time goes back from 2021-03-15T00:00:00Z (line 1) to 2021-03-14T23:00:00Z; sort the file by time, oldest first",
                "16157700,10,12,9,11,5,7 | TIME_UNIT | time 16157700 lies outside 2009 to 2100, read as seconds, milli-, micro- or nanoseconds; write all times in one unit",
                "1000000000,10,12,9,11,5,7 | TIME_UNIT | time 1000000000 lies outside 2009 to 2100, read as seconds, milli-, micro- or nanoseconds; write all times in one unit",
                "1615770000000,10,12,9,11,5,7 | TIME_UNIT | time 1615770000000 is in milliseconds, the file began with seconds; write all times in one unit",
                "noon,10,12,9,11,5,7 | TIME | time is 'noon', expected seconds or milliseconds since 1970 or e.g. 2021-03-15T12:00:00Z; correct the row",
                "1615770060,10,12,9,11,5,7 | OFF_GRID | time 2021-03-15T01:01:00Z is no start of a bar of 60 minutes; check that the times are starts of bars of that interval",
                "1615766400,10,12,9,12,5,7 | DUPLICATE_BAR | a second, different bar of 2021-03-15T00:00:00Z, the first stands in line 1; keep the right one",
            })
    void stops_the_import_by_file_and_line(String row, Fault fault, String message) throws IOException {
        scene.file("XBTUSD_60.csv", bar(0, 11), row, bar(9, 10));
        Map<String, String> before = scene.archiveBytes();

        ImportException refusal = refusal();

        assertThat(refusal.fault()).isEqualTo(fault);
        assertThat(refusal).hasMessage(file("XBTUSD_60.csv") + " line 2: " + message + ASIDE);
        assertThat(scene.archiveBytes()).isEqualTo(before);
    }

    @Test
    void is_set_aside_with_its_reason_when_asked() throws IOException {
        scene.file("XBTUSD_60.csv", bar(0, 11), "1615770000,10,9,12,11,5,7", "what, is this", bar(2, 10));

        ImportReport report = scene.bars(ImportSettings::withQuarantine);

        assertThat(scene.events())
                .containsExactly(
                        "BTC/USD kraken 2021-03-15T00:00:00Z c=11.0",
                        "ETH/USD kraken 2021-03-15T00:00:00Z c=10.0",
                        "BTC/USD kraken 2021-03-15T02:00:00Z c=10.0");
        assertThat(report.files().get(0).quarantined()).isEqualTo(2);
        assertThat(report.files().get(0).ohlcViolations()).isEqualTo(1);
        assertThat(report.files().get(0).missing()).isEqualTo(1);
        assertThat(scene.archive().resolve("_quarantine/00000002.jsonl"))
                .hasContent("""
                        {"file":"%1$s","line":2,"message":"open 10.0, high 9.0, low 12.0, close 11.0: expected low <= open, close <= high","reason":"OHLC","text":"1615770000,10,9,12,11,5,7"}
                        {"file":"%1$s","line":3,"message":"2 columns, expected 7 as in the first line","reason":"COLUMNS","text":"what, is this"}
                        """.formatted(file("XBTUSD_60.csv")));
    }

    @Test
    void may_be_the_first_of_its_file() throws IOException {
        scene.file("XBTUSD_60.csv", "ts,o,h,l,c,v,n", bar(3, 11)).file("XDGUSD_60.csv", bar(1, 11));

        assertThat(refusal())
                .hasMessage(file("XBTUSD_60.csv")
                        + " line 1: time is 'ts', expected seconds or milliseconds since 1970 or e.g. 2021-03-15T12:00:00Z; correct the row"
                        + ASIDE);
        scene.bars(ImportSettings::withQuarantine);
        assertThat(scene.events())
                .containsExactly(
                        "ETH/USD kraken 2021-03-15T00:00:00Z c=10.0",
                        "DOGE/USD kraken 2021-03-15T01:00:00Z c=11.0",
                        "BTC/USD kraken 2021-03-15T03:00:00Z c=11.0");
    }

    @Test
    void is_a_file_without_a_byte() throws IOException {
        scene.bytes("XBTUSD_60.csv", new byte[0]);

        refuses("XBTUSD_60.csv", Fault.EMPTY, "the file is empty; fetch the file again or leave it out");
    }

    @Test
    void is_a_file_without_a_row() throws IOException {
        scene.file("XBTUSD_60.csv.gz", "");

        refuses("XBTUSD_60.csv.gz", Fault.EMPTY, "the file holds no rows; fetch the file again or leave it out");
    }

    @Test
    void is_a_gzip_that_ends_too_early() throws IOException {
        byte[] whole = gzip((bar(0, 11) + "\n").repeat(1).getBytes(StandardCharsets.UTF_8));
        scene.bytes("XBTUSD_60.csv.gz", Arrays.copyOf(whole, whole.length - 9));

        refuses("XBTUSD_60.csv.gz", Fault.TRUNCATED, "the gzip ends too early; fetch the file again");
    }

    @Test
    void is_a_gzip_whose_sum_is_wrong() throws IOException {
        byte[] whole = gzip((bar(0, 11) + "\n").getBytes(StandardCharsets.UTF_8));
        whole[whole.length - 7] ^= 1;
        scene.bytes("XBTUSD_60.csv.gz", whole);

        refuses("XBTUSD_60.csv.gz", Fault.DAMAGED, "the gzip is damaged (Corrupt GZIP trailer); fetch the file again");
    }

    @Test
    void is_a_zip_entry_whose_sum_is_wrong() throws IOException {
        scene.zip("k.zip", Map.of("XBTUSD_60.csv", bar(0, 11)));
        byte[] zip = Files.readAllBytes(scene.input().resolve("k.zip"));
        int central = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        zip[central + 16] ^= 1;
        scene.bytes("k.zip", zip);

        refuses(
                "k.zip!XBTUSD_60.csv",
                Fault.DAMAGED,
                "the zip entry is damaged (its checksum differs); fetch the file again");
    }

    @Test
    void is_a_file_of_an_unknown_pair() throws IOException {
        scene.file("FOOBAR_60.csv", bar(0, 11));

        refuses(
                "FOOBAR_60.csv",
                Fault.UNKNOWN_PAIR,
                "'FOOBAR' is no known pair; name the file by a pair such as BTCUSD or leave it out");
    }

    @Test
    void is_a_file_of_bars_that_fit_no_day() throws IOException {
        scene.file("XBTUSD_10080.csv", bar(0, 11));

        refuses(
                "XBTUSD_10080.csv",
                Fault.INTERVAL,
                "bars of 10080 do not divide a day; leave the file out; bars must be of whole minutes and divide a day");
    }

    @Test
    void is_a_file_that_cannot_be_read() throws IOException {
        Files.createDirectories(scene.input());
        Files.createSymbolicLink(
                scene.input().resolve("XBTUSD_60.csv"), scene.input().resolve("gone"));

        ImportException refusal = refusal();

        assertThat(refusal.fault()).isEqualTo(Fault.UNREADABLE);
        assertThat(refusal)
                .hasMessageStartingWith(file("XBTUSD_60.csv") + ": cannot be read (java.nio.file.NoSuchFileException")
                .hasMessageEndingWith("; check the name and the access rights" + FILES_ASIDE);
    }

    @Test
    void has_neither_of_the_numbers_of_columns_a_format_allows() throws IOException {
        scene.file("XBTUSD_60.csv", "1615766400,10,12,9,11");

        assertThat(refusal())
                .hasMessage(file("XBTUSD_60.csv") + " line 1: 5 columns, expected 6 or 7; correct the row" + ASIDE);
    }

    @Test
    void is_a_line_without_end() throws IOException {
        scene.file("XBTUSD_60.csv", bar(0, 11), "9".repeat(70_000), bar(1, 10));

        assertThat(refusal())
                .hasMessage(file("XBTUSD_60.csv")
                        + " line 2: the line is longer than 65536 bytes, this is no table of text; correct the row"
                        + ASIDE);
        scene.bars(ImportSettings::withQuarantine);
        assertThat(scene.events()).hasSize(3);
    }

    @Test
    void as_a_whole_file_is_set_aside_when_asked() throws IOException {
        scene.file("FOOBAR_60.csv", bar(0, 11))
                .bytes("XDGUSD_60.csv", new byte[0])
                .file("XBTUSD_60.csv", bar(1, 11));

        ImportReport report = scene.bars(ImportSettings::withQuarantine);

        assertThat(scene.events()).hasSize(2);
        assertThat(report.setAside())
                .containsExactly(
                        file("FOOBAR_60.csv") + ": 'FOOBAR' is no known pair",
                        file("XDGUSD_60.csv") + ": the file is empty");
        assertThat(scene.archive().resolve("_quarantine/00000002.jsonl"))
                .content()
                .contains("\"line\":0,\"message\":\"'FOOBAR' is no known pair\",\"reason\":\"UNKNOWN_PAIR\"");
    }

    private String file(String name) {
        return scene.input().resolve(name).toString();
    }

    private ImportException refusal() {
        return catchThrowableOfType(ImportException.class, () -> scene.bars());
    }

    private void refuses(String name, Fault fault, String message) throws IOException {
        scene.file("AAVEUSD_60.csv", bar(0, 11));
        Map<String, String> before = scene.archiveBytes();

        ImportException refusal = refusal();

        assertThat(refusal.fault()).isEqualTo(fault);
        assertThat(refusal).hasMessage(file(name) + ": " + message + FILES_ASIDE);
        assertThat(scene.archiveBytes()).isEqualTo(before);
    }
}
