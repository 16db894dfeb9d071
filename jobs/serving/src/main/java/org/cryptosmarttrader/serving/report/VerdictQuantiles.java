package org.cryptosmarttrader.serving.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.wire.parquet.ParquetRowReader;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** The quantiles of a run's verdicts, where it records them: runs from before they were have none. */
record VerdictQuantiles(RowSchema schema, boolean recorded) {

    /** Columns in the order of {@link BaselineFeed#LEVELS}. */
    private static final List<String> COLUMNS = List.of("q05", "q10", "q25", "q50", "q75", "q90", "q95");

    static VerdictQuantiles of(RunFolder run) throws IOException {
        List<Path> files = run.files(Datasets.VERDICTS.dataset());
        RowSchema found = files.isEmpty() ? Datasets.VERDICTS : ParquetRowReader.schemaOf(files.get(0));
        boolean recorded = COLUMNS.stream().allMatch(found::has);
        return new VerdictQuantiles(recorded ? found : Datasets.VERDICTS, recorded);
    }

    /** Why there are none; null if there are. */
    String absence() {
        return recorded ? null : "quantiles are not recorded by this run";
    }

    /** Reads these columns of the verdicts, and the quantiles if there are any. */
    DayRows rows(RunFolder run, String... columns) {
        Stream<String> more = recorded ? COLUMNS.stream() : Stream.empty();
        return new DayRows(run, schema, Stream.concat(Stream.of(columns), more).toArray(String[]::new));
    }

    /** @return at each level; null if there are none */
    double[] of(DayRows rows, RowBatch batch, int row) {
        return recorded
                ? COLUMNS.stream()
                        .mapToDouble(name -> batch.doubles(rows.column(name))[row])
                        .toArray()
                : null;
    }
}
