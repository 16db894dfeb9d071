package org.cryptosmarttrader.serving.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.cryptosmarttrader.book.CostMethod;
import org.cryptosmarttrader.book.Side;
import org.cryptosmarttrader.book.TaxLots;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.serving.runs.ExecutionTerms;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** Writes what each sale of a run used up, as {@code lots.csv}: one row for each part of a sale that one buy had brought. */
public final class LotsExport {

    public static final String FILE = "lots.csv";

    private static final List<String> HEADER = List.of(
            "lane",
            "pair",
            "acquired_at",
            "disposed_at",
            "quantity",
            "cost",
            "proceeds",
            "gain",
            "days_held",
            "buy_fill",
            "sale_fill");

    private static final long DAY = 24 * 3_600_000L;

    private final DayRows fills;
    private final TreeMap<String, TaxLots> lanes = new TreeMap<>();
    private final boolean isFifo;
    private long compared;

    /**
     * What was written.
     *
     * @param rows parts of sales
     * @param compared sales whose parts add up to what the book realised; none if it goes by average cost
     */
    public record Written(long rows, long compared) {}

    private LotsExport(RunFolder run) throws IOException {
        this.fills = DayRows.whole(run, Datasets.FILLS);
        this.isFifo = ExecutionTerms.of(run.manifest()).costMethod() == CostMethod.FIFO;
    }

    /**
     * @param file that is written, in place of one that was there
     * @throws IOException if the fills cannot be read, do not begin where the accounts do, or differ from what the book realised
     */
    public static Written write(RunFolder run, Path file) throws IOException {
        LotsExport export = new LotsExport(run);
        long wholeUpTo = run.wholeUpTo();
        List<Long> days =
                run.daysBackwards(Datasets.FILLS.dataset()).stream().sorted().toList();
        try (CsvFile csv = new CsvFile(file, HEADER)) {
            for (long day : days) {
                RowBatch rows = export.fills.of(day);
                for (int row : export.inOrder(rows, wholeUpTo)) {
                    export.add(rows, row, csv);
                }
            }
            return new Written(csv.complete(), export.compared);
        } catch (IllegalArgumentException e) {
            throw new IOException("output %s: %s".formatted(run.root(), e.getMessage()), e);
        }
    }

    /** As the book executed them: by tick, older orders first. */
    private List<Integer> inOrder(RowBatch day, long wholeUpTo) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < day.rows(); row++) {
            if (day.longs(fills.column("at"))[row] <= wholeUpTo) {
                rows.add(row);
            }
        }
        rows.sort(Comparator.<Integer>comparingLong(row -> day.longs(fills.column("at"))[row])
                .thenComparingLong(row -> day.longs(fills.column(Datasets.DECISION_AT))[row])
                .thenComparing(row -> text(day, row, "fill_id")));
        return rows;
    }

    private void add(RowBatch day, int row, CsvFile csv) throws IOException {
        String lane = text(day, row, "lane");
        TaxLots lots = lanes.computeIfAbsent(lane, absent -> new TaxLots());
        TaxLots.Execution fill = new TaxLots.Execution(
                text(day, row, "fill_id"),
                text(day, row, Datasets.PAIR),
                day.longs(fills.column("at"))[row],
                decimal(day, row, "quantity"),
                decimal(day, row, "price"),
                decimal(day, row, "fee"));
        if (Side.valueOf(text(day, row, "side")) == Side.BUY) {
            lots.buy(fill);
            return;
        }
        List<TaxLots.Disposal> parts = lots.sell(fill);
        requireRealised(fill, parts, decimal(day, row, "realised"));
        for (TaxLots.Disposal part : parts) {
            csv.row(List.of(
                    lane,
                    part.pair(),
                    Instant.ofEpochMilli(part.acquiredAt()).toString(),
                    Instant.ofEpochMilli(part.disposedAt()).toString(),
                    plain(part.quantity()),
                    plain(part.cost()),
                    plain(part.proceeds()),
                    plain(part.gain()),
                    Long.toString((part.disposedAt() - part.acquiredAt()) / DAY),
                    part.buy(),
                    part.sale()));
        }
    }

    private void requireRealised(TaxLots.Execution sale, List<TaxLots.Disposal> parts, BigDecimal realised) {
        if (!isFifo) {
            return;
        }
        BigDecimal gains = parts.stream().map(TaxLots.Disposal::gain).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (gains.compareTo(realised) != 0) {
            throw new IllegalArgumentException(
                    "the parts of sale %s gain %s, the book realised %s; a row of the fills was altered, or they do not begin where the account does"
                            .formatted(sale.id(), plain(gains), plain(realised)));
        }
        compared++;
    }

    private String text(RowBatch day, int row, String column) {
        return day.strings(fills.column(column))[row];
    }

    private BigDecimal decimal(RowBatch day, int row, String column) {
        return new BigDecimal(text(day, row, column));
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
