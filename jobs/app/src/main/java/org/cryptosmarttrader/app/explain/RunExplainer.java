package org.cryptosmarttrader.app.explain;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.prediction.stages.ForecastAgain;
import org.cryptosmarttrader.serving.explain.Explainer;
import org.cryptosmarttrader.serving.explain.Explanation;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.DayRoots;
import org.cryptosmarttrader.wire.runs.ProvenDay;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * Explains a run's forecasts from its own folder: every row is led to the sealed root of its day, and the forecast is made again
 * by the job's own code of the feature row and the model as they lie there.
 */
public final class RunExplainer implements Explainer, AutoCloseable {

    private static final int PREDICTION_ID = Datasets.FORECASTS.indexOf("prediction_id");

    private final RunFolder run;
    private final FeatureCatalog catalog;
    private final RowSchema features;
    private final ForecastAgain again;
    private final KeptDays days;
    private List<Announced> announced = List.of();

    private RunExplainer(RunFolder run, FeatureCatalog catalog, Configuration conf) {
        this.run = run;
        this.catalog = catalog;
        this.features = Datasets.features(catalog);
        this.again = new ForecastAgain(catalog, conf.grid());
        this.days = new KeptDays(run);
    }

    /**
     * @param conf the run's
     * @throws IllegalArgumentException if the run was made with other columns than these settings give
     */
    public static RunExplainer of(RunFolder run, Configuration conf) {
        FeatureCatalog catalog = StandardFeatures.with(conf.hiddenMarkov());
        String own = catalog.fingerprint(conf.grid());
        if (!own.equals(run.manifest().fingerprint())) {
            throw new IllegalArgumentException(
                    "run %s: its columns have the fingerprint %.12s, those of this program and its conf/ %.12s; explain it with the program (%s) and the settings that made it, run.json names both"
                            .formatted(
                                    run.manifest().run(),
                                    run.manifest().fingerprint(),
                                    own,
                                    run.manifest().codeVersion()));
        }
        return new RunExplainer(run, catalog, conf);
    }

    /**
     * @param predictionId whole, or its first digits
     * @throws IllegalArgumentException if several forecasts of the day begin with these digits
     */
    @Override
    public synchronized Optional<Explanation> explain(String predictionId, OptionalLong decidedAt) throws IOException {
        List<Long> searched = decidedAt.isPresent()
                ? List.of(UtcDays.dayOf(decidedAt.getAsLong()))
                : run.daysBackwards(Datasets.FORECASTS.dataset());
        for (long day : searched) {
            Set<String> found = idsOn(day, predictionId);
            if (found.size() > 1) {
                throw new IllegalArgumentException("%s: %d forecasts of %s begin with it; name more of its digits"
                        .formatted(predictionId, found.size(), UtcDays.date(day)));
            }
            if (!found.isEmpty()) {
                DayOfRun read = new DayOfRun(run, DayRoots.of(run), days, day);
                int row = forecastOf(forecasts(read), found.iterator().next());
                return Optional.of(explain(read, row));
            }
        }
        return Optional.empty();
    }

    /** Takes explanations one by one. */
    @FunctionalInterface
    public interface Taker {
        void take(Explanation explanation) throws IOException;
    }

    /**
     * Explains every forecast of a time.
     *
     * @param from first decision instant, epoch milliseconds
     * @param until last one
     * @return how many there were
     */
    public synchronized long explainAll(long from, long until, Taker taker) throws IOException {
        Optional<DayRoots> roots = DayRoots.of(run);
        long count = 0;
        for (long day = UtcDays.dayOf(from); day <= UtcDays.dayOf(until); day++) {
            if (!run.files(Datasets.FORECASTS.dataset(), day, day).isEmpty()) {
                DayOfRun read = new DayOfRun(run, roots, days, day);
                long[] decisions = forecasts(read).longs(0);
                for (int row = 0; row < decisions.length; row++) {
                    if (decisions[row] >= from && decisions[row] <= until) {
                        taker.take(explain(read, row));
                        count++;
                    }
                }
            }
        }
        return count;
    }

    /**
     * A feature row as the run wrote it.
     *
     * @param rows of its day
     */
    public record FeatureRow(RowBatch rows, int row) {}

    /** The feature row of a pair at a tick; empty if there is none. */
    public synchronized Optional<FeatureRow> featureRow(String pair, long decisionAt) throws IOException {
        ProvenDay read = days.of(features, UtcDays.dayOf(decisionAt));
        OptionalInt row = read.row(pair, decisionAt);
        return row.isPresent() ? Optional.of(new FeatureRow(read.rows(), row.getAsInt())) : Optional.empty();
    }

    /** One column tells whether the others are worth reading. */
    private Set<String> idsOn(long day, String beginning) throws IOException {
        RowSchema id = new RowSchema(
                Datasets.FORECASTS.dataset(),
                Datasets.FORECASTS.columns().stream()
                        .filter(column ->
                                List.of("prediction_id", Datasets.DECISION_AT).contains(column.name()))
                        .toList(),
                List.of("prediction_id"),
                Datasets.DECISION_AT);
        int at = id.indexOf("prediction_id");
        Set<String> found = new TreeSet<>();
        run.read(id, day, day, batch -> Arrays.stream(batch.strings(at))
                .filter(one -> one.startsWith(beginning))
                .forEach(found::add));
        return found;
    }

    /** Models of one file share their id; the direction's champion stands for them. */
    private static int forecastOf(RowBatch forecasts, String predictionId) {
        List<Integer> found = IntStream.range(0, forecasts.rows())
                .filter(row -> forecasts.strings(PREDICTION_ID)[row].equals(predictionId))
                .boxed()
                .toList();
        return found.stream()
                .filter(row -> forecasts.strings(17)[row].equals("champion")
                        && forecasts.strings(18)[row].equals(Statement.UP))
                .findFirst()
                .orElse(found.get(0));
    }

    private static RowBatch forecasts(DayOfRun day) throws IOException {
        return day.of(Datasets.FORECASTS).day().rows();
    }

    private Explanation explain(DayOfRun day, int row) throws IOException {
        return new Look(day, catalog, features, row).explanation(announced(forecasts(day), row), again);
    }

    private Optional<Announced> announced(RowBatch forecasts, int row) throws IOException {
        Optional<Announced> known = Announced.of(announced, forecasts, row);
        if (known.isEmpty()) {
            announced = Announced.of(run);
            known = Announced.of(announced, forecasts, row);
        }
        return known;
    }

    @Override
    public synchronized void close() {
        again.close();
    }
}
