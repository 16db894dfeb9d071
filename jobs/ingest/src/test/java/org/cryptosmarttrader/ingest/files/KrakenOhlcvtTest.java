package org.cryptosmarttrader.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.ingest.files.ImportScene.bar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.RawPayloads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Kraken's archive of bars")
class KrakenOhlcvtTest {

    @TempDir
    Path folder;

    private ImportScene scene;

    @BeforeEach
    void an_empty_scene() {
        scene = new ImportScene(folder);
    }

    @Test
    void gives_each_row_as_one_bar_known_five_seconds_after_its_end() throws IOException {
        scene.file("XBTUSD_60.csv", "1615766400,100.5,110,99,105.25,12.5,42");

        scene.bars();

        EventBlock bar = scene.blocks().get(0);
        assertThat(scene.blocks()).hasSize(1);
        assertThat(bar.kind()).isEqualTo(EventKind.BAR);
        assertThat(bar.pair()).isEqualTo("BTC/USD");
        assertThat(bar.source()).isEqualTo("kraken");
        assertThat(bar.intervalMillis()).isEqualTo(3_600_000);
        assertThat(bar.availability()).isEqualTo(Availability.ASSIGNED);
        assertThat(bar.sequences()).containsExactly(1615766400000L);
        assertThat(bar.eventTimes()).containsExactly(1615769999999L);
        assertThat(bar.availableAts()).containsExactly(1615770005000L);
        assertThat(bar.values()).containsExactly(100.5, 110, 99, 105.25, 12.5, Double.NaN, 42, Double.NaN, Double.NaN);
    }

    @Test
    void may_lack_the_count_of_trades() throws IOException {
        scene.file("BTCUSDT_60.csv", "1615766400,100.5,110,99,105.25,12.5");

        scene.bars(settings -> scene.settings("kraken-ohlcvt", "binance", null));

        EventBlock bar = scene.blocks().get(0);
        assertThat(bar.source()).isEqualTo("binance");
        assertThat(bar.value(0, EventKind.VOLUME)).isEqualTo(12.5);
        assertThat(bar.value(0, EventKind.COUNT)).isNaN();
    }

    @Test
    void comes_as_a_folder_of_plain_gzipped_and_zipped_files() throws IOException {
        scene.file("a/XBTUSD_60.csv", bar(0, 11))
                .file("b/ETHUSD_60.csv.gz", bar(0, 10.5))
                .zip("Kraken.zip", Map.of("deep/XDGUSD_60.csv", bar(0, 9.5), "__MACOSX/._XDGUSD_60.csv", "x"))
                .file("readme.txt", "hello")
                .file(".hidden_60.csv", "x");

        ImportReport report = scene.bars();

        assertThat(scene.events())
                .containsExactly(
                        "BTC/USD kraken 2021-03-15T00:00:00Z c=11.0",
                        "DOGE/USD kraken 2021-03-15T00:00:00Z c=9.5",
                        "ETH/USD kraken 2021-03-15T00:00:00Z c=10.5");
        assertThat(report.files())
                .extracting(ImportReport.FileReport::name)
                .containsExactly(
                        scene.input() + "/Kraken.zip!deep/XDGUSD_60.csv",
                        scene.input() + "/a/XBTUSD_60.csv",
                        scene.input() + "/b/ETHUSD_60.csv.gz");
        assertThat(report.leftAside()).containsExactly(scene.input() + "/readme.txt");
    }

    @Test
    void can_be_imported_file_by_file_and_entry_by_entry() throws IOException {
        scene.file("XBTUSD_60.csv", bar(0, 11))
                .zip("Kraken.zip", Map.of("ETHUSD_60.csv", bar(0, 10.5), "XDGUSD_60.csv", bar(0, 9.5)));
        String zip = scene.input() + "/Kraken.zip";

        new Importer(ImportSettings.of(scene.input() + "/XBTUSD_60.csv", "kraken-ohlcvt", null, scene.archive(), null))
                .run();
        new Importer(ImportSettings.of(zip + "!ETHUSD_60.csv", "kraken-ohlcvt", null, scene.archive(), null)).run();

        assertThat(scene.events())
                .containsExactly(
                        "BTC/USD kraken 2021-03-15T00:00:00Z c=11.0", "ETH/USD kraken 2021-03-15T00:00:00Z c=10.5");
    }

