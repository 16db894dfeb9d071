package org.cryptosmarttrader.ingest.facts.chain;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.cryptosmarttrader.ingest.facts.Fact;
import org.cryptosmarttrader.ingest.facts.FactLayout;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.BadRows;
import org.cryptosmarttrader.ingest.files.NumberColumn;
import org.cryptosmarttrader.ingest.files.Received;
import org.cryptosmarttrader.time.TickGrid;

/**
 * Files of one value a day, columns {@code date} and the value, usable from the day's end.
 *
 * @param format the name of the layout
 * @param column of the value
 * @param asset canonical symbol, empty for the whole market
 * @param metric what the value is, as features name it
 */
record DailyValues(ChainFormat format, String source, String column, String asset, String metric)
        implements FactLayout {

    private static final String DAY = "date";

    @Override
    public String name() {
        return format.label();
    }

    @Override
    public boolean recognises(String fileName) {
        String word = column.substring(0, column.indexOf('_'));
        return fileName.toLowerCase(Locale.ROOT).matches(".*" + word + ".*\\.csv(\\.gz)?");
    }

    @Override
    public String reading() {
        return "asset=" + asset;
    }

    @Override
    public Map<String, Long> read(Received file, String payloadHash, Consumer<Fact> facts, BadRows badRows)
            throws IOException, BadRow {
        ChainFacts made = new ChainFacts(source, payloadHash, facts);
        CsvRows.read(file, List.of(DAY, column), badRows, (row, line) -> {
            double value = NumberColumn.parse(row.get(column), column);
            made.metric(Days.of(row.get(DAY), 0, line), TickGrid.DAY, asset, metric, value);
        });
        return new TreeMap<>();
    }
}
