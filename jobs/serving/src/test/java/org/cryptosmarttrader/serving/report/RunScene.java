package org.cryptosmarttrader.serving.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.io.LocalOutputFile;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.parquet.ParquetRowWriter;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RecordedRows;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;
import org.cryptosmarttrader.wire.runs.WholeUpTo;

/** A small run, row by row: hourly ticks from midnight of 2021-03-01, the horizon 1h, the pair BTC/USD. */
public final class RunScene {

    public static final long FIRST = Instant.parse("2021-03-01T00:00:05Z").toEpochMilli();
    public static final String PAIR = "BTC/USD";

    private static final String RUN = "backtest-scene";
    private static final int HOURS = 4;
    private static final int FIRST_QUANTILE = Datasets.VERDICTS.indexOf("q05");

    private final Path root;
    private final Map<String, List<RowBatch>> files = new TreeMap<>();
    private final List<RowBuilder> recorded = new ArrayList<>();
    private final TreeMap<String, String> overrides = new TreeMap<>();
    private List<String> features = List.of();
    private String settings = "{}";
    private Long askedUntil;
    private int firstHour;

    RunScene(Path root) {
        this.root = root;
    }

    /** Until when the run was asked for, where its archive ends before that. */
    public RunScene askedUntil(long instant) {
        askedUntil = instant;
        return this;
    }

    /** The tick that the rows of the run begin with, in hours after the first. */
    public RunScene emittingFrom(int hour) {
        firstHour = hour;
        return this;
    }

    /** Names of the columns the run declares. */
    public RunScene features(String... names) {
        features = List.of(names);
        return this;
    }

    /** A setting given on the command line. */
    public RunScene override(String key, String value) {
        overrides.put(key, value);
        return this;
    }

    /** The tick so many hours after the first. */
    public static long hour(int hours) {
        return FIRST + hours * TickGrid.HOUR;
    }

    public RunScene forecast(int hour, String forest, double climatology, long trainedAsOf) {
        return forecast(hour, "forest", "champion", forest, climatology, trainedAsOf, Double.NaN);
    }

    /** @param probability as the model says; NaN if it abstains */
    public RunScene forecast(
            int hour,
            String member,
            String role,
            String forest,
            double climatology,
            long trainedAsOf,
            double probability) {
        return forecast(hour, member, role, forest, climatology, trainedAsOf, probability, "up");
    }

    public RunScene forecast(
            int hour,
            String member,
            String role,
            String forest,
            double climatology,
            long trainedAsOf,
            double probability,
            String statement) {
        return add(row(Datasets.FORECASTS)
                .set(0, hour(hour))
                .set(1, PAIR)
                .set(2, "1h")
                .set(3, member)
                .set(4, forest)
                .set(5, "v-" + forest)
                .set(6, trainedAsOf)
                .set(7, trainedAsOf + TickGrid.HOUR)
                .set(8, climatology)
                .set(10, probability)
                .set(15, "")
                .set(16, "id")
                .set(17, role)
                .set(18, statement));
    }

    /** Verdicts give the quantiles of their distribution: log returns at 5, 10, 25, 50, 75, 90 and 95 %. */
    public RunScene withQuantiles(double... quantiles) {
        for (RowBatch batch : files.get("verdicts")) {
            for (int level = 0; level < quantiles.length; level++) {
                batch.doubles(FIRST_QUANTILE + level)[0] = quantiles[level];
            }
        }
        return this;
    }

    public RunScene verdict(
            int hour, String forest, double probability, String standing, String reasons, String notMeasured) {
        return verdict(hour, forest, probability, standing, reasons, notMeasured, Double.NaN, Double.NaN);
    }

    /** @param together P(up) by the vote of all members; NaN if they abstain */
    public RunScene verdict(
            int hour,
            String forest,
            double probability,
            String standing,
            String reasons,
            String notMeasured,
            double together,
            double agreement) {
        return add(row(Datasets.VERDICTS)
                .set(0, hour(hour))
                .set(1, PAIR)
                .set(2, "1h")
                .set(3, forest)
                .set(4, "id")
                .set(5, probability)
                .set(9, -0.015)
                .set(10, 0.015)
                .set(11, 0.2)
                .set(14, standing)
                .set(15, reasons)
                .set(16, notMeasured)
                .set(17, standing.equals("PASSED"))
                .set(18, true)
                .set(19, "NORMAL/UP")
                .set(20, together)
                .set(22, agreement)
                .set(23, Double.isNaN(together))
                .set(24, Double.NaN)
                .set(25, Double.NaN)
                .set(26, Double.NaN)
                .set(27, Double.NaN)
                .set(28, Double.NaN)
                .set(29, Double.NaN)
                .set(30, Double.NaN));
    }

