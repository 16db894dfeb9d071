package org.cryptosmarttrader.ingest.facts.chain;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVRecord;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.ingest.facts.Fact;
import org.cryptosmarttrader.ingest.facts.FactLayout;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.BadRows;
import org.cryptosmarttrader.ingest.files.Fault;
import org.cryptosmarttrader.ingest.files.Received;
import org.cryptosmarttrader.ingest.files.TimeColumn;

/** When pairs were listed and delisted, a row each: {@code pair,standing,event_time,available_at}. */
record Listings(String source) implements FactLayout {

    private static final List<String> COLUMNS = List.of("pair", "standing", "event_time", "available_at");

    @Override
    public String name() {
        return ChainFormat.LISTINGS_CSV.label();
    }

    @Override
    public boolean recognises(String fileName) {
        return fileName.matches(".*\\.csv(\\.gz)?");
    }

    @Override
    public String reading() {
        return "";
    }

    @Override
    public Map<String, Long> read(Received file, String payloadHash, Consumer<Fact> facts, BadRows badRows)
            throws IOException, BadRow {
        ChainFacts made = new ChainFacts(source, payloadHash, facts);
        TimeColumn times = new TimeColumn();
        TimeColumn receipts = new TimeColumn();
        CsvRows.read(file, COLUMNS, badRows, (row, line) -> {
            long eventTime = times.millis(row.get("event_time"));
            long availableAt = receipts.millis(row.get("available_at"));
            if (availableAt < eventTime) {
                throw new BadRow(
                        Fault.TIME,
                        "available_at %s lies before event_time %s; of an announcement, event_time is its own"
                                .formatted(row.get("available_at"), row.get("event_time")));
            }
            ChainFacts.When when = new ChainFacts.When(eventTime, availableAt, Availability.RECORDED, line);
            made.listing(when, pair(row), standing(row));
        });
        return new TreeMap<>();
    }

    private static String pair(CSVRecord row) throws BadRow {
        String pair = row.get("pair");
        return Symbols.plain()
                .canonical(pair)
                .orElseThrow(
                        () -> new BadRow(Fault.UNKNOWN_VALUE, "pair is '%s', expected e.g. BTC/USD".formatted(pair)));
    }

    private static String standing(CSVRecord row) throws BadRow {
        String standing = row.get("standing");
        if (!standing.equals(EventKind.LISTED) && !standing.equals(EventKind.DELISTED)) {
            throw new BadRow(
                    Fault.UNKNOWN_VALUE,
                    "standing is '%s', expected %s or %s".formatted(standing, EventKind.LISTED, EventKind.DELISTED));
        }
        return standing;
    }
}
