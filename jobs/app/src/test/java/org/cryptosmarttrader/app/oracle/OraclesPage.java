package org.cryptosmarttrader.app.oracle;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.features.Described;

/** The page that says of each column what it was compared with and how far the two were apart. */
final class OraclesPage {

    private static final String HEAD = """
            # Oracles

            Written by `DuckDbOracleITCase` (`mvn verify -Plong`) into `jobs/app/target/oracles.md`; do not edit.

            Each column of [features.md](features.md) has a source independent of it, or values by hand; the build asks for one of
            each new column, and this page, which takes minutes, has those there were when it was last written. DuckDB reads the Parquet files of the archive
            and says the definitions in SQL (`jobs/app/src/test/resources/oracle`); nothing of the features is used. Compared are
            all %,d rows of two datasets: 2020-07-15 to 2020-10-01 (STORJ/USD of Kraken trades in about half of the hours) and
            2021-08-10 to 2021-12-01 (two outages of Binance; FLOW/USDT new), BTC, ETH, SOL, XRP, FTT and FLOW in USDT of Binance, BTC
            and ETH in USD of Kraken, hourly bars, with news, tweets, fear and greed, funding and Coin Metrics. Posts (`reddit_…`)
            are made by a recipe, and the hours listened to are as the test states, since none were recorded.

            *missing* counts rows in which both have none; rows in which only one has a value: %d. *distance* is the largest
            |ours − oracle| over the greatest of |ours|, |oracle| and the column's mean magnitude. `btc_rsi_14` and `btc_atr_pct_14`
            are compared with the row of BTC, whose own column TA-Lib says. Other oracles compare single vectors and stretches, to
            the digits their tests state: golden vectors 1e-10, TA-Lib 1e-10 (Bollinger bands 1e-8).

            | column | oracles | values by SQL | missing | distance |
            |---|---|---|---|---|
            """;

    private OraclesPage() {}

    static String of(long rows, List<Agreement> agreements) throws IOException {
        Map<String, Agreement> byColumn = new TreeMap<>();
        agreements.forEach(agreement -> byColumn.put(agreement.column(), agreement));
        long contradicting =
                agreements.stream().mapToLong(Agreement::contradicting).sum();
        StringBuilder page = new StringBuilder(HEAD.formatted(rows, contradicting));
        for (Described column : EveryColumnHasAnOracleTest.columns()) {
            page.append(line(column, byColumn.get(column.name()))).append('\n');
        }
        return page.toString();
    }

    private static String line(Described column, Agreement agreement) throws IOException {
        String oracles = String.join(", ", Oracles.of(column));
        String measured = agreement == null
                ? "| | ≤ 1e-10"
                : String.format(
                        Locale.ROOT,
                        "%,d | %,d | %.0e",
                        agreement.compared(),
                        agreement.missing(),
                        agreement.distance());
        return "| `%s` | %s | %s |".formatted(column.name(), oracles, measured);
    }
}
