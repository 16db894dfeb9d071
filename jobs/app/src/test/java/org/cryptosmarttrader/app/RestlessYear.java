package org.cryptosmarttrader.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.app.runs.Span;
import org.cryptosmarttrader.serving.parity.DatasetParity;
import org.cryptosmarttrader.serving.parity.ParityReport;

/**
 * Four recorded pairs over more than a year, traded so that there are orders to compare: the strategy follows every forecast,
 * costs nothing, and no limit ever stops the account.
 */
public final class RestlessYear {

    public static final Map<String, String> SETTINGS = new TreeMap<>(Map.of(
            "horizons.horizons", "[1h, 24h]",
            "strategy.use", "forecast",
            "risk.portfolio.allocation", "none",
            "risk.drawdown.max", "0.99",
            "risk.dailyLoss.max", "0.99",
            "execution.fees.taker", "[[0, 0]]",
            "execution.spread", "0",
            "execution.impact", "0"));

    public static final Span SPAN = new Span(
            Instant.parse("2021-01-01T00:00:00Z"),
            Instant.parse("2022-02-01T00:00:00Z"),
            Optional.of(Instant.parse("2020-07-01T00:00:00Z")));

    private static final List<String> PAIRS = List.of("BTCUSDT", "ETHUSDT", "ADAUSDT", "LTCUSDT");
    private static final long ENOUGH = 1_000;

    private RestlessYear() {}

    /** Takes the pairs into an archive; skips the test, visibly, where the recorded data is absent. */
    public static void importInto(Path archive) {
        for (String pair : PAIRS) {
            Path data = Golden.shared("data/ohlcv/binance-1h-2017-2022/%s_60.csv.gz".formatted(pair));
            Answer imported = Answer.to(
                    "import",
                    "--archive",
                    archive.toString(),
                    "--source",
                    "binance",
                    "--format",
                    "kraken-ohlcvt",
                    "--from",
                    data.toString());
            assertThat(imported.exit()).as(imported.err()).isZero();
        }
    }

    /** Orders and fills of the lane RESEARCH, a thousand of each at least. */
    public static void assertEnoughCompared(ParityReport report) {
        for (String dataset : List.of("orders", "fills")) {
            DatasetParity compared = report.datasets().stream()
                    .filter(one -> one.dataset().equals(dataset))
                    .findFirst()
                    .orElseThrow();
            assertThat(compared.lanes().get("RESEARCH")).as(dataset).isGreaterThan(ENOUGH);
        }
    }
}
