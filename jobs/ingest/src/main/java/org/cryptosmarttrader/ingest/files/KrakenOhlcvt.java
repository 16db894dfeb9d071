package org.cryptosmarttrader.ingest.files;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cryptosmarttrader.domain.EventKind;

/** Kraken's archive of bars: {@code XBTUSD_60.csv}, no header; other collections use it without the trades column. */
final class KrakenOhlcvt implements FileFormat {

    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9.]+)_([0-9]+)\\.csv(?:\\.gz)?");

    private static final Columns COLUMNS =
            Columns.inOrder(EventKind.BAR, "time", "open", "high", "low", "close", "volume", "trades");

    private static final Columns WITHOUT_TRADES =
            Columns.inOrder(EventKind.BAR, "time", "open", "high", "low", "close", "volume");

    @Override
    public String name() {
        return "kraken-ohlcvt";
    }

    @Override
    public String venue() {
        return "kraken";
    }

    @Override
    public String examples() {
        return "XBTUSD_60.csv, XBTUSD_60.csv.gz";
    }

    @Override
    public Optional<Named> recognise(String fileName) throws BadRow {
        Matcher name = NAME.matcher(fileName);
        return name.matches()
                ? Optional.of(
                        new Named(name.group(1), EventKind.BAR, Intervals.parse(name.group(2)), KrakenOhlcvt::open))
                : Optional.empty();
    }

    private static Table open(Received file) throws IOException, BadRow {
        return CsvTable.ofWidths(new Lines(file.content()), COLUMNS, WITHOUT_TRADES);
    }
}
