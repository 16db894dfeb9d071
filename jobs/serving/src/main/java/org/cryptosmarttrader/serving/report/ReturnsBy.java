package org.cryptosmarttrader.serving.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What an account gained from one tick to the next, told apart by what its row says at the earlier of the two: that is what it was
 * held through. Profits are decimals and add up to the change of equity exactly. Not thread-safe.
 */
final class ReturnsBy {

    static final String MONTH = "month";

    /** Columns of account rows that returns are told apart by, besides the month: a table for each. */
    static final List<String> COLUMNS = List.of("strategy", "regime");

    private static final String NONE = "none";

    /**
     * Periods that have something in common.
     *
     * @param periods number
     * @param profit change of equity over them, after costs, decimal
     * @param totalReturn compounded over them alone
     */
    record Part(int periods, String profit, double totalReturn) {

        private static final Part EMPTY = new Part(0, "0", 0);

        private Part with(BigDecimal before, BigDecimal after) {
            return new Part(
                    periods + 1,
                    new BigDecimal(profit).add(after.subtract(before)).toPlainString(),
                    (1 + totalReturn) * (after.doubleValue() / before.doubleValue()) - 1);
        }
    }

    private final List<String> columns;
    private final SortedMap<String, String> said = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, Part>> parts = new TreeMap<>();
    private BigDecimal before;

    ReturnsBy(List<String> columns) {
        this.columns = columns;
        parts.put(MONTH, new TreeMap<>());
        columns.forEach(name -> parts.put(name, new TreeMap<>()));
    }

    /**
     * Ticks must come in order.
     *
     * @param at tick, epoch milliseconds UTC
     * @param texts of the row by column; null where the row says nothing
     */
    void add(long at, BigDecimal equity, UnaryOperator<String> texts) {
        said.forEach((name, word) -> {
            SortedMap<String, Part> ofName = parts.get(name);
            ofName.put(word, ofName.getOrDefault(word, Part.EMPTY).with(before, equity));
        });
        before = equity;
        said.put(MONTH, Instant.ofEpochMilli(at).toString().substring(0, "2021-03".length()));
        for (String name : columns) {
            String word = texts.apply(name);
            said.put(name, word == null || word.isEmpty() ? NONE : word);
        }
    }

    /** By what they are told apart by, then by its value. */
    SortedMap<String, SortedMap<String, Part>> parts() {
        return parts;
    }
}
