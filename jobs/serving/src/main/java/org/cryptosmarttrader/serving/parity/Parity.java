package org.cryptosmarttrader.serving.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.parquet.ParquetRowReader;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.DatasetDigest;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowEncoder;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * Compares two outputs, dataset by dataset and day by day. Values are equal if their bits are, so 0.0 and −0.0 differ; all
 * missing numbers are equal, as in the canonical encoding. Rows that stand twice, wholly equal, count once.
 */
public final class Parity {

    private static final String LANE = "lane";

    /** Of which dataset a row is made. */
    private static final Map<String, String> MADE_OF = Map.of(
            "forecasts",
            "features",
            "labels",
            "features",
            "verdicts",
            "forecasts",
            "statements",
            "forecasts",
            "orders",
            "verdicts",
            "fills",
            "orders");

    /** What comes from what: the first dataset that differs is where to look for the cause. */
    private static final List<String> CAUSES_FIRST = List.of(
            "late",
            "refused",
            "features",
            "labels",
            "forecasts",
            "verdicts",
            "statements",
            "status",
            "orders",
            "fills",
            "accounts",
            "audit");

    private static final Comparator<String> CAUSAL =
            Comparator.comparingInt(Parity::rank).thenComparing(Comparator.naturalOrder());

    private final RunFolder a;
    private final RunFolder b;
    private final ParityScope scope;

    private Parity(RunFolder a, RunFolder b, ParityScope scope) {
        this.a = a;
        this.b = b;
        this.scope = scope;
    }

    /**
     * @throws IOException if an output cannot be read, or the outputs have different columns
     * @throws IllegalStateException if an output holds two different rows of one key
     */
    public static ParityReport compare(RunFolder a, RunFolder b, ParityScope scope) throws IOException {
        Parity parity = new Parity(a, b, scope);
        List<DatasetParity> compared = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        SortedSet<String> unknown = new TreeSet<>(scope.columns());
        for (String dataset : parity.datasets()) {
            RowSchema schema = parity.schema(dataset);
            unknown.removeIf(schema::has);
            if (scope.covers(schema)) {
                compared.add(parity.compare(scope.project(schema)));
            } else {
                leftOut.add(dataset);
            }
        }
        if (!unknown.isEmpty()) {
            throw new IOException("parity: no dataset of the scope has a column %s; check the spelling"
                    .formatted(String.join(", ", unknown)));
        }
        return new ParityReport(compared, leftOut);
    }

    /** Datasets that are not known come last. */
    private static int rank(String dataset) {
        int rank = CAUSES_FIRST.indexOf(dataset);
        return rank < 0 ? CAUSES_FIRST.size() : rank;
    }

    /** Datasets of which either side has rows, causes before what they cause. */
    private SortedSet<String> datasets() throws IOException {
        SortedSet<String> names = new TreeSet<>();
        for (RunFolder side : List.of(a, b)) {
            try (Stream<Path> folders = Files.list(side.root())) {
                folders.filter(folder -> Files.isDirectory(
                                folder.resolve("run=" + side.manifest().run())))
                        .map(folder -> folder.getFileName().toString())
                        .filter(scope::includes)
                        .forEach(names::add);
            }
        }
        SortedSet<String> written = new TreeSet<>(CAUSAL);
        for (String name : names) {
            if (!a.files(name).isEmpty() || !b.files(name).isEmpty()) {
                written.add(name);
            }
        }
        return written;
    }

    private DatasetParity compare(RowSchema schema) throws IOException {
        Comparison comparison = new Comparison(schema);
        for (long day : days(schema.dataset())) {
            comparison.addDay(day, rows(a, schema, day), rows(b, schema, day));
        }
        return comparison.result();
    }

    private RowSchema schema(String dataset) throws IOException {
        List<Path> files = new ArrayList<>(a.files(dataset));
        List<Path> others = b.files(dataset);
        if (files.isEmpty()) {
            return ParquetRowReader.schemaOf(others.get(0));
        }
        RowSchema ofA = ParquetRowReader.schemaOf(files.get(0));
        if (!others.isEmpty() && scope.columns().isEmpty()) {
            requireSameColumns(ofA, ParquetRowReader.schemaOf(others.get(0)));
        }
        return ofA;
    }

    private static void requireSameColumns(RowSchema a, RowSchema b) throws IOException {
        if (!a.hash().equals(b.hash())) {
            throw new IOException(
                    "parity of %s: the outputs have different columns (only A has %s, only B has %s%s); choose common ones with --columns"
                            .formatted(a.dataset(), without(a, b), without(b, a), others(a, b)));
        }
    }

    private static List<String> without(RowSchema one, RowSchema other) {
        List<String> names = other.columns().stream().map(ColumnSpec::name).toList();
        return one.columns().stream()
                .map(ColumnSpec::name)
                .filter(name -> !names.contains(name))
                .toList();
    }

    private static String others(RowSchema a, RowSchema b) {
        boolean isTold = !without(a, b).isEmpty() || !without(b, a).isEmpty();
        return isTold ? "" : "; those of one name differ in type, unit, meaning or order";
    }

    private SortedSet<Long> days(String dataset) throws IOException {
        SortedSet<Long> days = new TreeSet<>();
        for (RunFolder side : List.of(a, b)) {
            for (Path file : side.files(dataset)) {
                String folder = file.getParent().getFileName().toString();
                days.add(LocalDate.parse(folder.substring("date=".length())).toEpochDay());
            }
        }
        return days;
    }

