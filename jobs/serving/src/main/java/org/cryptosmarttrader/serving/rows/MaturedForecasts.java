package org.cryptosmarttrader.serving.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
         * What all models of one statement said of one pair, a horizon ago, met its outcome.
         *
         * @param forecasts of one decision, pair, horizon and statement, by member
         * @param outcome log return, of a statement beside the direction 1 or −1; NaN if there was no price or no answer
         */
        void matured(List<ModelForecast> forecasts, double outcome) throws IOException;
    }

    private record Subject(String pair, String statement) {}

    private final RunFolder run;
    private final Reader reader;
    private final DayRows forecasts;
    private final DayRows labels;
    private final Map<String, TreeMap<Long, Map<Subject, List<ModelForecast>>>> waiting = new TreeMap<>();

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
                "p_up_raw",
                "statement");
        this.labels = new DayRows(run, Datasets.LABELS, "value", "scaled");
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
                    .computeIfAbsent(new Subject(forecast.pair(), forecast.statement()), absent -> new ArrayList<>(1))
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
                batch.doubles(forecasts.column("p_up_raw"))[row],
                batch.strings(forecasts.column("statement"))[row]);
    }

    private void mature(RowBatch batch) throws IOException {
        for (DecisionOutcomes outcomes : DecisionOutcomes.of(labels, batch)) {
            Map<Subject, List<ModelForecast>> ofDecision = waiting.getOrDefault(outcomes.horizon(), new TreeMap<>())
                    .getOrDefault(outcomes.decision(), Map.of());
            for (String statement : statements(ofDecision)) {
                mature(ofDecision, statement, outcomes);
            }
        }
    }

    private static Set<String> statements(Map<Subject, List<ModelForecast>> ofDecision) {
        Set<String> statements = new TreeSet<>();
        ofDecision.keySet().forEach(subject -> statements.add(subject.statement()));
        return statements;
    }

    private void mature(Map<Subject, List<ModelForecast>> ofDecision, String statement, DecisionOutcomes outcomes)
            throws IOException {
        double[] met = outcomes.of(statement);
        for (int i = 0; i < met.length; i++) {
            List<ModelForecast> forecasts =
                    ofDecision.remove(new Subject(outcomes.returns().get(i).pair(), statement));
            if (forecasts != null) {
                reader.matured(forecasts, met[i]);
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
