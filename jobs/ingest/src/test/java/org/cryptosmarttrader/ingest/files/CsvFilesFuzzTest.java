package org.cryptosmarttrader.ingest.files;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A table of text about a market, whatever it is")
class CsvFilesFuzzTest {

    @TempDir
    static Path folder;

    @FuzzTest
    void holds_possible_events_or_is_refused_by_name_in_every_layout(byte[] bytes) throws IOException {
        AnyMarketFile.read(new KrakenOhlcvt(), folder.resolve("XBTUSD_60.csv"), bytes);
        AnyMarketFile.read(new KrakenTrades(), folder.resolve("XBTUSD.csv"), bytes);
        AnyMarketFile.read(new BinanceKlines(), folder.resolve("BTCUSDT-1h-2021-01.csv"), bytes);
        AnyMarketFile.read(
                new MappedCsv(CsvOptions.of(ColumnMap.BITSTAMP_TRADES).withPair("BTC/USD")),
                folder.resolve("trades.csv"),
                bytes);
        AnyMarketFile.read(
                new MappedCsv(CsvOptions.of(ColumnMap.parse("time=1,open=2,high=3,low=4,close=5,volume=6,buy_volume=7"))
                        .withPair("BTC/USD")
                        .withInterval("1h")
                        .withDelimiter(';')),
                folder.resolve("bars.txt"),
                bytes);
    }
}
