package org.cryptosmarttrader.serving.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** A dataset of a run day after day, the rows of a day by time and key, whatever files they lie in. */
public final class DayRows {

    private final RunFolder run;
    private final RowSchema columns;
    private final int[] order;

    /** @param names columns read besides those that identify and date a row */
    public DayRows(RunFolder run, RowSchema schema, String... names) {
        this.run = run;
        List<String> wanted = new ArrayList<>(schema.key());
        wanted.add(schema.availableAt());
        wanted.addAll(List.of(names));
        List<ColumnSpec> chosen = schema.columns().stream()
                .filter(column -> wanted.contains(column.name()))
                .toList();
        this.columns = new RowSchema(schema.dataset(), chosen, schema.key(), schema.availableAt());
        List<String> ordering = new ArrayList<>(List.of(schema.availableAt()));
        ordering.addAll(schema.key());
        this.order = ordering.stream().mapToInt(columns::indexOf).toArray();
    }

    /** With every column. */
    public static DayRows whole(RunFolder run, RowSchema schema) {
        return new DayRows(
                run, schema, schema.columns().stream().map(ColumnSpec::name).toArray(String[]::new));
    }

    public int column(String name) {
        return columns.indexOf(name);
    }

    /** The rows of a UTC day. */
    public RowBatch of(long day) throws IOException {
        List<RowBatch> batches = new ArrayList<>();
        run.read(columns, day, day, batches::add);
        RowBatch all = RowBatch.concat(columns, batches);
        return all.select(IntStream.range(0, all.rows())
                .boxed()
                .sorted((a, b) -> compare(all, a, b))
                .mapToInt(Integer::intValue)
                .toArray());
    }

    /** Every day of the run. */
    public void forEach(Consumer<RowBatch> reader) throws IOException {
        long last = UtcDays.dayOf(run.manifest().until());
        for (long day = UtcDays.dayOf(run.manifest().emitFrom()); day <= last; day++) {
            RowBatch rows = of(day);
            if (rows.rows() > 0) {
                reader.accept(rows);
            }
        }
    }

    private int compare(RowBatch batch, int a, int b) {
        for (int column : order) {
            int compared = batch.column(column) instanceof long[] longs
                    ? Long.compare(longs[a], longs[b])
                    : batch.strings(column)[a].compareTo(batch.strings(column)[b]);
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }
}
