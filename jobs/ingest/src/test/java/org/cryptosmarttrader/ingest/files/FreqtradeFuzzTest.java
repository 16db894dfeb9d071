package org.cryptosmarttrader.ingest.files;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file of freqtrade, whatever it is")
class FreqtradeFuzzTest {

    @TempDir
    static Path folder;

    @FuzzTest
    void holds_possible_events_or_is_refused_by_name(byte[] bytes) throws IOException {
        AnyMarketFile.read(new Freqtrade(), folder.resolve("BTC_USD-1h.json"), bytes);
        AnyMarketFile.read(new Freqtrade(), folder.resolve("BTC_USD-trades.json"), bytes);
        AnyMarketFile.read(new Freqtrade(), folder.resolve("BTC_USD-1h.parquet"), bytes);
    }
}
