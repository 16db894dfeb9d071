package org.cryptosmarttrader.ingest.files;

import static org.cryptosmarttrader.domain.EventKind.BUY_VOLUME;
import static org.cryptosmarttrader.domain.EventKind.CLOSE;
import static org.cryptosmarttrader.domain.EventKind.COUNT;
import static org.cryptosmarttrader.domain.EventKind.HIGH;
import static org.cryptosmarttrader.domain.EventKind.LOW;
import static org.cryptosmarttrader.domain.EventKind.OPEN;
import static org.cryptosmarttrader.domain.EventKind.SELL_VOLUME;
import static org.cryptosmarttrader.domain.EventKind.VOLUME;

import java.time.Instant;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventKind;

/**
 * Bars by their start: known a delay after their end, numbered by their start.
 *
 * <p>A bar of volume 0 is a recorded row and kept; it counts as a gap later.
 */
final class BarReader implements EventReader {

    private final Columns columns;
    private final TimeColumn times;
    private final Origin origin;
    private final long interval;

    BarReader(Columns columns, TimeColumn times, Origin origin) {
        this.columns = columns;
        this.times = times;
        this.origin = origin;
        this.interval = origin.of().feed().intervalMillis();
    }

    @Override
    public Row event(String[] row, long number) throws BadRow {
        long start = times.millis(row[columns.time()]);
        if (Math.floorMod(start, interval) != 0) {
            throw new BadRow(
                    Fault.OFF_GRID,
                    "time %s is no start of a bar of %d minutes"
                            .formatted(Instant.ofEpochMilli(start), interval / 60_000));
        }
        double[] values = values(row);
        requireOhlc(values);
        return new Row(
                origin.of(),
                start + interval + origin.delayMillis(),
                start + interval - 1,
                start,
                values,
                Availability.ASSIGNED.name(),
                origin.payloadHash(),
                number,
                origin.file());
    }

    private double[] values(String[] row) throws BadRow {
        int[] at = columns.numbers();
        double[] values = new double[EventKind.BAR.width()];
        for (int i = OPEN; i <= CLOSE; i++) {
            values[i] = NumberColumn.price(row, at[i], name(i));
        }
        values[VOLUME] = NumberColumn.notNegative(NumberColumn.required(row, at[VOLUME], name(VOLUME)), name(VOLUME));
        for (int i = VOLUME + 1; i < values.length; i++) {
            values[i] = NumberColumn.amount(row, at[i], name(i));
        }
        if (columns.isRestSold()) {
            values[SELL_VOLUME] = NumberColumn.difference(row, at[VOLUME], at[BUY_VOLUME], name(SELL_VOLUME));
        }
        return values;
    }

    private static String name(int number) {
        return Columns.BAR_NUMBERS.get(number);
    }

    private static void requireOhlc(double[] bar) throws BadRow {
        boolean lowIsLowest = bar[LOW] <= Math.min(bar[OPEN], bar[CLOSE]);
        boolean highIsHighest = bar[HIGH] >= Math.max(bar[OPEN], bar[CLOSE]);
        if (!lowIsLowest || !highIsHighest) {
            throw new BadRow(
                    Fault.OHLC,
                    "open %s, high %s, low %s, close %s: expected low <= open, close <= high"
                            .formatted(bar[OPEN], bar[HIGH], bar[LOW], bar[CLOSE]));
        }
    }

    /** Whether nothing was traded in a bar. */
    static boolean isEmpty(Row bar) {
        return bar.values()[VOLUME] == 0 || bar.values()[COUNT] == 0;
    }
}
