package org.cryptosmarttrader.app.pages;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.parquet.io.LocalOutputFile;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.parquet.ParquetRowReader;
import org.cryptosmarttrader.wire.parquet.ParquetRowWriter;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.WholeUpTo;

/**
 * The rows of a real run once more, under other names of pairs and horizons and at other hours, so that a run folder is as large
 * as wanted: load for tests and nothing else, since none of it happened. Values are those of the recorded rows, each pair's
 * beginning elsewhere; the names of forecasts are hashes of their own, for in a real run they are what fills the files.
 *
 * <p>The last month lies in a file an hour, as a live run writes them, what is before in one a day, as a bounded one does.
 * Statements and features are those of the last days alone, and so are forecasts that no verdict judges. Drift has no rows: the
 * week recorded is shorter than the 28 days it takes.
 */
final class RepeatedRun {

    /** The first tick. */
    static final long BEGIN = Instant.parse("2022-01-01T00:00:05Z").toEpochMilli();

    /** Ahead of decisions. */
    static final List<String> HORIZONS = List.of("1h", "24h", "168h", "720h");

    private static final int DAYS_BY_HOUR = 31;
    private static final int DAYS_OF_THE_REST = 8;
    /** Pairs are that many recorded ticks apart. */
    private static final int APART = 17;

    private static final long ROW_GROUP_BYTES = 16L << 20;

    private final RunFolder recorded;
    private final Path out;
    private final List<String> pairs;
    private final int days;
    private final List<Long> ticks;
    private final List<Recorded> datasets = new ArrayList<>();

    /** Recorded rows of a dataset by tick and horizon; those without a horizon are of "". */
    private record Recorded(RowSchema schema, RowBatch rows, Map<Long, Map<String, List<Integer>>> byTick) {

        boolean is(RowSchema other) {
            return schema.dataset().equals(other.dataset());
        }

        /** Whether it has a row for each pair at each tick; orders are of pairs, but few. */
        boolean isOfEachPair() {
            return schema.has(Datasets.PAIR) && schema.availableAt().equals(Datasets.DECISION_AT)
                    || is(Datasets.LABELS);
        }
    }

    private RepeatedRun(RunFolder recorded, Path out, List<String> pairs, int days) throws IOException {
        this.recorded = recorded;
        this.out = out;
        this.pairs = pairs;
        this.days = days;
        for (RowSchema schema : List.of(
                Datasets.VERDICTS,
                Datasets.FORECASTS,
                Datasets.LABELS,
                Datasets.BARS,
                Datasets.STATEMENTS,
                Datasets.STATUS,
                Datasets.COVERAGE,
                Datasets.ACCOUNTS,
                Datasets.ORDERS,
                Datasets.FILLS,
                Datasets.AUDIT,
                ParquetRowReader.schemaOf(recorded.files("features").get(0)))) {
            datasets.add(recorded(schema));
        }
        this.ticks = List.copyOf(datasets.get(0).byTick().keySet());
    }

    /**
     * Writes one.
     *
     * @param recorded a finished run
     * @param pairs names; the first gets the recorded rows in their order
     * @param days length, 24 ticks each
     * @return where it lies
     */
    static Path write(Path recorded, Path out, List<String> pairs, int days) throws IOException {
        RepeatedRun run = new RepeatedRun(RunFolder.open(recorded), out, pairs, days);
        run.describe();
        IntStream.range(0, days).parallel().forEach(run::writeDay);
        run.tell(run.tick(24 * days - 1));
        return out;
    }

    /** Says up to when the run of a folder is whole. */
    static void tell(Path out, long upTo) throws IOException {
        String run = RunFolder.open(out).manifest().run();
        Json.replace(out.resolve(WholeUpTo.fileName(run)), new WholeUpTo(run, upTo));
    }

    private void tell(long upTo) throws IOException {
        tell(out, upTo);
    }

    /** Instant of a tick by its number. */
    private long tick(int hour) {
        return BEGIN + hour * TickGrid.HOUR;
    }

    private void describe() throws IOException {
        ObjectNode manifest = (ObjectNode)
                Json.mapper().readTree(recorded.root().resolve("run.json").toFile());
        manifest.put("genesis", BEGIN).put("emitFrom", BEGIN).put("until", tick(24 * days - 1));
        manifest.put("tickIntervalMillis", TickGrid.HOUR).putNull("askedUntil");
        manifest.putNull("roots").putNull("rows");
        manifest.putPOJO("horizons", HORIZONS);
        Files.createDirectories(out);
        Files.writeString(out.resolve("run.json"), Json.pretty(manifest));
    }

    private Recorded recorded(RowSchema schema) throws IOException {
        RowBatch rows = recorded.readAll(schema);
        // labels are looked up by what they are of, not by when they matured
        String time = schema.has(Datasets.DECISION_AT) && schema.dataset().equals("labels")
                ? Datasets.DECISION_AT
                : schema.availableAt();
        long[] at = rows.longs(schema.indexOf(time));
        Map<Long, Map<String, List<Integer>>> byTick = IntStream.range(0, rows.rows())
                .boxed()
                .collect(groupingBy(
                        row -> at[row],
                        TreeMap::new,
                        groupingBy(row -> schema.has(Datasets.HORIZON)
                                ? rows.strings(schema.indexOf(Datasets.HORIZON))[row]
                                : "")));
        return new Recorded(schema, rows, byTick);
    }

