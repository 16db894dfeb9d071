package org.cryptosmarttrader.ingest.facts.chain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.cryptosmarttrader.ingest.facts.Fact;
import org.cryptosmarttrader.ingest.facts.FactLayout;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.BadRows;
import org.cryptosmarttrader.ingest.files.Fault;
import org.cryptosmarttrader.ingest.files.NumberColumn;
import org.cryptosmarttrader.ingest.files.Received;
import org.cryptosmarttrader.time.TickGrid;

/**
 * Daily files of Coin Metrics, one per asset: a row per day, a column per metric, empty where it has no value. The values
 * are those of the file's making, revisions included.
 *
 * @param asset canonical symbol; null if the names of the files say it, e.g. {@code btc.csv.gz}
 * @param metrics columns taken, as far as a file has them
 * @param delayMillis after the end of a day until its values may be used
 */
record CoinMetrics(String source, String asset, List<String> metrics, long delayMillis) implements FactLayout {

    private static final Pattern NAME = Pattern.compile("(?!metrics\\.)([a-z0-9]{1,12})\\.csv(\\.gz)?");
    private static final String DAY = "time";

    @Override
    public String name() {
        return ChainFormat.COINMETRICS.label();
    }

    @Override
    public boolean recognises(String fileName) {
        return NAME.matcher(fileName).matches();
    }

    @Override
    public String reading() {
        return "asset=%s delay=%d metrics=%s".formatted(asset == null ? "by name" : asset, delayMillis, metrics);
    }

    @Override
    public Map<String, Long> read(Received file, String payloadHash, Consumer<Fact> facts, BadRows badRows)
            throws IOException, BadRow {
        ChainFacts made = new ChainFacts(source, payloadHash, facts);
        String symbol = asset == null ? named(file.fileName()) : asset;
        long[] rowsAndEmpty = new long[2];
        CsvRows.read(file, List.of(DAY), badRows, (row, line) -> {
            ChainFacts.When day = Days.of(row.get(DAY), delayMillis, line);
            Map<String, Double> values = values(row);
            values.forEach((metric, value) -> made.metric(day, TickGrid.DAY, symbol, metric, value));
            rowsAndEmpty[0]++;
            rowsAndEmpty[1] += metrics.size() - values.size();
        });
        return new TreeMap<>(Map.of("days", rowsAndEmpty[0], "cells without a value", rowsAndEmpty[1]));
    }

    /** Whole rows are taken or refused, so the numbers are read before the first fact is made. */
    private Map<String, Double> values(CSVRecord row) throws BadRow {
        List<String> present = new ArrayList<>(metrics);
        present.removeIf(metric -> !row.isMapped(metric));
        if (present.isEmpty()) {
            throw new BadRow(Fault.HEADER, "none of the columns %s".formatted(String.join(", ", metrics)));
        }
        Map<String, Double> values = new TreeMap<>();
        for (String metric : present) {
            if (!row.get(metric).isEmpty()) {
                values.put(metric, NumberColumn.parse(row.get(metric), metric));
            }
        }
        return values;
    }

    private static String named(String fileName) throws BadRow {
        Matcher name = NAME.matcher(fileName);
        if (!name.matches()) {
            throw new BadRow(
                    Fault.UNKNOWN_VALUE, "the name says no asset, expected e.g. btc.csv.gz; state it with --asset");
        }
        return name.group(1).toUpperCase(Locale.ROOT);
    }
}
