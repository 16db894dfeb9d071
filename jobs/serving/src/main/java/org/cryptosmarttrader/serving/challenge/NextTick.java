package org.cryptosmarttrader.serving.challenge;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** The first tick after everything a decision rests on. */
public final class NextTick {

    private NextTick() {}

    /** @return after the newest label of the run; null if none matured */
    public static Instant of(RunFolder run) throws IOException {
        TickGrid grid =
                new TickGrid(run.manifest().tickIntervalMillis(), run.manifest().graceMillis());
        List<ColumnSpec> identity = Datasets.LABELS.columns().stream()
                .filter(column -> Datasets.LABELS.key().contains(column.name())
                        || column.name().equals(Datasets.LABELS.availableAt()))
                .toList();
        RowSchema labels = new RowSchema("labels", identity, Datasets.LABELS.key(), Datasets.LABELS.availableAt());
        long[] newest = {Long.MIN_VALUE};
        run.read(
                labels,
                batch -> newest[0] = Math.max(
                        newest[0],
                        Arrays.stream(batch.longs(labels.indexOf(labels.availableAt())))
                                .max()
                                .orElse(Long.MIN_VALUE)));
        return newest[0] == Long.MIN_VALUE ? null : Instant.ofEpochMilli(grid.tickOf(newest[0] + 1));
    }
}
