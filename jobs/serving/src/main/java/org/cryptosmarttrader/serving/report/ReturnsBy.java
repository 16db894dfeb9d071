package org.cryptosmarttrader.serving.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.wire.rows.RowBatch;

/**
 * What an account gained from one tick to the next, told apart by what its row says at the earlier of the two: that is what it was
 * held through. Profits are decimals and add up to the change of equity exactly. Not thread-safe.
 */
final class ReturnsBy {

    static final String MONTH = "month";

    /**
     * Periods that have something in common.
     *
     * @param periods number
     * @param profit change of equity over them, after costs, decimal
     * @param totalReturn compounded over them alone
     */
    record Part(int periods, String profit, double totalReturn) {

        private static final Part NONE = new Part(0, "0", 0);

        private Part with(BigDecimal before, BigDecimal after) {
            return new Part(
                    periods + 1,
                    new BigDecimal(profit).add(after.subtract(before)).toPlainString(),
                    (1 + totalReturn) * (after.doubleValue() / before.doubleValue()) - 1);
        }
    }

    /** What an account row says of something that returns are told apart by. */
    @FunctionalInterface
    private interface Word {
        String of(DayRows rows, RowBatch batch, int row);
    }

    private final SortedMap<String, Word> words = new TreeMap<>();
    private final SortedMap<String, String> said = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, Part>> parts = new TreeMap<>();
    private BigDecimal before;

    ReturnsBy() {
        // one line for each table of returns
        words.put(MONTH, (rows, batch, row) -> month(batch.longs(rows.column("at"))[row]));
        words.keySet().forEach(name -> parts.put(name, new TreeMap<>()));
    }

    private static String month(long instant) {
        return Instant.ofEpochMilli(instant).toString().substring(0, "2021-03".length());
    }

    /** Ticks must come in order. */
    void add(DayRows rows, RowBatch batch, int row) {
        BigDecimal equity = new BigDecimal(batch.strings(rows.column("equity"))[row]);
        if (before != null) {
            said.forEach((name, word) -> parts.get(name)
                    .merge(word, Part.NONE.with(before, equity), (sum, absent) -> sum.with(before, equity)));
        }
        before = equity;
        words.forEach((name, word) -> said.put(name, word.of(rows, batch, row)));
    }

    /** By what they are told apart by, then by its value. */
    SortedMap<String, SortedMap<String, Part>> parts() {
        return parts;
    }
}
