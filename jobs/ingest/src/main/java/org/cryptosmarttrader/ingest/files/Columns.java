package org.cryptosmarttrader.ingest.files;

import java.util.List;
import java.util.function.ToIntFunction;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.rows.ColumnSpec;

/**
 * Where the columns of a kind of events stand in a row, counted from 0; {@link #ABSENT} where a file has none.
 *
 * @param width columns of a row, as far as they are known
 * @param numbers of the kind's numbers, in the order of {@code domain.EventKind}
 * @param isRestSold whether what takers did not buy they sold, so that the sold volume needs no column
 */
record Columns(int width, int time, int[] numbers, int id, int side, int pair, boolean isRestSold) {

    static final int ABSENT = -1;

    /** Names of a bar's numbers, as in the archive. */
    static final List<String> BAR_NUMBERS = numbers(EventKind.BAR);

    /** Names of a kind's numbers, as in the archive. */
    static List<String> numbers(EventKind kind) {
        List<ColumnSpec> all = EventRows.schema(kind).columns();
        return all.subList(EventRows.VALUES, all.size()).stream()
                .map(ColumnSpec::name)
                .toList();
    }

    /** @param position of a column by its name: {@code time}, {@code id}, {@code side}, {@code pair} or a number's */
    static Columns of(EventKind kind, int width, ToIntFunction<String> position) {
        int[] numbers = numbers(kind).stream()
                .filter(name -> !name.equals("side"))
                .mapToInt(position)
                .toArray();
        boolean isTrade = kind == EventKind.TRADE;
        return new Columns(
                width,
                position.applyAsInt("time"),
                numbers,
                isTrade ? position.applyAsInt("id") : ABSENT,
                isTrade ? position.applyAsInt("side") : ABSENT,
                position.applyAsInt("pair"),
                false);
    }

    /** Columns in the order of their names. */
    static Columns inOrder(EventKind kind, String... names) {
        return of(kind, names.length, List.of(names)::indexOf);
    }

    Columns withRestSold() {
        return new Columns(width, time, numbers, id, side, pair, true);
    }
}
