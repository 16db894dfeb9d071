package org.cryptosmarttrader.serving.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * The forecasts of all models of a run, judged or not, beside the outcomes they met: in the order of the decisions, and within
 * a horizon those of a decision together.
 */
public final class MaturedForecasts {

    /** Told of forecasts as they come by. */
    public interface Reader {

        /** A forecast was made. */
        void made(ModelForecast forecast) throws IOException;

        /**
         * What all models said of one pair, a horizon ago, met its outcome.
         *
         * @param forecasts of one decision, pair and horizon, by member
         * @param outcome log return; NaN if there was no price
         */
        void matured(List<ModelForecast> forecasts, double outcome) throws IOException;
    }

    private final RunFolder run;
    private final Reader reader;
    private final DayRows forecasts;
    private final DayRows labels;
    private final Map<String, TreeMap<Long, Map<String, List<ModelForecast>>>> waiting = new TreeMap<>();

    private MaturedForecasts(RunFolder run, Reader reader) {
        this.run = run;
        this.reader = reader;
        this.forecasts = new DayRows(
                run,
                Datasets.FORECASTS,
                "forest",
                "version",
                "trained_as_of",
                "activated_at",
                "climatology",
                "p_up_raw");
        this.labels = new DayRows(run, Datasets.LABELS, "value");
    }

    /**
     * Reads the run once, day after day; a label never matures before the day of its forecast.
     *
     * @throws IOException if a file of the run is damaged or lacks a column
     */
    public static void read(RunFolder run, Reader reader) throws IOException {
        MaturedForecasts read = new MaturedForecasts(run, reader);
        long last = UtcDays.dayOf(run.manifest().until());
        for (long day = UtcDays.dayOf(run.manifest().emitFrom()); day <= last; day++) {
            read.made(read.forecasts.of(day));
            read.mature(read.labels.of(day));
            read.giveUpBefore(UtcDays.start(day + 1));
        }
    }

    private void made(RowBatch batch) throws IOException {
        for (int row = 0; row < batch.rows(); row++) {
            ModelForecast forecast = forecast(batch, row);
            waiting.computeIfAbsent(forecast.horizon(), absent -> new TreeMap<>())
                    .computeIfAbsent(forecast.decision(), absent -> new HashMap<>())
                    .computeIfAbsent(forecast.pair(), absent -> new ArrayList<>(1))
                    .add(forecast);
            reader.made(forecast);
        }
    }

    private ModelForecast forecast(RowBatch batch, int row) {
        return new ModelForecast(
                batch.longs(forecasts.column(Datasets.DECISION_AT))[row],
                batch.strings(forecasts.column(Datasets.PAIR))[row],
                batch.strings(forecasts.column(Datasets.HORIZON))[row],
                batch.strings(forecasts.column("member"))[row],
                batch.strings(forecasts.column("role"))[row],
                batch.strings(forecasts.column("forest"))[row],
                batch.strings(forecasts.column("version"))[row],
                batch.longs(forecasts.column("trained_as_of"))[row],
                batch.longs(forecasts.column("activated_at"))[row],
                batch.doubles(forecasts.column("climatology"))[row],
                batch.doubles(forecasts.column("p_up_raw"))[row]);
    }

    private void mature(RowBatch batch) throws IOException {
        for (int row = 0; row < batch.rows(); row++) {
            Map<String, List<ModelForecast>> ofDecision = waiting.getOrDefault(
                            batch.strings(labels.column(Datasets.HORIZON))[row], new TreeMap<>())
                    .getOrDefault(batch.longs(labels.column(Datasets.DECISION_AT))[row], Map.of());
            if (!ofDecision.isEmpty()) {
                double outcome = batch.doubles(labels.column("value"))[row];
                List<ModelForecast> met = ofDecision.remove(batch.strings(labels.column(Datasets.PAIR))[row]);
                if (met != null) {
                    reader.matured(met, outcome);
                }
            }
        }
    }

    /** Forgets those whose labels should have come by an instant: they came, or the pair was gone. */
    private void giveUpBefore(long instant) {
        waiting.forEach((horizon, decisions) -> decisions
                .headMap(instant
                        - Horizon.parse(horizon).millis()
                        - run.manifest().tickIntervalMillis())
                .clear());
    }
}