    @Test
    void keeps_rows_of_volume_zero_and_counts_them() throws IOException {
        scene.file(
                "XBTUSD_60.csv",
                "1615766400,100,100,100,100,0,0",
                "1615770000,100,100,100,100,0.5,0",
                "1615773600,100,100,100,100,0.5,1");

        ImportReport report = scene.bars();

        assertThat(scene.events()).hasSize(3);
        assertThat(report.files().get(0).empty()).isEqualTo(2);
    }

    @Test
    void names_each_row_by_its_file_and_line_and_keeps_the_file_as_received() throws IOException {
        scene.file("XBTUSD_60.csv.gz", bar(0, 11), bar(1, 10)).zip("Kraken.zip", Map.of("ETHUSD_60.csv", bar(0, 9.5)));
        String hashOfGzip = ImportScene.hash(scene.input().resolve("XBTUSD_60.csv.gz"));
        String hashOfEntry = Sha256.hex(Sha256.of(bar(0, 9.5).getBytes(StandardCharsets.UTF_8)));

        scene.bars();

        assertThat(scene.blocks())
                .extracting(block -> block.pair() + " " + Sha256.hex(block.payloadHash(0)))
                .containsExactlyInAnyOrder("BTC/USD " + hashOfGzip, "BTC/USD " + hashOfGzip, "ETH/USD " + hashOfEntry);
        try (InputStream raw = RawPayloads.open(scene.archive(), hashOfGzip)) {
            assertThat(raw.readAllBytes())
                    .isEqualTo(Files.readAllBytes(scene.input().resolve("XBTUSD_60.csv.gz")));
        }
        try (InputStream raw = RawPayloads.open(scene.archive(), hashOfEntry)) {
            assertThat(raw.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo(bar(0, 9.5));
        }
        assertThat(Archive.open(scene.archive()).commits().get(0).intakes())
                .extracting(intake -> "%s %s %s %d rows, delay %d"
                        .formatted(intake.name(), intake.pair(), intake.feed(), intake.rows(), intake.delayMillis()))
                .containsExactly(
                        "ETHUSD_60.csv ETH/USD kraken:bar:60m 1 rows, delay 5000",
                        "XBTUSD_60.csv.gz BTC/USD kraken:bar:60m 2 rows, delay 5000");
    }

    @Test
    void knows_pairs_by_krakens_own_list_when_it_is_given() throws IOException {
        scene.file("ETHXBT_60.csv", bar(0, 11));

        scene.bars(settings -> settings.withSymbols(new Symbols(Map.of("ETHXBT", "ETH/XBT"))));

        assertThat(scene.events()).containsExactly("ETH/BTC kraken 2021-03-15T00:00:00Z c=11.0");
    }

    @Test
    void finds_the_unit_of_time_by_its_size() throws IOException {
        scene.file("AUSD_60.csv", "1615766400,1,1,1,1,1,1")
                .file("BUSD_60.csv", "1615766400000,1,1,1,1,1,1")
                .file("CUSD_60.csv", "1615766400000000,1,1,1,1,1,1")
                .file("DUSD_60.csv", "1615766400000000000,1,1,1,1,1,1");

        ImportReport report = scene.bars();

        assertThat(scene.events()).allMatch(line -> line.endsWith("kraken 2021-03-15T00:00:00Z c=1.0"));
        assertThat(report.files())
                .extracting(ImportReport.FileReport::unit)
                .containsExactly("seconds", "milliseconds", "microseconds", "nanoseconds");
    }
}
