package org.cryptosmarttrader.ingest.files;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cryptosmarttrader.domain.EventKind;

/**
 * Binance's published klines: {@code BTCUSDT-1h-2021-01.csv}, twelve columns, at times with a header. Times of spot files
 * are milliseconds before 2025 and microseconds from then on. What takers did not buy they sold.
 *
 * <p>Source: github.com/binance/binance-public-data, section Klines.
 */
final class BinanceKlines implements FileFormat {

    private static final Pattern NAME =
            Pattern.compile("([A-Z0-9]+)-([0-9]+(?:s|m|h|d|w|mo))-[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\\.csv(?:\\.gz)?");

    private static final Columns COLUMNS = Columns.inOrder(
                    EventKind.BAR,
                    "time",
                    "open",
                    "high",
                    "low",
                    "close",
                    "volume",
                    "close time",
                    "quote_volume",
                    "trades",
                    "buy_volume",
                    "taker buy quote volume",
                    "ignore")
            .withRestSold();

    @Override
    public String name() {
        return "binance-klines";
    }

    @Override
    public String venue() {
        return "binance";
    }

    @Override
    public String examples() {
        return "BTCUSDT-1h-2021-01.csv, BTCUSDT-1h-2021-01.zip";
    }

    @Override
    public Optional<Named> recognise(String fileName) throws BadRow {
        Matcher name = NAME.matcher(fileName);
        return name.matches()
                ? Optional.of(
                        new Named(name.group(1), EventKind.BAR, Intervals.parse(name.group(2)), BinanceKlines::open))
                : Optional.empty();
    }

    private static Table open(Received file) throws IOException, BadRow {
        return CsvTable.ofWidths(new Lines(file.content()), COLUMNS).skippingHeader();
    }
}
