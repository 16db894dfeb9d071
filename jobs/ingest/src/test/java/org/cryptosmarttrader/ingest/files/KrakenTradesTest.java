package org.cryptosmarttrader.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Kraken's archive of trades")
class KrakenTradesTest {

    @TempDir
    Path folder;

    private ImportScene scene;

    @BeforeEach
    void an_empty_scene() {
        scene = new ImportScene(folder);
    }

    @Test
    void gives_trades_known_a_second_later_numbered_by_time_and_place() throws IOException {
        scene.file("XBTUSD.csv", "1615766400,100.5,0.25", "1615766400,100.25,2", "1615766401,100,1");

        scene.trades();

        EventBlock trades = scene.blocks().get(0);
        assertThat(trades.kind()).isEqualTo(EventKind.TRADE);
        assertThat(trades.pair()).isEqualTo("BTC/USD");
        assertThat(trades.intervalMillis()).isZero();
        assertThat(trades.eventTimes()).containsExactly(1615766400000L, 1615766400000L, 1615766401000L);
        assertThat(trades.availableAts()).containsExactly(1615766401000L, 1615766401000L, 1615766402000L);
        assertThat(trades.sequences())
                .containsExactly(1615766400000_000000L, 1615766400000_000001L, 1615766401000_000000L);
        assertThat(trades.values()).containsExactly(100.5, 0.25, Double.NaN, 100.25, 2, Double.NaN, 100, 1, Double.NaN);
    }

    @Test
    void floors_fractions_of_a_second_on_the_decimal() throws IOException {
        scene.file("XBTUSD.csv", "1688669597.8277369,1,1", "1688669597.8279999,2,1", "1688669597.828,3,1");

        scene.trades();

        assertThat(scene.events())
                .containsExactly(
                        "BTC/USD 2023-07-06T18:53:17.827Z 1688669597827000000 1.0 × 1.0",
                        "BTC/USD 2023-07-06T18:53:17.827Z 1688669597827000001 2.0 × 1.0",
                        "BTC/USD 2023-07-06T18:53:17.828Z 1688669597828000000 3.0 × 1.0");
    }

    @Test
    void holds_equal_rows_as_different_trades() throws IOException {
        scene.file("XBTUSD.csv", "1615766400,100,1", "1615766400,101,2", "1615766400,100,1");

        ImportReport report = scene.trades();

        assertThat(scene.events())
                .containsExactly(
                        "BTC/USD 2021-03-15T00:00:00Z 1615766400000000000 100.0 × 1.0",
                        "BTC/USD 2021-03-15T00:00:00Z 1615766400000000001 101.0 × 2.0",
                        "BTC/USD 2021-03-15T00:00:00Z 1615766400000000002 100.0 × 1.0");
        assertThat(report.totals().duplicates()).isZero();
    }

    @Test
    void counts_equal_trades_of_overlapping_files_as_often_as_the_fuller_one() throws IOException {
        // the first file ends, the second begins in the middle of a second
        scene.file("one/XBTUSD.csv", "1615766400,100,1", "1615766401,100,1", "1615766401,101,2")
                .file("two/XBTUSD.csv", "1615766401,101,2", "1615766401,100,1", "1615766401,100,1", "1615766402,99,1");

        ImportReport report = scene.trades();

        assertThat(scene.events())
                .containsExactly(
                        "BTC/USD 2021-03-15T00:00:00Z 1615766400000000000 100.0 × 1.0",
                        "BTC/USD 2021-03-15T00:00:01Z 1615766401000000000 100.0 × 1.0",
                        "BTC/USD 2021-03-15T00:00:01Z 1615766401000000001 101.0 × 2.0",
                        "BTC/USD 2021-03-15T00:00:01Z 1615766401000000002 100.0 × 1.0",
                        "BTC/USD 2021-03-15T00:00:02Z 1615766402000000000 99.0 × 1.0");
        assertThat(report.files()).extracting(ImportReport.FileReport::added).containsExactly(3L, 2L);
        assertThat(report.totals().duplicates()).isEqualTo(2);
    }

    @Test
    void gives_the_same_trades_whether_files_come_together_or_one_after_the_other() throws IOException {
        scene.file("XBTUSD.csv", "1615766400,100,1", "1615766401,100,1", "1615766401,101,2");
        scene.trades();
        scene.file("XBTUSD.csv", "1615766401,101,2", "1615766401,100,1", "1615766401,100,1", "1615766402,99,1");
        scene.trades();
        scene.file("XBTUSD.csv", "1615766401,100,1");

        ImportReport report = scene.trades();

        assertThat(report.totals().duplicates()).isEqualTo(1);
        assertThat(scene.events())
                .containsExactly(
                        "BTC/USD 2021-03-15T00:00:00Z 1615766400000000000 100.0 × 1.0",
                        "BTC/USD 2021-03-15T00:00:01Z 1615766401000000000 100.0 × 1.0",
                        "BTC/USD 2021-03-15T00:00:01Z 1615766401000000001 101.0 × 2.0",
                        "BTC/USD 2021-03-15T00:00:01Z 1615766401000000002 100.0 × 1.0",
                        "BTC/USD 2021-03-15T00:00:02Z 1615766402000000000 99.0 × 1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BCHEUR.csv", "kraken_BCHEUR.csv", "kraken_BCHEUR_incremental_q2.csv", "bcheur.csv.gz"})
    void is_recognised_by_names_such_as(String name) throws IOException {
        scene.file(name, "1615766400,100,1").file("BCHEUR_60.csv", "1615766400,10,12,9,10,5,7");

        ImportReport report = scene.trades();

        assertThat(report.files()).extracting(ImportReport.FileReport::pair).containsExactly("BCH/EUR");
        assertThat(report.leftAside()).containsExactly(scene.input() + "/BCHEUR_60.csv");
    }

    @Test
    void without_an_amount_is_refused() throws IOException {
        scene.file("XBTUSD.csv", "1615766400,100,0");

        assertThat(catchThrowableOfType(ImportException.class, scene::trades))
                .hasMessage(
                        scene.input()
                                + "/XBTUSD.csv line 1: quantity is 0.0, expected more than 0; correct the row, or set such rows aside with --quarantine");
    }

    @Test
    void recorded_in_two_files_comes_in_row_by_row() throws IOException {
        Path recorded = Golden.shared("data/trades");
        String[] names = {"kraken_BCHEUR.csv", "kraken_BCHEUR_incremental_q2.csv"};
        for (String name : names) {
            scene.bytes(name, java.nio.file.Files.readAllBytes(recorded.resolve(name)));
        }

        ImportReport report = scene.trades();

        assertThat(scene.events()).hasSize(148 + 486);
        assertThat(report.totals().added()).isEqualTo(148 + 486);
        assertThat(report.files().get(0).first()).isEqualTo("2023-01-01T00:03:56Z");
    }
}
