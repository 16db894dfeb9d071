package org.cryptosmarttrader.ingest.facts.chain;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVRecord;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.ingest.facts.Fact;
import org.cryptosmarttrader.ingest.facts.FactLayout;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.BadRows;
import org.cryptosmarttrader.ingest.files.Fault;
import org.cryptosmarttrader.ingest.files.NumberColumn;
import org.cryptosmarttrader.ingest.files.Received;
import org.cryptosmarttrader.ingest.files.TimeColumn;
import org.cryptosmarttrader.time.TickGrid;

/**
 * Values of any metric, a row each: {@code asset,metric,day,value} or {@code asset,metric,time,value}, and perhaps
 * {@code available_at}.
 *
 * @param delayMillis behind the day's end or the time where no {@code available_at} is stated
 */
record MetricRows(String source, long delayMillis) implements FactLayout {

    @Override
    public String name() {
        return ChainFormat.METRICS_CSV.label();
    }

    @Override
    public boolean recognises(String fileName) {
        return fileName.matches(".*\\.csv(\\.gz)?");
    }

    @Override
    public String reading() {
        return "delay=" + delayMillis;
    }

    @Override
    public Map<String, Long> read(Received file, String payloadHash, Consumer<Fact> facts, BadRows badRows)
            throws IOException, BadRow {
        ChainFacts made = new ChainFacts(source, payloadHash, facts);
        TimeColumn times = new TimeColumn();
        TimeColumn receipts = new TimeColumn();
        CsvRows.read(file, List.of("asset", "metric", "value"), badRows, (row, line) -> {
            boolean isDaily = row.isMapped("day");
            ChainFacts.When when = isDaily ? Days.of(row.get("day"), delayMillis, line) : at(row, line, times);
            double value = NumberColumn.parse(row.get("value"), "value");
            made.metric(received(row, when, receipts), isDaily ? TickGrid.DAY : 0, asset(row), name(row), value);
        });
        return new TreeMap<>();
    }

    private ChainFacts.When at(CSVRecord row, long line, TimeColumn times) throws BadRow {
        if (!row.isMapped("time")) {
            throw new BadRow(Fault.HEADER, "neither a column day nor a column time");
        }
        long time = times.millis(row.get("time"));
        return new ChainFacts.When(time, time + delayMillis, Availability.ASSIGNED, line);
    }

    private static ChainFacts.When received(CSVRecord row, ChainFacts.When assumed, TimeColumn receipts) throws BadRow {
        if (!row.isMapped("available_at") || row.get("available_at").isEmpty()) {
            return assumed;
        }
        long at = receipts.millis(row.get("available_at"));
        if (at < assumed.eventTime()) {
            throw new BadRow(
                    Fault.TIME, "available_at %s lies before what it says ended".formatted(row.get("available_at")));
        }
        return new ChainFacts.When(assumed.eventTime(), at, Availability.RECORDED, assumed.row());
    }

    private static String asset(CSVRecord row) throws BadRow {
        String asset = row.get("asset");
        if (!asset.matches("[A-Z0-9]{0,20}")) {
            throw new BadRow(
                    Fault.UNKNOWN_VALUE,
                    "asset is '%s', expected a symbol in capitals such as BTC, or nothing for the whole market"
                            .formatted(asset));
        }
        return asset;
    }

    private static String name(CSVRecord row) throws BadRow {
        String name = row.get("metric");
        if (!name.matches("[A-Za-z0-9_.-]{1,64}")) {
            throw new BadRow(Fault.UNKNOWN_VALUE, "metric is '%s', expected letters, digits and _ . -".formatted(name));
        }
        return name;
    }
}
