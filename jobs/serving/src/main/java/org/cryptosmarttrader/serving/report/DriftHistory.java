package org.cryptosmarttrader.serving.report;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cryptosmarttrader.serving.plot.Series;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** How unlike a model's training set the columns became, as the run measured it. */
final class DriftHistory {

    /** A column when it was measured last. */
    record Column(String name, double psi, boolean drifted) {}

    /** Columns measured at an instant. */
    private static final class Measured {
        private int columns;
        private int drifted;
    }

    private final TreeMap<Long, Measured> instants = new TreeMap<>();
    private final Map<String, Column> last = new TreeMap<>();

    private DriftHistory() {}

    /** Of every model of a run that was measured, by horizon and hash. */
    static Map<String, Map<String, DriftHistory>> of(RunFolder run) throws IOException {
        Map<String, Map<String, DriftHistory>> byHorizon = new TreeMap<>();
        DayRows rows = DayRows.whole(run, Datasets.DRIFT);
        rows.forEach(batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                byHorizon
                        .computeIfAbsent(batch.strings(rows.column(Datasets.HORIZON))[row], absent -> new TreeMap<>())
                        .computeIfAbsent(batch.strings(rows.column("forest"))[row], absent -> new DriftHistory())
                        .add(rows, batch, row);
            }
        });
        return byHorizon;
    }

    private void add(DayRows rows, RowBatch batch, int row) {
        double psi = batch.doubles(rows.column("psi"))[row];
        if (Double.isNaN(psi)) {
            return;
        }
        long at = batch.longs(rows.column(Datasets.DECISION_AT))[row];
        if (instants.isEmpty() || at > instants.lastKey()) {
            last.clear();
        }
        Measured measured = instants.computeIfAbsent(at, absent -> new Measured());
        boolean drifted = batch.booleans(rows.column("drifted"))[row];
        measured.columns++;
        measured.drifted += drifted ? 1 : 0;
        String column = batch.strings(rows.column("column"))[row];
        last.put(column, new Column(column, psi, drifted));
    }

    /** Share of the columns measured that had drifted, over time. */
    Series shares() {
        return new Series(
                "drifted columns",
                "s1",
                instants.keySet().stream().mapToLong(Long::longValue).toArray(),
                instants.values().stream()
                        .mapToDouble(measured -> (double) measured.drifted / measured.columns)
                        .toArray());
    }

    /** The columns least like the training set when they were measured last, the least alike first. */
    List<Column> farthest(int most) {
        Stream<Column> columns = last.values().stream()
                .sorted(Comparator.comparingDouble(Column::psi).reversed());
        return columns.limit(most).toList();
    }

    /** Epoch milliseconds at which they were measured last. */
    long lastAt() {
        return instants.lastKey();
    }
}
