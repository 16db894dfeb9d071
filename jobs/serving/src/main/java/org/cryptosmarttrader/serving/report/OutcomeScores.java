package org.cryptosmarttrader.serving.report;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.StationaryBootstrap;
import org.cryptosmarttrader.evaluation.VolatilityBaselines;
import org.cryptosmarttrader.time.TickGrid;

/**
 * The numbers that one horizon's scores are made of: a row for each forecast that met its outcome, in the order of the
 * decisions. What is missing is NaN.
 */
final class OutcomeScores {

    /** What is kept of a row, besides its decision. */
    enum Column {
        PROBABILITY,
        UP,
        CLIMATOLOGY,
        EXPECTED,
        OUTCOME,
        /** Whether every gate let it through, 1 or 0. */
        OPENED,
        /** Mean pinball loss of the two ends of the interval. */
        INTERVAL,
        /** Continuous ranked probability score of the forecast's quantiles. */
        CRPS,
        /** Where in the forecast distribution the outcome lay. */
        PIT,
        INTERVAL_CLIMATOLOGY,
        INTERVAL_EWMA,
        INTERVAL_HAR,
        CRPS_CLIMATOLOGY,
        CRPS_EWMA,
        CRPS_HAR,
        /** Log return over as long before the decision. */
        LAST_RETURN;

        static Column interval(VolatilityBaselines.Source source) {
            return values()[INTERVAL_CLIMATOLOGY.ordinal() + source.ordinal()];
        }

        static Column crps(VolatilityBaselines.Source source) {
            return values()[CRPS_CLIMATOLOGY.ordinal() + source.ordinal()];
        }
    }

    private final Horizon horizon;
    private final TickGrid grid;
    private final LongStream.Builder decisions = LongStream.builder();
    private final DoubleStream.Builder[] columns = new DoubleStream.Builder[Column.values().length];

    OutcomeScores(Horizon horizon, TickGrid grid) {
        this.horizon = horizon;
        this.grid = grid;
        Arrays.setAll(columns, column -> DoubleStream.builder());
    }

    /** @param values by {@link Column} in order */
    void add(long decision, double[] values) {
        decisions.add(decision);
        for (int column = 0; column < columns.length; column++) {
            columns[column].add(values[column]);
        }
    }

    /** Ends the collection. */
    Table table() {
        double[][] values = new double[columns.length][];
        Arrays.setAll(values, column -> columns[column].build().toArray());
        return new Table(horizon, grid, decisions.build().toArray(), values);
    }

    /** The rows, or some of them. */
    static final class Table {

        private final Horizon horizon;
        private final TickGrid grid;
        private final long[] decisions;
        private final double[][] values;

        private Table(Horizon horizon, TickGrid grid, long[] decisions, double[][] values) {
            this.horizon = horizon;
            this.grid = grid;
            this.decisions = decisions;
            this.values = values;
        }

        int rows() {
            return decisions.length;
        }

        long[] decisions() {
            return decisions;
        }

        double[] of(Column column) {
            return values[column.ordinal()];
        }

        /** The rows in which none of these columns is missing. */
        Table with(Column... needed) {
            return where(row -> Arrays.stream(needed).noneMatch(column -> Double.isNaN(of(column)[row])));
        }

        /** The rows whose value meets a condition. */
        Table where(Column column, DoublePredicate condition) {
            return where(row -> condition.test(of(column)[row]));
        }

        private Table where(IntPredicate chosen) {
            int[] rows = IntStream.range(0, rows()).filter(chosen).toArray();
            double[][] some = new double[values.length][];
            for (int column = 0; column < some.length; column++) {
                double[] all = values[column];
                some[column] = IntStream.of(rows).mapToDouble(row -> all[row]).toArray();
            }
            return new Table(
                    horizon,
                    grid,
                    IntStream.of(rows).mapToLong(row -> decisions[row]).toArray(),
                    some);
        }

        Horizon horizon() {
            return horizon;
        }

        TickGrid grid() {
            return grid;
        }

        /** Mean block of one horizon, a day at least, in decisions. */
        StationaryBootstrap bootstrap() {
            return StationaryBootstrap.overDecisions(horizon.bars(grid), grid.barsPerDay());
        }
    }
}
