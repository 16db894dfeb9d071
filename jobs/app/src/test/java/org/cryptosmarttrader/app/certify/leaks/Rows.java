package org.cryptosmarttrader.app.certify.leaks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;

/** Rows to be bent: a copy of those a run made. */
final class Rows {

    private final RowSchema schema;
    private final RowBatch rows;

    /** Computes a value of one pair's series. */
    interface OfSeries {
        double value(double[] series, int at);
    }

    Rows(RowSchema schema, RowBatch made) {
        this.schema = schema;
        this.rows = made.select(IntStream.range(0, made.rows()).toArray());
    }

    RowBatch batch() {
        return rows;
    }

    double[] doubles(String column) {
        return rows.doubles(schema.indexOf(column));
    }

    long[] longs(String column) {
        return rows.longs(schema.indexOf(column));
    }

    String[] words(String column) {
        return rows.strings(schema.indexOf(column));
    }

    /** Rows of each pair, of labels of each pair and horizon, ascending in time. */
    Map<String, List<Integer>> series() {
        Map<String, List<Integer>> series = new TreeMap<>();
        for (int row = 0; row < rows.rows(); row++) {
            String name = rows.strings(1)[row] + (schema.has("horizon") ? words("horizon")[row] : "");
            series.computeIfAbsent(name, absent -> new ArrayList<>()).add(row);
        }
        series.values().forEach(ofPair -> ofPair.sort(Comparator.comparingLong(row -> rows.longs(0)[row])));
        return series;
    }

    /** Bends a column by its own series, pair by pair. */
    Rows each(String column, OfSeries bend) {
        double[] values = doubles(column);
        for (List<Integer> ofPair : series().values()) {
            double[] before = ofPair.stream().mapToDouble(row -> values[row]).toArray();
            for (int at = 0; at < before.length; at++) {
                values[ofPair.get(at)] = bend.value(before, at);
            }
        }
        return this;
    }

    /** Bends a column value by value. */
    Rows all(String column, DoubleUnaryOperator bend) {
        double[] values = doubles(column);
        for (int row = 0; row < values.length; row++) {
            values[row] = bend.applyAsDouble(values[row]);
        }
        return this;
    }

    /** Finite values of a column, ascending. */
    double[] sorted(String column) {
        return java.util.Arrays.stream(doubles(column))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    /** Rows some of which are left out. */
    RowBatch where(java.util.function.IntPredicate kept) {
        return rows.select(IntStream.range(0, rows.rows()).filter(kept).toArray());
    }
}
