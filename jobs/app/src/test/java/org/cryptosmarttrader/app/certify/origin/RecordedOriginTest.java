package org.cryptosmarttrader.app.certify.origin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Skipped, visibly, where the recorded data do not lie beside the checkout. */
@DisplayName("The audit of recorded files")
class RecordedOriginTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "freqtrade, trades/XRP_ETH-trades.json.gz, import --format freqtrade --source binance",
        "csv, trades/kraken_BCHEUR.csv, 'import --map time=1,price=2,quantity=3 --source kraken --pair BCH/EUR'",
        "btc-transfers, onchain/btc-transfers/transfers.jsonl.gz, import-chain --format btc-transfers",
    })
    void finds_every_event_in_its_payload_and_none_too_early(String layout, String file, String words)
            throws IOException {
        new AuditedArchive(folder).taken(Golden.shared("data/" + file), words).isClean(layout);
    }

    /** Long for the many days of each, all of which are written. */
    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        "kraken-ohlcvt, ohlcv/kraken-1h/STORJUSD_60.csv.gz, import --format kraken-ohlcvt",
        "kraken-ohlcvt, ohlcv/binance-1h-2017-2022/APEUSDT_60.csv.gz, import --format kraken-ohlcvt --source binance",
        "cryptonews, sentiment/cryptonews-2021-2022/cryptonews.csv.gz, import-text --format cryptonews",
        "tweets, sentiment/cryptonews-2021-2022/ethereum_tweets.csv.gz, import-text --format tweets",
        "news-days, sentiment/news-2017-2019/news_2017-2019.csv.gz, import-text --format news-days",
        "fear-greed, sentiment/fear-greed-daily/fear_greed.csv, import-chain --format fear-greed",
        "funding-daily, sentiment/fear-greed-daily/binance_btcusdt_funding_daily.csv, import-chain --format funding-daily",
        "coinmetrics, onchain/coinmetrics-2020/link.csv.gz, import-chain --format coinmetrics",
        "coinmetrics, onchain/coinmetrics-btc/btc.csv.gz, import-chain --format coinmetrics",
    })
    void finds_every_event_of_many_days_in_its_payload(String layout, String file, String words) throws IOException {
        new AuditedArchive(folder).taken(Golden.shared("data/" + file), words).isClean(layout);
    }

    /** Every row of the older encoding is an object; the file's name has no pair. */
    @Test
    void finds_older_trades_whose_values_have_names() throws IOException {
        Path named = folder.resolve("XRP_ETH-trades.json.gz");
        Files.copy(Golden.shared("data/trades/XRP_OLD-trades.json.gz"), named);

        new AuditedArchive(folder)
                .taken(named, "import --format freqtrade --source binance")
                .isClean("freqtrade");
    }
}
