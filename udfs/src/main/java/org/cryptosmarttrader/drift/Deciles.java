package org.cryptosmarttrader.drift;

import java.util.Arrays;
import java.util.List;

/**
 * How the columns of a training set were distributed: ten bins with about as many values each, and one for missing ones.
 *
 * @param columns in the order of the features
 */
public record Deciles(List<Column> columns) {

    /** Ten bins, and one for missing values. */
    public static final int BINS = 11;

    /** No share counts as less, so that an empty bin does not weigh infinitely. */
    private static final double LEAST_SHARE = 1e-4;

    /**
     * One column.
     *
     * @param edges last cells of the {@link ValueGrid} of the first nine bins, ascending; the tenth has no end
     * @param counts training rows in each of the ten bins, and those where the value was missing
     */
    public record Column(short[] edges, int[] counts) {

        /** @throws IllegalArgumentException if there are not nine edges, or not eleven counts */
        public Column {
            if (edges.length != BINS - 2 || counts.length != BINS) {
                throw new IllegalArgumentException(
                        "deciles: %d edges and %d counts, expected 9 and 11".formatted(edges.length, counts.length));
            }
        }

        /** @param values of the training rows, NaN where missing */
        static Column of(double[] values) {
            short[] cells = new short[values.length];
            for (int row = 0; row < cells.length; row++) {
                cells[row] = ValueGrid.cell(values[row]);
            }
            Arrays.sort(cells);
            int present = cells.length;
            while (present > 0 && cells[present - 1] == ValueGrid.MISSING) {
                present--;
            }
            short[] edges = new short[BINS - 2];
            for (int decile = 1; decile < BINS - 1; decile++) {
                int rank = (int) ((long) present * decile + BINS - 2) / (BINS - 1);
                edges[decile - 1] = present == 0 ? 0 : cells[Math.max(0, rank - 1)];
            }
            int[] counts = new int[BINS];
            for (short cell : cells) {
                counts[bin(edges, cell)]++;
            }
            return new Column(edges, counts);
        }

        boolean isAs(Column other) {
            return Arrays.equals(edges, other.edges) && Arrays.equals(counts, other.counts);
        }

        int bin(short cell) {
            return bin(edges, cell);
        }

        private static int bin(short[] edges, short cell) {
            if (cell == ValueGrid.MISSING) {
                return BINS - 1;
            }
            int bin = 0;
            while (bin < edges.length && cell > edges[bin]) {
                bin++;
            }
            return bin;
        }

        /**
         * Population stability index: Σ (share now − share in training) · ln(share now / share in training).
         *
         * @param bins how often each bin is met now
         */
        double stability(long[] bins) {
            double rows = Arrays.stream(bins).sum();
            double trained = Arrays.stream(counts).sum();
            double index = 0;
            for (int bin = 0; bin < BINS; bin++) {
                double now = Math.max(LEAST_SHARE, bins[bin] / rows);
                double then = Math.max(LEAST_SHARE, counts[bin] / trained);
                index += (now - then) * StrictMath.log(now / then);
            }
            return index;
        }
    }

    /** Cells of a training set, so that it may lie in memory as it likes. */
    @FunctionalInterface
    public interface Cells {

        /** @return NaN if missing */
        double at(int row, int column);
    }

    /** Learns how the columns of a training set are distributed. */
    public static Deciles of(int rows, int columns, Cells cells) {
        Column[] all = new Column[columns];
        double[] values = new double[rows];
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                values[row] = cells.at(row, column);
            }
            all[column] = Column.of(values);
        }
        return new Deciles(List.of(all));
    }

    /** Whether they are those of the same columns: of models made of one training block they are. */
    public boolean isAs(Deciles other) {
        if (columns.size() != other.columns.size()) {
            return false;
        }
        for (int column = 0; column < columns.size(); column++) {
            if (!columns.get(column).isAs(other.columns.get(column))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Population stability index of every column over some days; above 0.25 a column is usually said to have drifted.
     *
     * @param days that hold at least one row
     */
    public double[] stability(List<DayCells> days) {
        double[] indices = new double[columns.size()];
        for (int column = 0; column < indices.length; column++) {
            long[] bins = new long[BINS];
            for (DayCells day : days) {
                day.addTo(bins, column, columns.get(column));
            }
            indices[column] = columns.get(column).stability(bins);
        }
        return indices;
    }
}
