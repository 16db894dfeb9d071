package org.cryptosmarttrader.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cryptosmarttrader.ingest.files.ImportScene.bar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.ArchiveFile;
import org.cryptosmarttrader.wire.archive.Coverage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Importing into an archive that holds something")
class ImportAgainTest {

    @TempDir
    Path folder;

    private ImportScene scene;

    @BeforeEach
    void an_empty_scene() {
        scene = new ImportScene(folder);
    }

    @Test
    void the_same_files_changes_nothing_and_says_so() throws IOException {
        scene.file("XBTUSD_60.csv", bar(0, 11), bar(1, 12));
        scene.bars();
        Map<String, String> before = scene.archiveBytes();

        ImportReport again = scene.bars();

        assertThat(scene.archiveBytes()).isEqualTo(before);
        assertThat(again.commit()).isZero();
        assertThat(again.files()).isEmpty();
        assertThat(again.known())
                .containsExactly(scene.input() + "/XBTUSD_60.csv: the same bytes were taken in by commit 1");
        assertThat(again.text())
                .startsWith("kraken-ohlcvt of kraken into " + scene.archive()
                        + ": nothing new, nothing changed\nknown already: ");
    }

    @Test
    void the_same_bytes_twice_in_one_folder_counts_them_once() throws IOException {
        scene.file("a/XBTUSD_60.csv", bar(0, 11)).file("b/BTCUSD_60.csv", bar(0, 11));

        ImportReport report = scene.bars();

        assertThat(scene.events()).hasSize(1);
        assertThat(report.known())
                .containsExactly(
                        scene.input() + "/b/BTCUSD_60.csv: the same bytes as " + scene.input() + "/a/XBTUSD_60.csv");
    }

    @Test
    void the_same_bytes_of_another_venue_are_that_venues_too() throws IOException {
        scene.file("XBTUSD_60.csv", bar(0, 11));
        scene.bars();

        scene.bars(settings -> scene.settings("kraken-ohlcvt", "bitfinex", null));

        assertThat(scene.events())
                .containsExactly(
                        "BTC/USD bitfinex 2021-03-15T00:00:00Z c=11.0", "BTC/USD kraken 2021-03-15T00:00:00Z c=11.0");
    }

    @Test
    void files_that_overlap_holds_each_bar_once() throws IOException {
        scene.file("one/XBTUSD_60.csv", bar(0, 9), bar(1, 10), bar(2, 11));
        scene.bars();
        scene.file("two/XBTUSD_60.csv.gz", bar(1, 10), bar(2, 11), bar(3, 12));

        ImportReport report = scene.bars();

        assertThat(scene.events())
                .containsExactly(
                        "BTC/USD kraken 2021-03-15T00:00:00Z c=9.0",
                        "BTC/USD kraken 2021-03-15T01:00:00Z c=10.0",
                        "BTC/USD kraken 2021-03-15T02:00:00Z c=11.0",
                        "BTC/USD kraken 2021-03-15T03:00:00Z c=12.0");
        assertThat(report.totals().rows()).isEqualTo(3);
        assertThat(report.totals().added()).isEqualTo(1);
        assertThat(report.totals().duplicates()).isEqualTo(2);
        assertThat(Archive.open(scene.archive()).coverage())
                .containsExactly(
                        new Coverage("BTC/USD", "kraken:bar:60m", 4, 1615769999999L, 1615769999999L + 3 * 3600_000));
    }

    @Test
    void an_equal_row_within_a_file_counts_it_once() throws IOException {
        scene.file("XBTUSD_60.csv", bar(0, 9), bar(0, 9), bar(1, 10));

        ImportReport report = scene.bars();

        assertThat(scene.events()).hasSize(2);
        assertThat(report.totals().rows()).isEqualTo(3);
        assertThat(report.totals().duplicates()).isEqualTo(1);
        assertThat(report.totals().missing()).isZero();
    }

    @Test
    void another_pair_rewrites_only_the_days_it_touches() throws IOException {
        scene.file("XBTUSD_60.csv", bar(0, 9), bar(24, 10), bar(48, 11));
        scene.bars();
        List<ArchiveFile> before = Archive.open(scene.archive()).files(file -> true);
        scene.file("ETHUSD_60.csv", bar(24, 10.5));

        scene.bars();

        List<ArchiveFile> after = Archive.open(scene.archive()).files(file -> true);
        assertThat(after).hasSize(3).contains(before.get(0), before.get(2)).doesNotContain(before.get(1));
        assertThat(after.get(1).rows()).isEqualTo(2);
        assertThat(scene.archive().resolve(before.get(1).path()))
                .as("replaced by the last commit, so perhaps still being read")
                .exists();
        assertThat(scene.events()).hasSize(4);
    }

    @Test
    void only_what_is_held_already_rewrites_no_day() throws IOException {
        scene.file("XBTUSD_60.csv", bar(0, 9), bar(1, 10));
        scene.bars();
        List<ArchiveFile> before = Archive.open(scene.archive()).files(file -> true);
        scene.file("XBTUSD_60.csv", bar(1, 10));

        ImportReport report = scene.bars();

        Archive archive = Archive.open(scene.archive());
        assertThat(report.commit()).isEqualTo(2);
        assertThat(archive.files(file -> true)).isEqualTo(before);
        assertThat(archive.commits().get(1).coverage()).isEmpty();
        assertThat(scene.bars().commit()).as("the bytes are known now").isZero();
    }

