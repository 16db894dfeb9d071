package org.cryptosmarttrader.ingest.files;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cryptosmarttrader.domain.EventKind;

/**
 * Any delimited text, its columns named by a {@link ColumnMap}. Pair and interval are stated, or read off names such as
 * {@code BTCUSD_60.csv} (bars) and {@code BTCUSD.csv} (trades).
 */
final class MappedCsv implements FileFormat {

    private static final Pattern FILE = Pattern.compile("(.+)\\.(?:csv|tsv|txt)(?:\\.gz)?");

    private static final Pattern ENDING = Pattern.compile("(?:\\.[A-Za-z]+)?(?:\\.gz)?$");

    private static final Pattern BARS = Pattern.compile("([A-Za-z0-9.]+)[_-]([0-9]+[mhd]?)");

    private final CsvOptions options;

    MappedCsv(CsvOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String venue() {
        return null;
    }

    @Override
    public String examples() {
        return "*.csv, *.tsv or *.txt, perhaps with .gz: BTCUSD_60.csv for bars, BTCUSD.csv for trades; a file named itself may end otherwise";
    }

    @Override
    public Optional<Named> recognise(String fileName) throws BadRow {
        Matcher file = FILE.matcher(fileName);
        return file.matches() ? Optional.of(named(file.group(1))) : Optional.empty();
    }

    /** Who names a file means it, whatever its ending. */
    @Override
    public Optional<Named> recogniseChosen(String fileName) throws BadRow {
        return Optional.of(named(ENDING.matcher(fileName).replaceFirst("")));
    }

    private Named named(String name) throws BadRow {
        Matcher bars = BARS.matcher(name);
        boolean named = bars.matches();
        String pair = options.pair() != null ? options.pair() : named ? bars.group(1) : name;
        if (options.map().kind() == EventKind.TRADE) {
            return new Named(pair, EventKind.TRADE, 0, this::open);
        }
        String interval = options.interval() != null ? options.interval() : named ? bars.group(2) : null;
        if (interval == null) {
            throw new BadRow(Fault.INTERVAL, "neither the name nor --interval says how long the bars are");
        }
        return new Named(pair, EventKind.BAR, Intervals.parse(interval), this::open);
    }

    private Table open(Received file) throws IOException, BadRow {
        Lines lines = new Lines(file.content());
        return options.map().isByPosition()
                ? CsvTable.byPosition(lines, options.delimiter(), options.map())
                : CsvTable.withHeader(lines, options.delimiter(), options.map());
    }
}
