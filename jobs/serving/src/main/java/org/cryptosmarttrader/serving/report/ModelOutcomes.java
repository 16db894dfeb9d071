package org.cryptosmarttrader.serving.report;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;

/** What came of the verdicts of each model of a run. */
final class ModelOutcomes {

    private final RunManifest manifest;
    private final TickGrid grid;
    private final ForecastTally forecasts;
    private final DayRows verdicts;
    private final DayRows labels;
    private final Map<String, SortedMap<String, OutcomeTally>> tallies = new TreeMap<>();

    private ModelOutcomes(RunFolder run, ForecastTally forecasts) throws IOException {
        this.manifest = run.manifest();
        this.grid = new TickGrid(manifest.tickIntervalMillis(), manifest.graceMillis());
        this.forecasts = forecasts;
        this.verdicts = new DayRows(run, Datasets.VERDICTS, OutcomeTally.Waiting.COLUMNS.toArray(String[]::new));
        this.labels = new DayRows(run, Datasets.LABELS, "value");
    }

    static ModelOutcomes of(RunFolder run, ForecastTally forecasts) throws IOException {
        ModelOutcomes read = new ModelOutcomes(run, forecasts);
        long last = UtcDays.dayOf(run.manifest().until());
        for (long day = UtcDays.dayOf(run.manifest().emitFrom()); day <= last; day++) {
            read.issue(read.verdicts.of(day));
            read.mature(read.labels.of(day));
        }
        return read;
    }

    private void issue(RowBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            String horizon = batch.strings(verdicts.column(Datasets.HORIZON))[row];
            String forest = batch.strings(verdicts.column("forest"))[row];
            tallies.computeIfAbsent(horizon, absent -> new TreeMap<>())
                    .computeIfAbsent(forest, absent -> tally(horizon))
                    .issue(
                            batch.longs(verdicts.column(Datasets.DECISION_AT))[row],
                            batch.strings(verdicts.column(Datasets.PAIR))[row],
                            OutcomeTally.Waiting.of(verdicts, batch, row, forecasts.climatology(horizon, forest)),
                            Double.NaN);
        }
    }

    private OutcomeTally tally(String horizon) {
        return new OutcomeTally(Horizon.parse(horizon), grid, 1 - manifest.intervalAlpha());
    }

    private void mature(RowBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            long decision = batch.longs(labels.column(Datasets.DECISION_AT))[row];
            String pair = batch.strings(labels.column(Datasets.PAIR))[row];
            long maturedAt = batch.longs(labels.column("matured_at"))[row];
            double value = batch.doubles(labels.column("value"))[row];
            // one model has it waiting, the others know nothing of it
            tallies.getOrDefault(batch.strings(labels.column(Datasets.HORIZON))[row], new TreeMap<>())
                    .values()
                    .forEach(tally -> tally.mature(decision, pair, maturedAt, value, null));
        }
    }

    /** What came of a model's verdicts; nothing came of one that was not judged. */
    OutcomeTally of(String horizon, String forest) {
        SortedMap<String, OutcomeTally> ofHorizon = tallies.getOrDefault(horizon, new TreeMap<>());
        return ofHorizon.containsKey(forest) ? ofHorizon.get(forest) : tally(horizon);
    }
}