    @Test
    void another_value_for_a_bar_keeps_the_earlier_and_notes_both() throws IOException {
        scene.file("XBTUSD_60.csv", bar(0, 9), bar(1, 10));
        scene.bars();
        scene.file("XBTUSD_60.csv", bar(0, 9), bar(1, 11), bar(2, 12));

        ImportReport report = scene.bars();

        assertThat(scene.events())
                .containsExactly(
                        "BTC/USD kraken 2021-03-15T00:00:00Z c=9.0",
                        "BTC/USD kraken 2021-03-15T01:00:00Z c=10.0",
                        "BTC/USD kraken 2021-03-15T02:00:00Z c=12.0");
        assertThat(report.totals().conflicts()).isEqualTo(1);
        assertThat(report.totals().corrected()).isZero();
        assertThat(Archive.open(scene.archive()).commits().get(1).conflicts()).isEqualTo(1);
        assertThat(scene.archive().resolve("_conflicts/00000002.jsonl"))
                .hasContent("""
                        {"dropped":{"payloadHash":"%s","payloadRow":2,"values":[10.0,12.0,9.0,11.0,5.0,"NaN",7.0,"NaN","NaN"]},\
                        "eventTime":"2021-03-15T01:59:59.999Z","feed":"kraken:bar:60m",\
                        "kept":{"payloadHash":"%s","payloadRow":2,"values":[10.0,12.0,9.0,10.0,5.0,"NaN",7.0,"NaN","NaN"]},\
                        "pair":"BTC/USD","rule":"EARLIER_FILE_WINS","sequence":1615770000000}
                        """.formatted(hash(bar(0, 9), bar(1, 11), bar(2, 12)), hash(bar(0, 9), bar(1, 10))));
    }

    @Test
    void a_correction_replaces_what_differs() throws IOException {
        scene.file("XBTUSD_60.csv", bar(0, 9), bar(1, 10));
        scene.bars();
        scene.file("XBTUSD_60.csv", bar(0, 9), bar(1, 11));

        ImportReport report = scene.bars(ImportSettings::asCorrection);

        assertThat(scene.events())
                .containsExactly(
                        "BTC/USD kraken 2021-03-15T00:00:00Z c=9.0", "BTC/USD kraken 2021-03-15T01:00:00Z c=11.0");
        assertThat(report.totals().corrected()).isEqualTo(1);
        assertThat(report.totals().conflicts()).isEqualTo(1);
        assertThat(report.totals().added()).isZero();
        assertThat(scene.archive().resolve("_conflicts/00000002.jsonl"))
                .content()
                .contains("\"rule\":\"CORRECTION_WINS\"")
                .contains("\"kept\":{\"payloadHash\":\"" + hash(bar(0, 9), bar(1, 11)));
        assertThat(Archive.open(scene.archive()).coverage().get(0).rows()).isEqualTo(2);
    }

    @Test
    void two_files_at_once_that_differ_keeps_the_first_by_name() throws IOException {
        scene.file("b/XBTUSD_60.csv", bar(0, 11)).file("a/XBTUSD_60.csv", bar(0, 9));

        ImportReport report = scene.bars(ImportSettings::asCorrection);

        assertThat(scene.events()).containsExactly("BTC/USD kraken 2021-03-15T00:00:00Z c=9.0");
        assertThat(report.files())
                .extracting(ImportReport.FileReport::conflicts)
                .containsExactly(0L, 1L);
    }

    @Test
    void with_another_delay_is_refused() throws IOException {
        scene.file("XBTUSD_60.csv", bar(0, 9));
        scene.bars();
        scene.file("XBTUSD_60.csv", bar(1, 9));

        ImportException refusal = catchThrowableOfType(
                ImportException.class, () -> scene.bars(settings -> settings.withDelays(4000, 1000)));

        assertThat(refusal.fault()).isEqualTo(Fault.OTHER_DELAY);
        assertThat(refusal)
                .hasMessage(
                        "kraken:bar:60m: the archive assigns a delay of 5000 ms to it, this import 4000 ms; use the delay the archive was filled with, or another archive");
    }

    @Test
    void every_row_of_a_file_is_added_a_duplicate_or_a_conflict() throws IOException {
        scene.file("XBTUSD_60.csv", bar(0, 9), bar(1, 10), bar(2, 11));
        scene.bars();
        scene.file("XBTUSD_60.csv", bar(1, 10), bar(1, 10), bar(2, 12), bar(3, 9), bar(9, 9));

        ImportReport.FileReport file = scene.bars().files().get(0);

        assertThat(file.rows()).isEqualTo(5);
        assertThat(List.of(file.added(), file.duplicates(), file.conflicts())).containsExactly(2L, 2L, 1L);
    }

    private static String hash(String... lines) {
        return Sha256.hex(Sha256.of((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void after_an_interrupted_one_clears_what_that_left_and_says_so() throws IOException {
        scene.file("XBTUSD_60.csv", bar(0, 9));
        scene.bars();
        scene.file("ETHUSD_60.csv", bar(0, 10));
        scene.bars();
        List<String> whole = scene.events();
        // as if the second import had died between moving its files and committing
        Files.delete(scene.archive().resolve("_commits/00000002.json"));
        Path staged = scene.archive().resolve("_staging/00000002/half.parquet");
        Files.createDirectories(staged.getParent());
        Files.writeString(staged, "PAR1");

        assertThat(scene.events())
                .as("the archive is readable, and as before")
                .containsExactly("BTC/USD kraken 2021-03-15T00:00:00Z c=9.0");
        ImportReport report = scene.bars();

        assertThat(scene.events()).isEqualTo(whole);
        assertThat(report.clearedAway())
                .containsExactly(
                        "_staging/00000002/half.parquet", "kind=bar/date=2021-03-15/c00000002-000-128.parquet");
        assertThat(report.text())
                .contains("cleared away: 2 files of earlier changes, e.g. _staging/00000002/half.parquet");
    }
}
