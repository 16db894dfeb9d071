package org.cryptosmarttrader.serving.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** One row per pair and tick: when, which, and the columns that predictions share. */
final class FeatureTable implements DayTable {

    private final SharedColumns shared;
    private final DayRows rows;

    FeatureTable(RunFolder run, SharedColumns shared) {
        this.shared = shared;
        this.rows = DayRows.whole(run, shared.schema());
    }

    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of(Datasets.DECISION_AT, Datasets.PAIR));
        header.addAll(shared.header());
        return header;
    }

    @Override
    public void write(long day, CsvFile csv) throws IOException {
        RowBatch batch = rows.of(day);
        for (int row = 0; row < batch.rows(); row++) {
            List<String> cells = new ArrayList<>(List.of(Cells.instant(batch.longs(0)[row]), batch.strings(1)[row]));
            cells.addAll(shared.cells(batch, row));
            csv.row(cells);
        }
    }
}