    private RowBatch rows(RunFolder side, RowSchema schema, long day) throws IOException {
        List<RowBatch> batches = new ArrayList<>();
        side.read(schema, day, day, batch -> batches.add(scope.select(schema, batch)));
        return RowBatch.concat(schema, batches);
    }

    /** The comparison of one dataset, grown day by day. */
    private final class Comparison {
        private final RowSchema schema;
        private final RowEncoder encoder;
        private final DatasetDigest digestA;
        private final DatasetDigest digestB;
        private final SortedMap<String, Long> lanes = new TreeMap<>();
        private long rows;
        private long values;
        private long onlyA;
        private long onlyB;
        private long differing;
        private Difference first;

        Comparison(RowSchema schema) {
            this.schema = schema;
            this.encoder = new RowEncoder(schema);
            this.digestA = new DatasetDigest(schema);
            this.digestB = new DatasetDigest(schema);
        }

        void addDay(long day, RowBatch ofA, RowBatch ofB) throws IOException {
            digestA.add(ofA);
            digestA.closeDaysBefore(day + 1);
            digestB.add(ofB);
            digestB.closeDaysBefore(day + 1);
            Map<byte[], Integer> rowsOfB = byKey(ofB);
            for (Map.Entry<byte[], Integer> entry : byKey(ofA).entrySet()) {
                int row = entry.getValue();
                Integer other = rowsOfB.remove(entry.getKey());
                if (other == null) {
                    onlyA++;
                    note(new Difference(name(ofA, row), null, "present", null, inputs(ofA, row)));
                } else {
                    compareRow(ofA, row, ofB, other);
                }
            }
            for (int row : rowsOfB.values()) {
                onlyB++;
                note(new Difference(name(ofB, row), null, null, "present", inputs(ofB, row)));
            }
        }

        /** Rows by key; of equal rows, which a repeated delivery leaves behind, one. The digest has refused different ones. */
        private Map<byte[], Integer> byKey(RowBatch batch) {
            Map<byte[], Integer> byKey = new TreeMap<>(Arrays::compareUnsigned);
            for (int row = 0; row < batch.rows(); row++) {
                byKey.putIfAbsent(encoder.key(batch, row), row);
            }
            return byKey;
        }

        private void compareRow(RowBatch ofA, int rowA, RowBatch ofB, int rowB) throws IOException {
            rows++;
            if (schema.has(LANE)) {
                lanes.merge(ofA.strings(schema.indexOf(LANE))[rowA], 1L, Long::sum);
            }
            for (int column = 0; column < schema.width(); column++) {
                Object valueA = ofA.value(rowA, column);
                Object valueB = ofB.value(rowB, column);
                values += valueA instanceof Double number && Double.isFinite(number) ? 1 : 0;
                if (!sameBits(valueA, valueB)) {
                    differing++;
                    ColumnSpec differs = schema.columns().get(column);
                    note(new Difference(
                            name(ofA, rowA),
                            differs.name(),
                            show(valueA, differs),
                            show(valueB, differs),
                            inputs(ofA, rowA)));
                }
            }
        }

        private void note(Difference difference) {
            first = first == null ? difference : first;
        }

        private String name(RowBatch batch, int row) {
            return schema.key().stream()
                    .map(schema::indexOf)
                    .map(column -> showKey(schema.columns().get(column), batch.value(row, column)))
                    .collect(Collectors.joining(" "));
        }

        /** What the row was made of, on both sides; only the first difference asks, so it is looked up anew. */
        private List<String> inputs(RowBatch batch, int row) throws IOException {
            String source = MADE_OF.get(schema.dataset());
            if (first != null || source == null || !schema.has(Datasets.DECISION_AT)) {
                return List.of();
            }
            String pair = batch.strings(schema.indexOf(Datasets.PAIR))[row];
            long decision = batch.longs(schema.indexOf(Datasets.DECISION_AT))[row];
            ParityScope one = new ParityScope(List.of(source), List.of(), List.of(pair), decision, decision);
            return compare(a, b, one).datasets().stream()
                    .map(found -> "%s of the same pair and tick: %,d rows, %,d values differ%s"
                            .formatted(
                                    found.dataset(),
                                    found.rows(),
                                    found.differing(),
                                    found.first() == null
                                            ? ""
                                            : ", first in " + found.first().column()))
                    .toList();
        }

        DatasetParity result() {
            return new DatasetParity(
                    schema.dataset(),
                    rows,
                    lanes,
                    values,
                    onlyA,
                    onlyB,
                    differing,
                    Sha256.hex(digestA.runRoot()),
                    Sha256.hex(digestB.runRoot()),
                    first);
        }
    }

    private static boolean sameBits(Object a, Object b) {
        if (a instanceof Double left && b instanceof Double right) {
            return Double.doubleToRawLongBits(left) == Double.doubleToRawLongBits(right)
                    || (left.isNaN() && right.isNaN());
        }
        return a == null ? b == null : a.equals(b);
    }

    private static String show(Object value, ColumnSpec column) {
        if (value instanceof Long millis && column.isInstant()) {
            return "%d (%s)".formatted(millis, Instant.ofEpochMilli(millis));
        }
        return value instanceof Double number
                ? "%s (bits %016x)".formatted(number, Double.doubleToRawLongBits(number))
                : String.valueOf(value);
    }

    private static String showKey(ColumnSpec column, Object value) {
        return column.name() + "="
                + (value instanceof Long millis && column.isInstant() ? Instant.ofEpochMilli(millis) : value);
    }
}