    public RunScene bar(int hour, String pair, double close, double quoteVolume) {
        return add(row(Datasets.BARS)
                .set(0, hour(hour))
                .set(1, pair)
                .set(2, hour(hour) - 5_000 - TickGrid.HOUR)
                .set(3, close)
                .set(4, close)
                .set(5, close)
                .set(6, close)
                .set(7, 1.0)
                .set(8, quoteVolume));
    }

    /** What was known of a pair: its last return, and 0 in every other column. */
    public RunScene known(int hour, String pair, double lastReturn) {
        return known(hour, pair, lastReturn, "");
    }

    /** How volatile a pair was over its last 24 bars. */
    public RunScene volatile24(int hour, String pair, double volatility) {
        RowSchema schema = Datasets.features(StandardFeatures.withoutFitted());
        return add(row(schema)
                .set(0, hour(hour))
                .set(1, pair)
                .set(6, "")
                .set(7, "root")
                .set(schema.indexOf("rv_cc_24"), volatility));
    }

    /** @param missing groups of features missing as a whole, blanks between */
    public RunScene known(int hour, String pair, double lastReturn, String missing) {
        RowSchema schema = Datasets.features(StandardFeatures.withoutFitted());
        return add(row(schema)
                .set(0, hour(hour))
                .set(1, pair)
                .set(6, missing)
                .set(7, "root")
                .set(schema.indexOf("ret_1"), lastReturn));
    }

    /** What the ledger of intervals that promised 80 % says of March, of one model. */
    public RunScene coverage(int hour, String regime, long outcomes, long hits) {
        return add(row(Datasets.COVERAGE)
                .set(0, hour(hour))
                .set(1, "1h")
                .set(2, "2021-03")
                .set(3, "USD")
                .set(4, regime)
                .set(5, "f1")
                .set(6, outcomes)
                .set(7, hits)
                .set(8, 0.8)
                .set(9, (double) hits / outcomes));
    }

    /** How orders were executed, as the settings of the run say. */
    public RunScene executed(double impact, double participation) {
        settings = Json.write(Map.of(
                "trading",
                Map.of("execution", Map.of("costMethod", "FIFO", "impact", impact, "participation", participation))));
        return this;
    }

    /** Statements that the run was told to make. */
    public RunScene declaring(String... statements) {
        settings = Json.write(Map.of("statements", List.of(statements)));
        return this;
    }

    /** A statement on a pair, with a base rate of 0.4. */
    public RunScene statement(
            int hour, String pair, String statement, double probability, String standing, String reasons) {
        return add(row(Datasets.STATEMENTS)
                .set(0, hour(hour))
                .set(1, pair)
                .set(2, "1h")
                .set(3, statement)
                .set(4, "s1")
                .set(5, "id")
                .set(6, probability)
                .set(7, 0.4)
                .set(9, standing)
                .set(10, reasons)
                .set(11, "")
                .set(12, standing.equals("PASSED")));
    }

    /** @param decided hour of the decision; the label matures an hour later */
    public RunScene label(int decided, double value, double exitPrice) {
        return label(decided, PAIR, value, Double.NaN, exitPrice);
    }

    public RunScene label(int decided, String pair, double value, double scaled, double exitPrice) {
        return add(row(Datasets.LABELS)
                .set(0, hour(decided))
                .set(1, pair)
                .set(2, "1h")
                .set(3, hour(decided + 1))
                .set(4, value)
                .set(5, scaled)
                .set(6, Double.isNaN(value) ? "EXIT_GAP" : "OK")
                .set(8, exitPrice));
    }

    public RunScene status(int hour, double trainingHours, boolean open) {
        return add(row(Datasets.STATUS)
                .set(0, hour(hour))
                .set(1, "1h")
                .set(2, "")
                .set(3, trainingHours)
                .set(4, "")
                .set(7, open)
                .set(12, ""));
    }

    public RunScene drift(int hour, String forest, String column, double psi) {
        return add(row(Datasets.DRIFT)
                .set(0, hour(hour))
                .set(1, "1h")
                .set(2, forest)
                .set(3, column)
                .set(4, psi)
                .set(5, psi > 0.25));
    }

