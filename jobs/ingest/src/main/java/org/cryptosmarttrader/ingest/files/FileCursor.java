package org.cryptosmarttrader.ingest.files;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.domain.Symbols;

/**
 * One file, read forward. It is opened when its first row's turn comes and closed after its last, so that a folder of
 * monthly files does not keep all of them open. Rows must ascend in time; what repeats an earlier row is counted and left
 * out. Not thread-safe.
 */
final class FileCursor implements EventStream {

    private final MarketFile file;
    private final long delayMillis;
    private final Symbols symbols;
    private final BadRows badRows;
    private final FileTally tally;
    private final TimeColumn times = new TimeColumn();
    private Table table;
    private EventReader reader;
    private long nextAvailableAt;
    private Row next;
    private Row last;
    private long lastId = Long.MIN_VALUE;

    FileCursor(MarketFile file, ImportSettings settings, BadRows badRows) {
        this.file = file;
        this.delayMillis = settings.delayOf(file.of());
        this.symbols = settings.symbols();
        this.badRows = badRows;
        this.tally = new FileTally(file.of());
        this.nextAvailableAt = file.firstAvailableAt();
    }

    MarketFile file() {
        return file;
    }

    FileTally tally() {
        return tally;
    }

    ImportReport.FileReport report() {
        return tally.report(file.name(), file.sha256(), times.unit());
    }

    @Override
    public long nextAvailableAt() {
        return nextAvailableAt;
    }

    @Override
    public int order() {
        return file.number();
    }

    @Override
    public void take(List<Row> instant) throws IOException {
        if (table == null) {
            open();
            if (nextAvailableAt != file.firstAvailableAt()) {
                return; // its first row was bad, so it is not its turn yet
            }
        }
        List<Row> rows = new ArrayList<>(1);
        while (next != null && next.availableAt() == nextAvailableAt) {
            rows.add(next);
            next = read();
        }
        for (Row row : hasIds(rows) ? inOrderOfIds(rows) : rows) {
            tally.read(row);
            instant.add(row);
        }
        nextAvailableAt = next == null ? END : next.availableAt();
    }

    private void open() throws IOException {
        try {
            table = file.layout().open(file.received());
        } catch (BadRow e) {
            throw new IllegalStateException("a file is opened only after it was found readable: " + file, e);
        }
        EventReader.Origin origin = new EventReader.Origin(file.of(), delayMillis, file.sha256(), file.number());
        reader = file.of().feed().kind() == EventKind.BAR
                ? new BarReader(table.columns(), times, origin)
                : new TradeReader(table.columns(), times, origin, symbols);
        next = read();
        nextAvailableAt = next == null ? END : next.availableAt();
    }

    /** The next good row; null behind the last. */
    private Row read() throws IOException {
        while (true) {
            try {
                String[] fields = table.next();
                if (fields == null) {
                    close();
                    return null;
                }
                Row row = reader.event(fields, table.number());
                requireOrder(row);
                if (isRepeated(row)) {
                    tally.repeated();
                } else {
                    last = row;
                    return row;
                }
            } catch (BadRow e) {
                badRows.meet(file.name(), table, e);
                tally.setAside(e.fault());
            }
        }
    }

    private void requireOrder(Row row) throws BadRow {
        if (last != null && row.eventTime() < last.eventTime()) {
            throw new BadRow(
                    Fault.TIME_BACK,
                    "time goes back from %s (%s %d) to %s"
                            .formatted(shown(last), table.unit(), last.payloadRow(), shown(row)));
        }
    }

    private static Instant shown(Row row) {
        return Instant.ofEpochMilli(row.of().feed().kind() == EventKind.BAR ? row.sequence() : row.eventTime());
    }

    /** Whether a bar says again what the bar before it said; equal trades are different trades. */
    private boolean isRepeated(Row row) throws BadRow {
        boolean sameBar = last != null && file.of().feed().kind() == EventKind.BAR && row.sequence() == last.sequence();
        if (sameBar && !row.says(last)) {
            throw new BadRow(
                    Fault.DUPLICATE_BAR,
                    "a second, different bar of %s, the first stands in %s %d"
                            .formatted(shown(row), table.unit(), last.payloadRow()));
        }
        return sameBar;
    }

    private boolean hasIds(List<Row> rows) {
        return file.of().feed().kind() == EventKind.TRADE
                && !rows.isEmpty()
                && rows.get(0).sequence() != Row.NOT_NUMBERED;
    }

    /** Trades of one instant by their ids, which files do not always keep to; each id once. */
    private List<Row> inOrderOfIds(List<Row> rows) throws IOException {
        rows.sort(Comparator.comparingLong(Row::sequence));
        List<Row> good = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Row before = good.isEmpty() ? null : good.get(good.size() - 1);
            if (before != null && before.sequence() == row.sequence() && before.says(row)) {
                tally.repeated();
            } else if (row.sequence() <= lastId) {
                String what = row.sequence() == lastId
                        ? "trade id %d stands twice, with different values".formatted(lastId)
                        : "trade id %d at %s comes after id %d".formatted(row.sequence(), shown(row), lastId);
                badRows.meet(file.name(), table.unit(), row.payloadRow(), what, new BadRow(Fault.TRADE_ID, what));
                tally.setAside(Fault.TRADE_ID);
            } else {
                good.add(row);
                lastId = row.sequence();
            }
        }
        return good;
    }

    @Override
    public void close() throws IOException {
        if (table != null) {
            table.close();
        }
    }
}
