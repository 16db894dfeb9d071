package org.cryptosmarttrader.ingest.files;

/**
 * How to read a delimited text that has no layout of its own.
 *
 * @param pair of all its rows, e.g. {@code BTC/USD}; null if the file names say
 * @param interval of its bars, e.g. {@code 1h}; null if the file names say
 */
public record CsvOptions(ColumnMap map, char delimiter, String pair, String interval) {

    /** Comma-separated, pair and interval by the file names. */
    public static CsvOptions of(ColumnMap map) {
        return new CsvOptions(map, ',', null, null);
    }

    /** What decides which column says what; pair and interval are those of the events. */
    String reading() {
        return "delimited by '%s', %s".formatted(delimiter, map);
    }

    public CsvOptions withPair(String stated) {
        return new CsvOptions(map, delimiter, stated, interval);
    }

    public CsvOptions withInterval(String stated) {
        return new CsvOptions(map, delimiter, pair, stated);
    }

    public CsvOptions withDelimiter(char stated) {
        return new CsvOptions(map, stated, pair, interval);
    }
}