    public RunScene account(int hour, String lane, String equity, String gross) {
        return account(hour, lane, equity, gross, false);
    }

    public RunScene account(int hour, String lane, String equity, String gross, boolean stopped) {
        return account(hour, lane, "USD", equity, gross, stopped);
    }

    public RunScene account(int hour, String lane, String quote, String equity, String gross, boolean stopped) {
        return add(row(Datasets.ACCOUNTS)
                .set(0, hour(hour))
                .set(1, lane)
                .set(2, quote)
                .set(3, equity)
                .set(4, equity)
                .set(7, gross)
                .set(8, "0.00")
                .set(9, "0.00")
                .set(10, "0.404")
                .set(12, stopped)
                .set(13, "momentum")
                .set(14, hour < 1 ? "NORMAL/UP" : "HIGH/DOWN"));
    }

    public RunScene order(int hour, String id, String status, String reason) {
        return add(row(Datasets.ORDERS)
                .set(0, hour(hour))
                .set(1, "RESEARCH")
                .set(2, id)
                .set(3, hour(hour))
                .set(4, PAIR)
                .set(5, "BUY")
                .set(6, status)
                .set(7, reason)
                .set(8, "0.1")
                .set(9, "100")
                .set(10, "0"));
    }

    public RunScene fill(int hour, String quantity, String price, String fee, double slippage, String optimisticPrice) {
        return fill(hour, "BUY", quantity, price, fee, "0", slippage, optimisticPrice);
    }

    public RunScene sale(int hour, String quantity, String price, String fee, String realised) {
        return fill(hour, "SELL", quantity, price, fee, realised, 0.01, price);
    }

    /** @param side {@code BUY} or {@code SELL} */
    RunScene fill(
            int hour,
            String side,
            String quantity,
            String price,
            String fee,
            String realised,
            double slippage,
            String optimisticPrice) {
        return add(row(Datasets.FILLS)
                .set(0, hour(hour))
                .set(1, "RESEARCH")
                .set(2, "fill-" + hour)
                .set(3, "a")
                .set(4, hour(hour - 1))
                .set(5, PAIR)
                .set(6, side)
                .set(7, quantity)
                .set(8, price)
                .set(9, fee)
                .set(10, "4")
                .set(11, slippage)
                .set(12, optimisticPrice)
                .set(13, realised)
                .set(14, "SPREAD,FEES"));
    }

    public RunScene limit(int hour, String lane, String rule) {
        return add(row(Datasets.AUDIT)
                .set(0, hour(hour))
                .set(1, 1L)
                .set(2, lane)
                .set(3, "LIMIT")
                .set(4, rule)
                .set(5, "USD")
                .set(6, "reached"));
    }

    /** A text that became known a minute before the tick, and was recorded. */
    public RunScene text(int hour, String id, String subjects, double score, String words) {
        return record(event(EventKind.TEXT, hour, id)
                .set(9, score)
                .set(10, "news")
                .set(11, id)
                .set(12, subjects)
                .set(13, "")
                .set(14, words)
                .set(15, ""));
    }

    /** A transfer from nobody known to an exchange that became known a minute before the tick, and was recorded. */
    public RunScene transfer(int hour, String id, String asset, double amount) {
        return record(event(EventKind.TRANSFER, hour, id)
                .set(9, amount)
                .set(10, "bitcoin")
                .set(11, id)
                .set(12, asset)
                .set(13, "unknown")
                .set(14, "unknown")
                .set(15, "kraken")
                .set(16, "exchange"));
    }

    public RunScene retraction(int hour, String id) {
        return record(event(EventKind.RETRACT, hour, id).set(9, "bitcoin").set(10, id));
    }

    private static RowBuilder event(EventKind kind, int hour, String id) {
        return row(RecordedRows.schema(kind))
                .set(0, hour(hour) - TickGrid.MINUTE)
                .set(1, hour(hour) - 2 * TickGrid.MINUTE)
                .set(2, (long) id.hashCode())
                .set(3, "source")
                .set(4, "")
                .set(6, "RECORDED")
                .set(7, "00".repeat(32));
    }

    private RunScene record(RowBuilder row) {
        recorded.add(row);
        return this;
    }

    private static RowBuilder row(RowSchema schema) {
        return new RowBuilder(schema).row();
    }

    private RunScene add(RowBuilder row) {
        files.computeIfAbsent(row.schema().dataset(), absent -> new ArrayList<>())
                .add(row.build());
        return this;
    }

