package org.cryptosmarttrader.training;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * Features joined with the labels of one horizon, by decision and pair, ascending. Rows without a scaled label are left out.
 *
 * @param decisions decision instants, ascending
 * @param pairs of the rows
 * @param features rows × columns, row-major, NaN where missing
 * @param columns features per row
 * @param scaled labels in units of volatility
 * @param values labels as log returns
 */
public record TrainingSet(
        long[] decisions, String[] pairs, float[] features, int columns, double[] scaled, double[] values) {

    private record Key(long decision, String pair) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparingLong(Key::decision).thenComparing(Key::pair);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Target(double scaled, double value) {}

    /**
     * Reads what was known by an instant.
     *
     * @throws IOException if the output is not whole up to {@code asOf}, or its features are not the catalogue's
     */
    public static TrainingSet read(RunFolder run, FeatureCatalog catalog, Horizon horizon, long asOf)
            throws IOException {
        requireWhole(run, asOf);
        Map<Key, Target> targets = targets(run, horizon, asOf);
        RowSchema schema = featureColumns(catalog);
        Join join = new Join(targets, catalog.size());
        run.read(schema, Long.MIN_VALUE, UtcDays.dayOf(asOf), join::add);
        return join.joined();
    }

    /** Rows put in order day by day, as they are read: in memory they are most of all there is, and held once. */
    private static final class Join {

        private final Map<Key, Target> targets;
        private final TrainingSet room;
        private final SortedMap<Key, float[]> ofDay = new TreeMap<>();
        private long day;
        private int rows;

        /** @throws IllegalArgumentException if there are more cells than an array holds */
        Join(Map<Key, Target> targets, int columns) {
            int size = targets.size();
            if ((long) size * columns > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "training set: %,d rows of %d features are more than fit into memory; choose fewer --pairs or a later --from"
                                .formatted(size, columns));
            }
            this.targets = targets;
            this.room = new TrainingSet(
                    new long[size],
                    new String[size],
                    new float[size * columns],
                    columns,
                    new double[size],
                    new double[size]);
        }

        void add(RowBatch batch) {
            for (int row = 0; row < batch.rows(); row++) {
                Key key = new Key(batch.longs(0)[row], batch.strings(1)[row]);
                if (UtcDays.dayOf(key.decision()) != day) {
                    endDay();
                    day = UtcDays.dayOf(key.decision());
                }
                if (targets.containsKey(key)) {
                    ofDay.put(key, features(batch, row));
                }
            }
        }

        private void endDay() {
            ofDay.forEach((key, features) -> {
                Target target = targets.get(key);
                room.decisions[rows] = key.decision();
                room.pairs[rows] = key.pair();
                System.arraycopy(features, 0, room.features, rows * room.columns, room.columns);
                room.scaled[rows] = target.scaled();
                room.values[rows] = target.value();
                rows++;
            });
            ofDay.clear();
        }

        TrainingSet joined() {
            endDay();
            return rows == room.size() ? room : room.part(0, rows);
        }
    }

    /** Labels mature at ticks, so nothing can be missing if there is none between the end of what is whole and the instant. */
    private static void requireWhole(RunFolder run, long asOf) throws IOException {
        long whole = run.wholeUpTo();
        TickGrid grid =
                new TickGrid(run.manifest().tickIntervalMillis(), run.manifest().graceMillis());
        if (whole == Long.MIN_VALUE || grid.tickOf(whole + 1) <= asOf) {
            String state = whole == Long.MIN_VALUE
                    ? "nothing of it is whole yet"
                    : "whole up to %s".formatted(Instant.ofEpochMilli(whole));
            throw new IOException("training set %s: %s, asked as of %s; finish the run, or choose an earlier --as-of"
                    .formatted(run.root(), state, Instant.ofEpochMilli(asOf)));
        }
    }

    private static Map<Key, Target> targets(RunFolder run, Horizon horizon, long asOf) throws IOException {
        Map<Key, Target> targets = new TreeMap<>();
        RowSchema labels = Datasets.LABELS;
        int maturedAt = labels.indexOf("matured_at");
        int value = labels.indexOf("value");
        int scaled = labels.indexOf("scaled");
        run.read(labels, Long.MIN_VALUE, UtcDays.dayOf(asOf), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                boolean known = batch.longs(maturedAt)[row] <= asOf && !Double.isNaN(batch.doubles(scaled)[row]);
                if (known && batch.strings(2)[row].equals(horizon.label())) {
                    targets.put(
                            new Key(batch.longs(0)[row], batch.strings(1)[row]),
                            new Target(batch.doubles(scaled)[row], batch.doubles(value)[row]));
                }
            }
        });
        return targets;
    }

    /** Decision, pair, and the features: nothing else is read. */
    static RowSchema featureColumns(FeatureCatalog catalog) {
        RowSchema all = Datasets.features(catalog);
        List<ColumnSpec> columns = new ArrayList<>(all.columns().subList(0, 2));
        columns.addAll(all.columns().subList(Datasets.FEATURES_FROM, all.width()));
        return new RowSchema(all.dataset(), columns, all.key(), all.availableAt());
    }

    static float[] features(RowBatch batch, int row) {
        float[] features = new float[batch.width() - 2];
        for (int column = 0; column < features.length; column++) {
            features[column] = (float) batch.doubles(column + 2)[row];
        }
        return features;
    }

    public int size() {
        return decisions.length;
    }

    /** The rows whose decisions lie in a span, both ends included. */
    public TrainingSet between(long from, long until) {
        int[] places = places(from, until);
        return part(places[0], places[1]);
    }

    private TrainingSet part(int first, int last) {
        return new TrainingSet(
                Arrays.copyOfRange(decisions, first, last),
                Arrays.copyOfRange(pairs, first, last),
                Arrays.copyOfRange(features, first * columns, last * columns),
                columns,
                Arrays.copyOfRange(scaled, first, last),
                Arrays.copyOfRange(values, first, last));
    }

    private int lowerBound(long decision) {
        int low = 0;
        int high = decisions.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (decisions[middle] < decision) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The rows without some of the columns; the others move up. */
    TrainingSet without(int[] dropped) {
        BitSet gone = new BitSet();
        Arrays.stream(dropped).forEach(gone::set);
        int left = columns - gone.cardinality();
        float[] kept = new float[size() * left];
        int at = 0;
        for (int cell = 0; cell < features.length; cell++) {
            if (!gone.get(cell % columns)) {
                kept[at++] = features[cell];
            }
        }
        return new TrainingSet(decisions, pairs, kept, left, scaled, values);
    }

    /** Part of the cells of some columns that are not missing; 0 without rows. */
    double finiteShare(int[] ofColumns) {
        long finite = 0;
        for (int row = 0; row < size(); row++) {
            for (int column : ofColumns) {
                finite += Float.isNaN(features[row * columns + column]) ? 0 : 1;
            }
        }
        return size() == 0 ? 0 : (double) finite / ((long) size() * ofColumns.length);
    }

    /** Some of the rows, chosen by their own identity, so that the same rows are chosen whatever else there is. */
    public TrainingSet sample(int most, long seed) {
        return size() <= most ? this : select(sampled(most, seed));
    }

    /** Which rows a sample holds, ascending; all if there are no more than asked for. */
    int[] sampled(int most, long seed) {
        double share = size() <= most ? 1 : (double) most / size();
        return IntStream.range(0, size())
                .filter(row -> unitHash(row, seed) < share)
                .toArray();
    }

    /** The same rows with other labels. */
    TrainingSet labelled(double[] otherScaled, double[] otherValues) {
        return new TrainingSet(decisions, pairs, features, columns, otherScaled, otherValues);
    }

    /** The same rows with the labels of a statement, those left out that have none; the features are shared if none is. */
    TrainingSet labelled(Targets targets) {
        TrainingSet all = labelled(targets.scaled(), targets.values());
        int[] known = targets.known();
        return known.length == size() ? all : all.select(known);
    }

    /** First place and the one behind the last of the rows whose decisions lie in a span, both ends included. */
    int[] places(long from, long until) {
        int first = lowerBound(from);
        int last = until == Long.MAX_VALUE ? decisions.length : lowerBound(until + 1);
        return new int[] {first, Math.max(first, last)};
    }

    /** A number in [0, 1) that depends on nothing but the row's identity and the seed. */
    double unitHash(int row, long seed) {
        String pair = pairs[row];
        long mixed = seed * 0x9E3779B97F4A7C15L + decisions[row];
        for (int i = 0; i < pair.length(); i++) {
            mixed = (mixed ^ pair.charAt(i)) * 0x100000001B3L;
        }
        mixed = (mixed ^ (mixed >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return ((mixed ^ (mixed >>> 33)) >>> 11) * 0x1.0p-53;
    }

    /** Some of the rows, by their places. */
    TrainingSet select(int[] chosen) {
        int size = chosen.length;
        TrainingSet selected = new TrainingSet(
                new long[size],
                new String[size],
                new float[size * columns],
                columns,
                new double[size],
                new double[size]);
        for (int i = 0; i < size; i++) {
            int row = chosen[i];
            selected.decisions[i] = decisions[row];
            selected.pairs[i] = pairs[row];
            System.arraycopy(features, row * columns, selected.features, i * columns, columns);
            selected.scaled[i] = scaled[row];
            selected.values[i] = values[row];
        }
        return selected;
    }
}
