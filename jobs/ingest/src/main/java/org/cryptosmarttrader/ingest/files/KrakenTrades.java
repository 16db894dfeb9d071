package org.cryptosmarttrader.ingest.files;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cryptosmarttrader.domain.EventKind;

/** Kraken's archive of trades: {@code XBTUSD.csv}, no header, no ids, seconds; equal rows are different trades. */
final class KrakenTrades implements FileFormat {

    /** What follows the pair is no number, or the file would hold bars. */
    private static final Pattern NAME =
            Pattern.compile("(?:kraken_)?([A-Za-z0-9.]+?)(?:_[A-Za-z][A-Za-z0-9_]*)?\\.csv(?:\\.gz)?");

    private static final Columns COLUMNS = Columns.inOrder(EventKind.TRADE, "time", "price", "quantity");

    @Override
    public String name() {
        return "kraken-trades";
    }

    @Override
    public String venue() {
        return "kraken";
    }

    @Override
    public String examples() {
        return "XBTUSD.csv, kraken_XBTUSD.csv.gz";
    }

    @Override
    public Optional<Named> recognise(String fileName) {
        Matcher name = NAME.matcher(fileName);
        return name.matches()
                ? Optional.of(new Named(name.group(1), EventKind.TRADE, 0, KrakenTrades::open))
                : Optional.empty();
    }

    private static Table open(Received file) throws IOException, BadRow {
        return CsvTable.ofWidths(new Lines(file.content()), COLUMNS);
    }
}