    /** Writes the rows, a file for each, and seals the run. */
    public RunFolder sealed() throws IOException {
        RunFolder run = RunFolder.create(root, manifest());
        Collection<RowSchema> schemas =
                Datasets.all(StandardFeatures.withoutFitted()).values();
        for (RowSchema schema : schemas) {
            List<RowBatch> rows = files.getOrDefault(schema.dataset(), List.of());
            for (int i = 0; i < rows.size(); i++) {
                write(schema.dataset(), schema, rows.get(i), i);
            }
        }
        for (int i = 0; i < recorded.size(); i++) {
            RowSchema schema = recorded.get(i).schema();
            write(
                    RecordedRows.FOLDER + "/" + schema.dataset(),
                    schema,
                    recorded.get(i).build(),
                    i);
        }
        Json.replace(root.resolve(WholeUpTo.fileName(RUN)), new WholeUpTo(RUN, hour(HOURS)));
        return run.seal(schemas);
    }

    private void write(String folder, RowSchema schema, RowBatch batch, int number) {
        long day = UtcDays.dayOf(batch.longs(schema.indexOf(schema.availableAt()))[0]);
        Path file = root.resolve("%s/run=%s/date=%s/part-%d.parquet".formatted(folder, RUN, UtcDays.date(day), number));
        try {
            Files.createDirectories(file.getParent());
            try (ParquetRowWriter writer = new ParquetRowWriter(new LocalOutputFile(file), schema, Map.of(), 1 << 20)) {
                writer.write(batch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunManifest manifest() {
        return new RunManifest(
                RUN,
                "backtest",
                FIRST - 90 * TickGrid.DAY,
                hour(firstHour) - 5_000,
                hour(HOURS),
                askedUntil,
                TickGrid.HOUR,
                5_000,
                "fingerprint",
                features,
                List.of("1h"),
                new TreeMap<>(),
                List.of(PAIR),
                new RunManifest.ArchiveState(3, hour(HOURS), "content"),
                overrides,
                settings,
                "configuration",
                0.2,
                List.of(),
                List.of(),
                "cst test",
                null,
                null);
    }

    /** Five hours: four forecasts that mature, one of them into a gap, and a fifth that does not. */
    public static RunScene fiveHours(Path root) {
        long trained = FIRST - 2 * TickGrid.HOUR;
        return new RunScene(root)
                .forecast(0, "f1", 0.5, trained)
                .forecast(1, "f1", 0.5, trained)
                .forecast(2, "f2", 0.6, FIRST)
                .forecast(3, "f2", 0.6, FIRST)
                .forecast(4, "f2", 0.6, FIRST)
                .verdict(0, "f1", 0.8, "EXPERIMENTAL", "TRAINING,CONFIDENCE", "")
                .verdict(1, "f1", 0.6, "EXPERIMENTAL", "TRAINING,CONFIDENCE", "")
                .verdict(2, "f2", 0.4, "REFUSED", "CONFIDENCE", "")
                .verdict(3, "f2", 0.2, "PASSED", "", "")
                .verdict(4, "f2", 0.5, "REFUSED", "DRIFT", "DRIFT")
                .label(-1, 0.0, 100)
                .label(0, 0.01, 110)
                .label(1, -0.02, 99)
                .label(2, Double.NaN, Double.NaN)
                .label(3, -0.01, 121)
                .status(0, 10, false)
                .status(2, 2_016, true)
                .status(4, 2_018, true);
    }

    /** Bars that close at the prices of these labels; none comes at the fourth tick. */
    public RunScene withBars() {
        return bar(0, PAIR, 100, 1_000)
                .bar(1, PAIR, 110, 1_000)
                .bar(2, PAIR, 99, 1_000)
                .bar(4, PAIR, 121, 1_000);
    }

    /** The accounts of these hours: GATED idle, RESEARCH with a purchase. */
    public RunScene withAccounts() {
        String[] equity = {"1000.00", "990.00", "1089.00", "1089.00", "1078.11"};
        for (int hour = 0; hour <= HOURS; hour++) {
            account(hour, "GATED", "1000.00", "0");
            account(hour, "RESEARCH", equity[hour], hour == 0 ? "0" : "10.00");
        }
        return order(0, "a", "NEW", null)
                .order(1, "b", "REFUSED", "COSTMIN")
                .order(3, "a", "CANCELLED", "EXPIRED")
                .fill(1, "0.1", "101", "0.404", 0.01, "100")
                .limit(2, "RESEARCH", "DAILY_LOSS");
    }
}
