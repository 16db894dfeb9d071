package org.cryptosmarttrader.wire.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.apache.parquet.io.LocalOutputFile;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.parquet.ParquetRowReader;
import org.cryptosmarttrader.wire.parquet.ParquetRowWriter;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowSchema;

/**
 * Simple returns of an account, hour by hour without a gap, whatever its ticks: trials are compared over periods of one
 * length. An hour is worth what its last tick was, and an hour without a tick what the one before it was; the first hour
 * counts from its first tick, if it has more than one.
 *
 * @param firstHour of the returns, hours since 1970-01-01
 * @param values a return for each hour from there on
 */
public record HourlyReturns(long firstHour, double[] values) {

    private static final RowSchema ROWS = new RowSchema(
            "returns",
            List.of(
                    ColumnSpec.instant("hour", "beginning of the hour"),
                    ColumnSpec.text("quote", "currency of the account"),
                    ColumnSpec.text("lane", "GATED or RESEARCH"),
                    ColumnSpec.number("value", "fraction", "return of the hour")),
            List.of("quote", "lane", "hour"),
            "hour");

    private static final long ROW_GROUP = 1 << 20;

    /**
     * @param times of the ticks, epoch milliseconds, ascending
     * @param worth at each
     */
    public static HourlyReturns of(long[] times, double[] worth) {
        if (times.length == 0) {
            return new HourlyReturns(0, new double[0]);
        }
        long first = Math.floorDiv(times[0], TickGrid.HOUR);
        double[] last = new double[(int) (Math.floorDiv(times[times.length - 1], TickGrid.HOUR) - first) + 1];
        Arrays.fill(last, Double.NaN);
        for (int i = 0; i < times.length; i++) {
            last[(int) (Math.floorDiv(times[i], TickGrid.HOUR) - first)] = worth[i];
        }
        boolean startsWithin = times.length > 1 && Math.floorDiv(times[1], TickGrid.HOUR) == first;
        int skipped = startsWithin ? 0 : 1;
        double[] returns = new double[last.length - skipped];
        double before = worth[0];
        for (int hour = skipped; hour < last.length; hour++) {
            double now = Double.isNaN(last[hour]) ? before : last[hour];
            returns[hour - skipped] = now / before - 1;
            before = now;
        }
        return new HourlyReturns(first + skipped, returns);
    }

    /**
     * The returns of another span.
     *
     * @return null unless these cover it
     */
    public double[] within(long fromHour, int hours) {
        long skipped = fromHour - firstHour;
        return skipped < 0 || skipped + hours > values.length
                ? null
                : Arrays.copyOfRange(values, (int) skipped, (int) skipped + hours);
    }

    /** A file of returns, by the name and hash a trial keeps of it. */
    public record Filed(String name, String sha256) {}

    /**
     * Writes the returns of a trial's accounts, by quote currency and lane. The name holds the hash, so that no file is ever
     * overwritten by another.
     *
     * @param id of the trial
     */
    public static Filed write(
            TrialLedger ledger, String id, SortedMap<String, SortedMap<String, HourlyReturns>> accounts)
            throws IOException {
        Path folder = ledger.returns("");
        Files.createDirectories(folder);
        Path written = Files.createTempDirectory(folder, ".part-").resolve("returns.parquet");
        try (ParquetRowWriter writer =
                new ParquetRowWriter(new LocalOutputFile(written), ROWS, Map.of("cst.trial", id), ROW_GROUP)) {
            writer.write(rows(accounts));
        }
        String hash = Sha256.hex(Sha256.of(Files.readAllBytes(written)));
        Filed filed = new Filed("%s-%s.parquet".formatted(id, hash.substring(0, 12)), hash);
        Files.move(written, folder.resolve(filed.name()), StandardCopyOption.ATOMIC_MOVE);
        Files.delete(written.getParent());
        return filed;
    }

    private static RowBatch rows(SortedMap<String, SortedMap<String, HourlyReturns>> accounts) {
        RowBuilder rows = new RowBuilder(ROWS);
        accounts.forEach((quote, lanes) -> lanes.forEach((lane, returns) -> {
            for (int hour = 0; hour < returns.values.length; hour++) {
                rows.row()
                        .set(0, (returns.firstHour + hour) * TickGrid.HOUR)
                        .set(1, quote)
                        .set(2, lane)
                        .set(3, returns.values[hour]);
            }
        }));
        return rows.build();
    }

    /** Reads what {@link #write} wrote, by quote currency and lane. */
    public static SortedMap<String, SortedMap<String, HourlyReturns>> read(Path file) throws IOException {
        SortedMap<String, SortedMap<String, Growing>> read = new TreeMap<>();
        try (ParquetRowReader reader = ParquetRowReader.open(file, ROWS)) {
            for (RowBatch batch = reader.next(); batch != null; batch = reader.next()) {
                for (int row = 0; row < batch.rows(); row++) {
                    long hour = batch.longs(0)[row] / TickGrid.HOUR;
                    read.computeIfAbsent(batch.strings(1)[row], absent -> new TreeMap<>())
                            .computeIfAbsent(batch.strings(2)[row], absent -> new Growing(hour, DoubleStream.builder()))
                            .values
                            .add(batch.doubles(3)[row]);
                }
            }
        }
        SortedMap<String, SortedMap<String, HourlyReturns>> accounts = new TreeMap<>();
        read.forEach((quote, lanes) -> {
            SortedMap<String, HourlyReturns> whole = new TreeMap<>();
            lanes.forEach((lane, growing) -> whole.put(
                    lane,
                    new HourlyReturns(growing.firstHour, growing.values.build().toArray())));
            accounts.put(quote, whole);
        });
        return accounts;
    }

    private record Growing(long firstHour, DoubleStream.Builder values) {}
}
