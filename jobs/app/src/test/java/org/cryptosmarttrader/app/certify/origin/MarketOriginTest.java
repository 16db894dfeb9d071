package org.cryptosmarttrader.app.certify.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.cryptosmarttrader.app.certify.Origins;
import org.cryptosmarttrader.domain.EventKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 1615766400 s is 2021-03-15T00:00:00Z. */
@DisplayName("The audit of bars and trades")
class MarketOriginTest {

    @TempDir
    Path folder;

    private AuditedArchive archive;

    @BeforeEach
    void an_archive() {
        archive = new AuditedArchive(folder);
    }

    @Test
    void knows_a_bar_of_kraken_at_its_end() throws IOException {
        archive.file("XBTUSD_60.csv", "1615766400,10,12,9,11,5,7", "1615770000,11,12,9,11,5,7")
                .taken("import --format kraken-ohlcvt");

        archive.isClean("kraken-ohlcvt");
        archive.lastIsKnown(EventKind.BAR, "2021-03-15T02:00:00Z", 2);
    }

    @Test
    void knows_a_trade_of_kraken_when_it_was_made() throws IOException {
        archive.file("XBTUSD.csv", "1615766400.5,10,5", "", "1615766460.1239,11,5")
                .taken("import --format kraken-trades");

        archive.isClean("kraken-trades");
        archive.lastIsKnown(EventKind.TRADE, "2021-03-15T00:01:00.123Z", 3);
    }

    @Test
    void names_an_event_that_says_what_its_row_does_not() throws IOException {
        archive.file("XBTUSD_60.csv", "1615766400,10,12,9,11,5,7", "1615770000,11,12,9,11,5,7")
                .taken("import --format kraken-ohlcvt");

        Origins found = archive.withFirst(EventKind.BAR, EventKind.HIGH, 13);

        assertThat(found.quoted()).isEqualTo(1);
        assertThat(found.misquoted())
                .singleElement()
                .asString()
                .startsWith(
                        "BAR of kraken BTC/USD at 2021-03-15T00:59:59.999Z says [10.0, 13.0, 9.0, 11.0, 5.0], row 1 of ")
                .endsWith(" does not");
    }

    @Test
    void knows_a_kline_of_binance_a_millisecond_behind_its_last() throws IOException {
        archive.file(
                        "BTCUSDT-1h-2021-03.csv",
                        "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore",
                        "1615766400000,10,12,9,11,5,1615769999999,50,7,2,20,0")
                .taken("import --format binance-klines");

        archive.isClean("binance-klines");
        archive.lastIsKnown(EventKind.BAR, "2021-03-15T01:00:00Z", 2);
    }

    @Test
    void knows_a_kline_in_microseconds_as_well() throws IOException {
        archive.file("BTCUSDT-1h-2025-01.csv", "1735689600000000,10,12,9,11,5,1735693199999999,50,7,2,20,0")
                .taken("import --format binance-klines");

        archive.isClean("binance-klines");
        archive.lastIsKnown(EventKind.BAR, "2025-01-01T01:00:00Z", 1);
    }

    @Test
    void knows_a_candle_of_freqtrade_at_its_end() throws IOException {
        archive.file("BTC_USDT-5m.json", "[[1615766400000,10,12,9,11,5],", "[1615766700000,10,12,9,11,5]]")
                .taken("import --format freqtrade --source binance");

        archive.isClean("freqtrade");
        archive.lastIsKnown(EventKind.BAR, "2021-03-15T00:10:00Z", 2);
    }

    @Test
    void knows_a_candle_whose_time_is_a_decimal() throws IOException {
        archive.file("BTC_USDT-5m.json", "[[1615766400000.0,10,12,9,11,5]]")
                .taken("import --format freqtrade --source binance");

        archive.isClean("freqtrade");
        archive.lastIsKnown(EventKind.BAR, "2021-03-15T00:05:00Z", 1);
    }

    @Test
    void knows_candles_beside_one_set_aside_for_its_NaN() throws IOException {
        archive.file("BTC_USDT-5m.json", "[[1615766400000,NaN,12,9,11,5],[1615766700000,10,12,9,11,5]]")
                .taken("import --format freqtrade --source binance --quarantine");

        archive.isClean("freqtrade");
        archive.lastIsKnown(EventKind.BAR, "2021-03-15T00:10:00Z", 2);
    }

    @Test
    void knows_candles_whose_values_have_names() throws IOException {
        archive.file(
                        "BTC_USDT-5m.json",
                        "[{\"date\":1615766400000,\"open\":10,\"high\":12,\"low\":9,\"close\":11,\"volume\":5}]")
                .taken("import --format freqtrade --source binance");

        archive.isClean("freqtrade");
        archive.lastIsKnown(EventKind.BAR, "2021-03-15T00:05:00Z", 1);
    }

    @Test
    void knows_a_trade_of_freqtrade_when_it_was_made() throws IOException {
        archive.file(
                        "BTC_USDT-trades.json",
                        "[[1615766400123,\"7\",null,\"sell\",10,5,50],[1615766400456,\"8\",null,\"buy\",10,5,50]]")
                .taken("import --format freqtrade --source binance");

        archive.isClean("freqtrade");
        archive.lastIsKnown(EventKind.TRADE, "2021-03-15T00:00:00.456Z", 2);
    }

    @Test
    void knows_trades_whose_values_have_names_as_older_files_have_them() throws IOException {
        archive.file(
                        "BTC_USDT-trades.json",
                        "[{\"timestamp\":1615766400123,\"symbol\":\"BTC/USDT\",\"id\":\"7\",\"type\":null,\"side\":\"sell\",\"price\":10,\"amount\":5,\"cost\":50}]")
                .taken("import --format freqtrade --source binance");

        archive.isClean("freqtrade");
        archive.lastIsKnown(EventKind.TRADE, "2021-03-15T00:00:00.123Z", 1);
    }

    @Test
    void knows_a_trade_by_the_name_of_its_column() throws IOException {
        archive.file("deals.txt", "", "id;when;px;size", "7;2021-03-15 00:00:00+01:00;100;0.5")
                .taken(
                        "import --source bitstamp --map time=when,price=px,quantity=size,id=id --delimiter ; --pair BTC/USD");

        archive.isClean("csv");
        archive.lastIsKnown(EventKind.TRADE, "2021-03-14T23:00:00Z", 3);
    }

    @Test
    void knows_a_bar_by_the_place_of_its_column() throws IOException {
        archive.file("BTCUSD_60.csv", "volume,time,o,h,l,c", "5,1615766400,10,12,9,11", "5,1615770000,10,12,9,11")
                .taken("import --source bitstamp --map time=2,open=3,high=4,low=5,close=6,volume=1");

        archive.isClean("csv");
        archive.lastIsKnown(EventKind.BAR, "2021-03-15T02:00:00Z", 3);
    }
}
