package org.cryptosmarttrader.ingest.files;

import java.util.Locale;
import java.util.Optional;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.domain.Symbols;

/**
 * Trades: known a delay after their execution, numbered by the venue's id where the file has one. The first trade of a
 * file decides whether its trades have ids.
 */
final class TradeReader implements EventReader {

    private final Columns columns;
    private final TimeColumn times;
    private final Origin origin;
    private final Symbols symbols;
    private Boolean hasIds;

    TradeReader(Columns columns, TimeColumn times, Origin origin, Symbols symbols) {
        this.columns = columns;
        this.times = times;
        this.origin = origin;
        this.symbols = symbols;
    }

    @Override
    public Row event(String[] row, long number) throws BadRow {
        requireSamePair(row);
        long at = times.millis(row[columns.time()]);
        double price = NumberColumn.price(row, columns.numbers()[EventKind.PRICE], "price");
        double quantity = NumberColumn.required(row, columns.numbers()[EventKind.QUANTITY], "quantity");
        if (quantity <= 0) {
            throw new BadRow(Fault.AMOUNT, "quantity is %s, expected more than 0".formatted(quantity));
        }
        return new Row(
                origin.of(),
                at + origin.delayMillis(),
                at,
                sequence(row),
                new double[] {price, quantity, side(row)},
                Availability.ASSIGNED.name(),
                origin.payloadHash(),
                number,
                origin.file());
    }

    private void requireSamePair(String[] row) throws BadRow {
        String name = text(row, columns.pair());
        if (!name.isEmpty()) {
            Optional<String> pair = symbols.canonical(name);
            if (!pair.equals(Optional.of(origin.of().pair()))) {
                throw new BadRow(
                        Fault.OTHER_PAIR,
                        "the trade is of %s, the file's name says %s"
                                .formatted(name, origin.of().pair()));
            }
        }
    }

    /** Ids that are no numbers cannot order trades; such trades are numbered by time and place. */
    private long sequence(String[] row) throws BadRow {
        String id = text(row, columns.id());
        boolean isNumber = id.matches("[0-9]{1,18}");
        if (hasIds == null) {
            hasIds = isNumber;
        }
        if (hasIds && !isNumber) {
            throw new BadRow(
                    Fault.TRADE_ID, "trade id is '%s', expected a whole number as in the rows before".formatted(id));
        }
        return hasIds ? Long.parseLong(id) : Row.NOT_NUMBERED;
    }

    private double side(String[] row) throws BadRow {
        String side = text(row, columns.side());
        return switch (side.toLowerCase(Locale.ROOT)) {
            case "buy", "b" -> 1;
            case "sell", "s" -> -1;
            case "" -> Double.NaN;
            default -> throw new BadRow(Fault.SIDE, "side is '%s', expected buy or sell".formatted(side));
        };
    }

    private static String text(String[] row, int column) {
        return column == Columns.ABSENT || row[column] == null ? "" : row[column];
    }
}