    private void writeDay(int day) {
        try {
            for (Recorded dataset : datasets) {
                boolean isRest = dataset.is(Datasets.STATEMENTS)
                        || dataset.schema().dataset().equals("features");
                if (isRest && day < days - DAYS_OF_THE_REST) {
                    continue;
                }
                int hoursAFile = day < days - DAYS_BY_HOUR ? 24 : 1;
                for (int hour = 24 * day; hour < 24 * (day + 1); hour += hoursAFile) {
                    writeFile(dataset, hour, hour + hoursAFile);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeFile(Recorded dataset, int from, int until) throws IOException {
        List<RowBatch> batches = new ArrayList<>();
        for (int hour = from; hour < until; hour++) {
            batches.add(at(dataset, hour));
        }
        if (batches.stream().allMatch(batch -> batch.rows() == 0)) {
            return;
        }
        Path folder = out.resolve("%s/run=%s/date=%s"
                .formatted(
                        dataset.schema().dataset(),
                        recorded.manifest().run(),
                        UtcDays.date(UtcDays.dayOf(tick(from)))));
        Files.createDirectories(folder);
        Path file = folder.resolve("part-0-%d.parquet".formatted(from));
        try (ParquetRowWriter writer =
                new ParquetRowWriter(new LocalOutputFile(file), dataset.schema(), Map.of(), ROW_GROUP_BYTES)) {
            for (RowBatch batch : batches) {
                writer.write(batch);
            }
        }
    }

    /** Which recorded row stands for what. */
    private static final class Chosen {
        private final List<Integer> rows = new ArrayList<>();
        private final List<String> pairs = new ArrayList<>();
        private final List<String> horizons = new ArrayList<>();
        private final List<Long> decisions = new ArrayList<>();
    }

    private RowBatch at(Recorded dataset, int hour) {
        Chosen chosen = new Chosen();
        if (dataset.is(Datasets.COVERAGE)) {
            if (hour % 24 == 0) {
                Long last = ((TreeMap<Long, ?>) dataset.byTick()).lastKey();
                choose(dataset, last, null, tick(hour), chosen);
            }
            return stamped(dataset, chosen, hour);
        }
        for (int pair = 0; pair < (dataset.isOfEachPair() ? pairs.size() : 1); pair++) {
            String name = dataset.isOfEachPair() ? pairs.get(pair) : null;
            if (dataset.is(Datasets.LABELS)) {
                for (String horizon : HORIZONS) {
                    int decided = hour - Math.toIntExact(Horizon.parse(horizon).millis() / TickGrid.HOUR);
                    if (decided >= 0) {
                        choose(dataset, recordedTick(decided, pair), name, horizon, tick(decided), chosen);
                    }
                }
            } else {
                choose(dataset, recordedTick(hour, pair), name, tick(hour), chosen);
            }
        }
        return stamped(dataset, chosen, hour);
    }

    private long recordedTick(int hour, int pair) {
        return ticks.get((hour + APART * pair) % ticks.size());
    }

    private void choose(Recorded dataset, long tick, String pair, long decision, Chosen chosen) {
        for (String horizon : dataset.schema().has(Datasets.HORIZON) ? HORIZONS : List.of("")) {
            choose(dataset, tick, pair, horizon, decision, chosen);
        }
    }

    /** Where two horizons were recorded, they stand for all in turns. */
    private void choose(Recorded dataset, long tick, String pair, String horizon, long decision, Chosen chosen) {
        List<String> horizons = recorded.manifest().horizons();
        String of = horizon.isEmpty() ? "" : horizons.get(HORIZONS.indexOf(horizon) % horizons.size());
        List<Integer> rows = dataset.byTick().getOrDefault(tick, Map.of()).getOrDefault(of, List.of());
        for (int row : rows) {
            if (isWritten(dataset, row, decision)) {
                chosen.rows.add(row);
                chosen.pairs.add(pair);
                chosen.horizons.add(horizon);
                chosen.decisions.add(decision);
            }
        }
    }

    private boolean isWritten(Recorded dataset, int row, long decision) {
        return !dataset.is(Datasets.FORECASTS)
                || decision >= tick(24 * (days - DAYS_OF_THE_REST))
                || dataset.rows()
                        .strings(dataset.schema().indexOf("member"))[row]
                        .equals("forest");
    }

    private RowBatch stamped(Recorded dataset, Chosen chosen, int hour) {
        RowSchema schema = dataset.schema();
        int[] rows = chosen.rows.stream().mapToInt(row -> row).toArray();
        RowBatch batch = dataset.rows().select(rows);
        String time = schema.has(Datasets.DECISION_AT) ? Datasets.DECISION_AT : schema.availableAt();
        long[] was = dataset.rows().longs(schema.indexOf(time));
        for (int column = 0; column < schema.width(); column++) {
            String name = schema.columns().get(column).name();
            if (name.equals("matured_at")) {
                Arrays.fill(batch.longs(column), tick(hour));
            } else if (schema.columns().get(column).isInstant()) {
                long[] instants = batch.longs(column);
                for (int i = 0; i < rows.length; i++) {
                    instants[i] += chosen.decisions.get(i) - was[rows[i]];
                }
            } else if (name.equals(Datasets.PAIR) && dataset.isOfEachPair()) {
                Arrays.setAll(batch.strings(column), chosen.pairs::get);
            } else if (name.equals(Datasets.HORIZON)) {
                Arrays.setAll(batch.strings(column), chosen.horizons::get);
            } else if (name.equals("month")) {
                Arrays.fill(
                        batch.strings(column),
                        Instant.ofEpochMilli(tick(hour)).toString().substring(0, 7));
            } else if (name.equals("prediction_id")) {
                String[] ids = batch.strings(column);
                Arrays.setAll(
                        ids, i -> id(ids[i] + chosen.pairs.get(i) + chosen.horizons.get(i) + chosen.decisions.get(i)));
            }
        }
        return batch;
    }

    private static String id(String text) {
        return Sha256.hex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
