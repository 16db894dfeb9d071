package org.cryptosmarttrader.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Binance's published klines")
class BinanceKlinesTest {

    private static final String HEADER =
            "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore";

    @TempDir
    Path folder;

    private ImportScene scene;

    @BeforeEach
    void an_empty_scene() {
        scene = new ImportScene(folder);
    }

    private ImportReport run() throws IOException {
        return scene.run(scene.settings("binance-klines", null, null));
    }

    private ImportException refusal() {
        return catchThrowableOfType(ImportException.class, this::run);
    }

    /** A kline of one hour, its times in milliseconds. */
    private static String kline(long start, String volume, String bought) {
        return "%d,100.5,110,99,105.25,%s,%d,1290.5,42,%s,540.1,0".formatted(start, volume, start + 3_599_999, bought);
    }

    @Test
    void give_bars_with_what_takers_bought_and_sold() throws IOException {
        scene.file("BTCUSDT-1h-2021-03.csv", kline(1615766400000L, "12.5", "5.25"));

        ImportReport report = run();

        EventBlock bar = scene.blocks().get(0);
        assertThat(bar.pair()).isEqualTo("BTC/USDT");
        assertThat(bar.source()).isEqualTo("binance");
        assertThat(bar.availableAts()).containsExactly(1615770005000L);
        assertThat(bar.values()).containsExactly(100.5, 110, 99, 105.25, 12.5, 1290.5, 42, 5.25, 7.25);
        assertThat(report.files().get(0).feed()).isEqualTo("binance:bar:60m");
    }

    @Test
    void subtract_what_was_bought_on_the_decimals() throws IOException {
        scene.file("BTCUSDT-1h-2021-03.csv", kline(1615766400000L, "0.3", "0.1"));

        run();

        // as doubles, 0.3 - 0.1 is 0.19999999999999998
        assertThat(scene.blocks().get(0).value(0, EventKind.SELL_VOLUME)).isEqualTo(0.2);
    }

    @Test
    void are_in_milliseconds_up_to_2024_and_in_microseconds_from_2025_on() throws IOException {
        scene.file("BTCUSDT-1h-2024-12.csv", kline(1735686000000L, "1", "1"))
                .file(
                        "BTCUSDT-1h-2025-01.csv",
                        "1735689600000000,100,110,99,105,12.5,1735693199999999,1290.5,42,5.25,540.1,0");

        ImportReport report = run();

        assertThat(scene.events())
                .containsExactly(
                        "BTC/USDT binance 2024-12-31T23:00:00Z c=105.25",
                        "BTC/USDT binance 2025-01-01T00:00:00Z c=105.0");
        assertThat(report.files())
                .extracting(ImportReport.FileReport::unit)
                .containsExactly("milliseconds", "microseconds");
    }

    @Test
    void in_two_units_within_one_file_are_refused() throws IOException {
        scene.file(
                "BTCUSDT-1h-2024-12.csv",
                kline(1735686000000L, "1", "1"),
                "1735689600000000,100,110,99,105,12.5,1735693199999999,1290.5,42,5.25,540.1,0");

        assertThat(refusal().fault()).isEqualTo(Fault.TIME_UNIT);
        assertThat(refusal())
                .hasMessageContaining(
                        "BTCUSDT-1h-2024-12.csv line 2: time 1735689600000000 is in microseconds, the file began with milliseconds; ");
    }

    @Test
    void may_have_a_header_which_counts_as_a_line() throws IOException {
        scene.file("BTCUSDT-1h-2021-03.csv", HEADER, kline(1615766400000L, "1", "1"));
        run();
        assertThat(scene.events()).containsExactly("BTC/USDT binance 2021-03-15T00:00:00Z c=105.25");

        scene.file("BTCUSDT-1h-2021-03.csv", HEADER, kline(1615766400000L, "1", "1"), kline(1615770000000L, "x", "1"));
        assertThat(refusal()).hasMessageContaining("BTCUSDT-1h-2021-03.csv line 3: volume is 'x', expected a number; ");
    }

    @Test
    void come_zipped_one_by_one() throws IOException {
        scene.zip("BTCUSDT-1h-2021-03.zip", Map.of("BTCUSDT-1h-2021-03.csv", kline(1615766400000L, "1", "1")))
                .zip("ETHUSDT-1h-2021-03-15.zip", Map.of("ETHUSDT-1h-2021-03-15.csv", kline(1615766400000L, "1", "1")));

        run();

        assertThat(scene.events())
                .containsExactly(
                        "BTC/USDT binance 2021-03-15T00:00:00Z c=105.25",
                        "ETH/USDT binance 2021-03-15T00:00:00Z c=105.25");
    }

    @Test
    void in_which_takers_bought_more_than_was_traded_are_refused() throws IOException {
        scene.file("BTCUSDT-1h-2021-03.csv", kline(1615766400000L, "1", "2"));

        assertThat(refusal())
                .hasMessageContaining(
                        "BTCUSDT-1h-2021-03.csv line 1: sell_volume is -1.0, expected 0 or more; correct the row");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1s", "1w", "1mo"})
    void that_do_not_divide_a_day_into_minutes_are_refused(String interval) throws IOException {
        scene.file("BTCUSDT-%s-2021-03.csv".formatted(interval), kline(1615766400000L, "1", "1"));

        assertThat(refusal().fault()).isEqualTo(Fault.INTERVAL);
        assertThat(refusal()).hasMessageContaining(": bars of %s do not divide a day; ".formatted(interval));
    }
}
