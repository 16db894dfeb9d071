package org.cryptosmarttrader.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.parquet.io.LocalOutputFile;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.wire.parquet.ParquetRowWriter;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("freqtrade's downloads")
class FreqtradeTest {

    @TempDir
    Path folder;

    private ImportScene scene;

    @BeforeEach
    void an_empty_scene() {
        scene = new ImportScene(folder);
    }

    private ImportReport run() throws IOException {
        return scene.run(scene.settings("freqtrade", "binance", null));
    }

    private ImportException refusal() {
        return catchThrowableOfType(ImportException.class, this::run);
    }

    @Test
    void give_bars_of_json_candles() throws IOException {
        scene.file(
                "BTC_USDT-1h.json",
                "[[1615766400000,100.5,110.0,99.0,105.25,12.5],",
                " [1615770000000, 105.25, 106, 1.04e2, 105, 3]]");

        ImportReport report = run();

        EventBlock bar = scene.blocks().get(0);
        assertThat(bar.pair()).isEqualTo("BTC/USDT");
        assertThat(bar.source()).isEqualTo("binance");
        assertThat(bar.values())
                .containsExactly(100.5, 110, 99, 105.25, 12.5, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        assertThat(scene.blocks().get(1).value(0, EventKind.LOW)).isEqualTo(104);
        assertThat(report.files().get(0).feed()).isEqualTo("binance:bar:60m");
    }

    @Test
    void give_trades_by_the_venues_ids() throws IOException {
        scene.file(
                "XRP_ETH-trades.json.gz",
                "[[1570752011620,\"13519807\",null,\"sell\",0.00141342,23.0,0.03250866],"
                        + "[1570752028907,\"13519810\",null,\"buy\",0.00141379,581.0,0.82141199],"
                        + "[1570752028990,13519811,null,null,0.00141379,590.0,0.8341361]]");

        run();

        EventBlock trades = scene.blocks().get(0);
        assertThat(trades.sequences()).containsExactly(13519807, 13519810, 13519811);
        assertThat(trades.availableAts()).containsExactly(1570752012620L, 1570752029907L, 1570752029990L);
        assertThat(trades.values())
                .containsExactly(0.00141342, 23, -1, 0.00141379, 581, 1, 0.00141379, 590, Double.NaN);
    }

    @Test
    void give_the_same_trades_in_the_older_form_of_objects() throws IOException {
        scene.file(
                "XRP_ETH-trades.json",
                "[{\"info\":{\"a\":13519807,\"p\":[1,{\"q\":2}]},\"timestamp\":1570752011620,"
                        + "\"datetime\":\"2019-10-11T00:00:11.620Z\",\"symbol\":\"XRP/ETH\",\"id\":\"13519807\","
                        + "\"order\":null,\"type\":null,\"takerOrMaker\":null,\"side\":\"sell\","
                        + "\"price\":0.00141342,\"amount\":23.0,\"cost\":0.03250866,\"fee\":null}]");

        run();

        EventBlock trade = scene.blocks().get(0);
        assertThat(trade.sequences()).containsExactly(13519807);
        assertThat(trade.values()).containsExactly(0.00141342, 23, -1);
    }

    @Test
    void recorded_in_both_forms_are_the_same_trades() throws IOException {
        Path recorded = Golden.shared("data/trades");
        scene.bytes("list/XRP_ETH-trades.json.gz", Files.readAllBytes(recorded.resolve("XRP_ETH-trades.json.gz")));
        run();
        scene.bytes("objects/XRP_ETH-trades.json.gz", Files.readAllBytes(recorded.resolve("XRP_OLD-trades.json.gz")));

        ImportReport report = run();

        assertThat(report.totals().rows()).isEqualTo(12_477);
        assertThat(report.totals().duplicates()).isEqualTo(12_477);
        assertThat(scene.events())
                .hasSize(12_477)
                .startsWith("XRP/ETH 2019-10-11T00:00:11.620Z 13519807 0.00141342 × 23.0")
                .endsWith("XRP/ETH 2019-10-13T11:19:28.844Z 13532283 0.00152787 × 130.0");
    }

    @Test
    void of_another_pair_than_the_name_says_are_refused() throws IOException {
        scene.file(
                "XRP_OLD-trades.json",
                "[{\"timestamp\":1570752011620,\"symbol\":\"XRP/ETH\",\"id\":\"1\",\"price\":1,\"amount\":1}]");

        assertThat(refusal())
                .hasMessage(
                        scene.input()
                                + "/XRP_OLD-trades.json row 1: the trade is of XRP/ETH, the file's name says XRP/OLD; name the file by the pair it holds, or set such rows aside with --quarantine");
    }

    @Test
    void sorted_by_the_text_of_their_ids_within_an_instant_are_put_in_order() throws IOException {
        scene.file(
                "XRP_ETH-trades.json",
                "[[1570752011620,\"1000\",null,\"buy\",1,1,1],[1570752011620,\"999\",null,\"buy\",2,1,2],"
                        + "[1570752011620,\"999\",null,\"buy\",2,1,2],[1570752011621,\"1001\",null,\"buy\",3,1,3]]");

        ImportReport report = run();

        assertThat(scene.blocks().get(0).sequences()).containsExactly(999, 1000, 1001);
        assertThat(report.totals().duplicates()).isEqualTo(1);
    }

    @Test
    void whose_ids_go_back_or_change_or_end_are_refused() throws IOException {
        scene.file(
                "XRP_ETH-trades.json",
                "[[1570752011620,\"7\",null,\"buy\",1,1,1],[1570752011621,\"6\",null,\"buy\",2,1,2]]");
        assertThat(refusal())
                .hasMessageContaining(
                        "row 2: trade id 6 at 2019-10-11T00:00:11.621Z comes after id 7; check that the ids");

        scene.file(
                "XRP_ETH-trades.json",
                "[[1570752011620,\"7\",null,\"buy\",1,1,1],[1570752011620,\"7\",null,\"buy\",2,1,2]]");
        assertThat(refusal()).hasMessageContaining("row 2: trade id 7 stands twice, with different values; ");

        scene.file(
                "XRP_ETH-trades.json",
                "[[1570752011620,\"7\",null,\"buy\",1,1,1],[1570752011621,null,null,\"buy\",2,1,2]]");
        assertThat(refusal())
                .hasMessageContaining("row 2: trade id is '', expected a whole number as in the rows before; ");
    }

    @Test
    void without_numeric_ids_are_numbered_by_time() throws IOException {
        scene.file(
                "XRP_ETH-trades.json",
                "[[1570752011620,\"a1b2\",null,\"buy\",1,1,1],[1570752011620,\"7\",null,\"buy\",2,1,2]]");

        run();

        assertThat(scene.blocks().get(0).sequences()).containsExactly(1570752011620_000000L, 1570752011620_000001L);
    }

    @Test
    void whose_files_number_differently_are_refused() throws IOException {
        scene.file("a/XRP_ETH-trades.json", "[[1570752011620,\"7\",null,\"buy\",1,1,1]]")
                .file("b/XRP_ETH-trades.json", "[[1570752011621,\"3\",null,\"buy\",1,1,1]]");

        assertThat(refusal().fault()).isEqualTo(Fault.CONTRADICTION);
        assertThat(refusal())
                .hasMessageStartingWith("XRP/ETH binance:trade: trade id 3 at 2019-10-11T00:00:11.621Z (payload ")
                .hasMessageContaining(" row 1) follows id 7 (payload ")
                .hasMessageEndingWith(
                        ", the files do not number alike; import the one you trust, or give each its own --source");
    }

    @Test
    void with_and_without_ids_in_turn_are_refused() throws IOException {
        scene.file(
                        "a/XRP_ETH-trades.json",
                        "[[1570752011620,\"7\",null,\"buy\",1,1,1],[1570752011640,\"8\",null,\"buy\",1,1,1]]")
                .file("b/XRP_ETH-trades.json", "[[1570752011630,null,null,\"buy\",1,1,1]]");

        assertThat(refusal().fault()).isEqualTo(Fault.CONTRADICTION);
        assertThat(refusal())
                .hasMessageStartingWith(
                        "XRP/ETH binance:trade: trades with and without ids alternate (at 2019-10-11T00:00:11.640Z from payload ");
    }

    @Test
    void as_feather_are_refused_with_the_way_out() throws IOException {
        scene.file("BTC_USDT-1h.feather", "ARROW1");

        assertThat(refusal())
                .hasMessage(
                        scene.input()
                                + "/BTC_USDT-1h.feather: feather files are not read; freqtrade convert-data --format-from feather --format-to json does it; convert the file, or set such files aside with --quarantine");
    }

    @Test
    void of_broken_json_are_refused() throws IOException {
        scene.file("BTC_USDT-1h.json", "{\"a\":1}");
        assertThat(refusal())
                .hasMessage(
                        scene.input()
                                + "/BTC_USDT-1h.json: begins with START_OBJECT, expected a JSON list of rows; fetch the file again");

        scene.file("BTC_USDT-1h.json", "[[1615766400000,1,1,1,1,1],[1615770000000,1,1");
        assertThat(refusal())
                .hasMessage(
                        scene.input() + "/BTC_USDT-1h.json row 2: the JSON ends in the middle; fetch the file again");

        scene.file("BTC_USDT-1h.json", "[[1615766400000,1,1,1,1,1],[1615770000000,1,oops,1]]");
        assertThat(refusal())
                .hasMessageStartingWith(scene.input() + "/BTC_USDT-1h.json row 2: not JSON (Unrecognized token 'oops'");
    }

    @Test
    void with_a_bad_row_are_refused_by_its_number() throws IOException {
        scene.file("BTC_USDT-1h.json", "[[1615766400000,1,1,1,1,1],[1615770000000,1,1,1,NaN,1]]");
        assertThat(refusal())
                .hasMessageContaining("BTC_USDT-1h.json row 2: close is 'NaN', expected a finite number; ");

        scene.file("BTC_USDT-1h.json", "[[1615766400000,1,1,1,1,1],[1615770000000,1,1,1,1]]");
        assertThat(refusal()).hasMessageContaining("BTC_USDT-1h.json row 2: 5 values, expected 6; correct the row");

        scene.file("BTC_USDT-1h.json", "[[1615766400000,1,1,1,1,1],7,[1615773600000,1,1,1,[2],1]]");
        assertThat(refusal()).hasMessageContaining("BTC_USDT-1h.json row 2: neither a list nor an object; ");
        ImportReport report =
                scene.run(scene.settings("freqtrade", "binance", null).withQuarantine());
        assertThat(report.totals().quarantined()).isEqualTo(2);
        assertThat(scene.events()).hasSize(1);
    }

    @Test
    void give_bars_of_parquet_candles() throws IOException {
        RowSchema candles = new RowSchema(
                "candles",
                java.util.List.of(
                        ColumnSpec.number("volume", "", ""),
                        ColumnSpec.instant("date", ""),
                        ColumnSpec.number("open", "", ""),
                        ColumnSpec.number("high", "", ""),
                        ColumnSpec.number("low", "", ""),
                        ColumnSpec.number("close", "", "")),
                java.util.List.of(),
                "date");
        RowBuilder rows = new RowBuilder(candles);
        rows.row()
                .set(0, 12.5)
                .set(1, 1615766400000L)
                .set(2, 100.1)
                .set(3, 110.0)
                .set(4, 99.0)
                .set(5, 0.1 + 100);
        rows.row()
                .set(0, 0.0)
                .set(1, 1615770000000L)
                .set(2, 100.1)
                .set(3, 100.1)
                .set(4, 100.1)
                .set(5, 100.1);
        Files.createDirectories(scene.input());
        try (ParquetRowWriter writer = new ParquetRowWriter(
                new LocalOutputFile(scene.input().resolve("BTC_USDT-1h.parquet")), candles, Map.of(), 1 << 20)) {
            writer.write(rows.build());
        }

        ImportReport report = run();

        assertThat(scene.blocks().get(0).values())
                .containsExactly(100.1, 110, 99, 0.1 + 100, 12.5, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        assertThat(report.files().get(0).empty()).isEqualTo(1);
        assertThat(report.files().get(0).unit()).isEqualTo("milliseconds");
    }

    @Test
    void of_no_whole_parquet_are_refused() throws IOException {
        scene.file("BTC_USDT-1h.parquet", "PAR1 and nothing else");

        assertThat(refusal())
                .hasMessageStartingWith(scene.input() + "/BTC_USDT-1h.parquet: not a whole Parquet file (");
    }
}
