package org.cryptosmarttrader.app.explain;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.FeatureDoc;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.prediction.scoring.TamperedModelException;
import org.cryptosmarttrader.prediction.stages.ForecastAgain;
import org.cryptosmarttrader.provenance.PredictionId;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.serving.explain.Explainer;
import org.cryptosmarttrader.serving.explain.Explanation;
import org.cryptosmarttrader.serving.explain.FeatureValue;
import org.cryptosmarttrader.serving.explain.Proof;
import org.cryptosmarttrader.serving.explain.Step;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.models.ModelCard;
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

    private static final int DAYS_KEPT = 6;
    private static final int PREDICTION_ID = Datasets.FORECASTS.indexOf("prediction_id");
    private static final int DIGITS = 12;

    private final RunFolder run;
    private final FeatureCatalog catalog;
    private final RowSchema features;
    private final ForecastAgain again;
    private final Map<String, ProvenDay> days = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ProvenDay> eldest) {
            return size() > DAYS_KEPT;
        }
    };
    private List<Announced> announced = List.of();

    private RunExplainer(RunFolder run, FeatureCatalog catalog, Configuration conf) {
        this.run = run;
        this.catalog = catalog;
        this.features = Datasets.features(catalog);
        this.again = new ForecastAgain(catalog, conf.grid());
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

    @Override
    public synchronized Optional<Explanation> explain(String predictionId, OptionalLong decidedAt) throws IOException {
        List<Long> searched = decidedAt.isPresent()
                ? List.of(UtcDays.dayOf(decidedAt.getAsLong()))
                : run.daysBackwards(Datasets.FORECASTS.dataset());
        for (long day : searched) {
            if (isOn(day, predictionId)) {
                ProvenDay forecasts = day(Datasets.FORECASTS, day);
                OptionalInt row = forecastOf(forecasts.rows(), predictionId);
                if (row.isPresent()) {
                    return Optional.of(explain(forecasts, row.getAsInt(), day));
                }
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
        long count = 0;
        for (long day = UtcDays.dayOf(from); day <= UtcDays.dayOf(until); day++) {
            if (!run.files(Datasets.FORECASTS.dataset(), day, day).isEmpty()) {
                ProvenDay forecasts = day(Datasets.FORECASTS, day);
                long[] decisions = forecasts.rows().longs(0);
                for (int row = 0; row < decisions.length; row++) {
                    if (decisions[row] >= from && decisions[row] <= until) {
                        taker.take(explain(forecasts, row, day));
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
        RowBatch read = day(features, UtcDays.dayOf(decisionAt)).rows();
        return rows(read, at -> read.longs(0)[at] == decisionAt && read.strings(1)[at].equals(pair)).stream()
                .findFirst()
                .map(row -> new FeatureRow(read, row));
    }

    /** One column tells whether the others are worth reading. */
    private boolean isOn(long day, String predictionId) throws IOException {
        RowSchema id = new RowSchema(
                Datasets.FORECASTS.dataset(),
                Datasets.FORECASTS.columns().stream()
                        .filter(column ->
                                List.of("prediction_id", Datasets.DECISION_AT).contains(column.name()))
                        .toList(),
                List.of("prediction_id"),
                Datasets.DECISION_AT);
        int at = id.indexOf("prediction_id");
        boolean[] found = {false};
        run.read(id, day, day, batch -> found[0] |= forecastIn(batch.strings(at), predictionId));
        return found[0];
    }

    private static boolean forecastIn(String[] ids, String predictionId) {
        return List.of(ids).contains(predictionId);
    }

    /** Models of one file share their id; the direction's champion stands for them. */
    private static OptionalInt forecastOf(RowBatch forecasts, String predictionId) {
        List<Integer> found = rows(forecasts, row -> forecasts.strings(PREDICTION_ID)[row].equals(predictionId));
        return found.stream()
                .filter(row -> forecasts.strings(17)[row].equals("champion")
                        && forecasts.strings(18)[row].equals(Statement.UP))
                .findFirst()
                .or(() -> found.stream().findFirst())
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    private Explanation explain(ProvenDay forecasts, int row, long day) throws IOException {
        return new Looking(forecasts, row, day).explanation();
    }

    private ProvenDay day(RowSchema schema, long day) throws IOException {
        // a run under way grows: the day is read anew when it has another file
        String key = "%s %d %d"
                .formatted(
                        schema.dataset(),
                        day,
                        run.files(schema.dataset(), day, day).hashCode());
        ProvenDay known = days.get(key);
        if (known == null) {
            known = ProvenDay.read(run, schema, day);
            days.put(key, known);
        }
        return known;
    }

    private Optional<Announced> announced(RowBatch forecasts, int row) throws IOException {
        Optional<Announced> known = Announced.of(announced, forecasts, row);
        if (known.isEmpty()) {
            announced = Announced.of(run);
            known = Announced.of(announced, forecasts, row);
        }
        return known;
    }

    private static List<Integer> rows(RowBatch batch, IntPredicate wanted) {
        return IntStream.range(0, batch.rows()).filter(wanted).boxed().toList();
    }

    private static Map<String, Object> values(RowSchema schema, RowBatch rows, int row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int column = 0; column < schema.width(); column++) {
            Object value = rows.value(row, column);
            if (schema.columns().get(column).isInstant()) {
                value = Instant.ofEpochMilli((Long) value).toString();
            } else if (value instanceof Double number && !Double.isFinite(number)) {
                value = null;
            }
            values.put(schema.columns().get(column).name(), value);
        }
        return values;
    }

    /** One forecast as it is looked at. */
    private final class Looking {

        private final ProvenDay day;
        private final RowBatch forecasts;
        private final int row;
        private final long date;
        private final String pair;
        private final long decisionAt;
        private final List<Step> steps = new ArrayList<>();
        private final List<Proof> proofs = new ArrayList<>();
        private Map<String, Object> verdict = Map.of();
        private Map<String, Object> model = Map.of();
        private List<FeatureValue> values = List.of();

        Looking(ProvenDay day, int row, long date) {
            this.day = day;
            this.forecasts = day.rows();
            this.row = row;
            this.date = date;
            this.decisionAt = forecasts.longs(0)[row];
            this.pair = forecasts.strings(1)[row];
        }

        Explanation explanation() throws IOException {
            sealed("forecast row", Datasets.FORECASTS, day, row);
            judged();
            Optional<ProvenDay> featureDay = featureDay();
            OptionalInt feature = featureDay.map(this::featureRow).orElse(OptionalInt.empty());
            Optional<Announced> told = told();
            if (feature.isPresent()) {
                RowBatch read = featureDay.get().rows();
                values = featureValues(read, feature.getAsInt());
                told.ifPresent(one -> madeAgain(one, featureDay.get(), feature.getAsInt()));
            }
            return new Explanation(
                    run.manifest().run(),
                    values(Datasets.FORECASTS, forecasts, row),
                    verdict,
                    model,
                    values,
                    List.of(),
                    List.copyOf(proofs),
                    List.copyOf(steps));
        }

        private void sealed(String name, RowSchema schema, ProvenDay of, int number) throws IOException {
            proofs.add(Proof.of(schema.dataset(), UtcDays.date(date), of.leaf(number), of.proof(number)));
            Optional<DayRoots> roots = DayRoots.of(run);
            if (roots.isEmpty() || run.manifest().roots() == null) {
                steps.add(Step.notLookedAt(
                        name,
                        "it is one of %,d rows of %s on %s under the root %.12s; nothing has sealed that: the run is under way, cst verify makes its rows again",
                        of.rows().rows(),
                        schema.dataset(),
                        UtcDays.date(date),
                        Sha256.hex(of.root())));
                return;
            }
            String found = Sha256.hex(of.root());
            String expected =
                    roots.get().root(schema.dataset(), date).map(Sha256::hex).orElse("none");
            String whole = Sha256.hex(roots.get().runRoot(schema.dataset()));
            String sealed = run.manifest().roots().get(schema.dataset());
            if (!found.equals(expected)) {
                steps.add(Step.differs(
                        name,
                        "the rows of %s on %s have the root %.12s, sealed was %.12s: a row of that day was altered, added or taken away; restore %s from a backup or make the run again",
                        schema.dataset(),
                        UtcDays.date(date),
                        found,
                        expected,
                        folder(schema)));
            } else if (!whole.equals(sealed)) {
                steps.add(Step.differs(
                        name,
                        "the days of %s in roots.json have the root %.12s, run.json says %.12s; one of the two files was altered, restore it from a backup",
                        schema.dataset(),
                        whole,
                        sealed));
            } else {
                steps.add(Step.holds(
                        name,
                        "it is one of %,d rows of %s on %s, their root %.12s one of the days under the run's root %.12s",
                        of.rows().rows(),
                        schema.dataset(),
                        UtcDays.date(date),
                        found,
                        sealed));
            }
        }

        private String folder(RowSchema schema) {
            return "%s/run=%s/date=%s"
                    .formatted(schema.dataset(), run.manifest().run(), UtcDays.date(date));
        }

        private void judged() throws IOException {
            boolean isOfDirection = forecasts.strings(18)[row].equals(Statement.UP);
            RowSchema schema = isOfDirection ? Datasets.VERDICTS : Datasets.STATEMENTS;
            int id = schema.indexOf("prediction_id");
            try {
                ProvenDay judged = day(schema, date);
                Optional<Integer> found = rows(
                                judged.rows(),
                                at -> judged.rows()
                                                .strings(id)[at]
                                                .equals(forecasts.strings(PREDICTION_ID)[row])
                                        && judged.rows().strings(1)[at].equals(pair)
                                        && judged.rows()
                                                .strings(2)[at]
                                                .equals(forecasts.strings(2)[row]))
                        .stream()
                        .findFirst();
                if (found.isPresent()) {
                    verdict = values(schema, judged.rows(), found.get());
                    sealed("verdict row", schema, judged, found.get());
                } else {
                    steps.add(Step.notLookedAt(
                            "verdict row",
                            "none judges it by itself: it is a challenger, or one vote among the members"));
                }
            } catch (IOException | IllegalStateException e) {
                steps.add(Step.differs("verdict row", "%s", e.getMessage()));
            }
        }

        private Optional<ProvenDay> featureDay() {
            try {
                return Optional.of(day(features, date));
            } catch (IOException | IllegalStateException e) {
                steps.add(Step.differs("feature row", "%s", e.getMessage()));
                return Optional.empty();
            }
        }

        private OptionalInt featureRow(ProvenDay of) {
            RowBatch read = of.rows();
            List<Integer> found = rows(read, at -> read.longs(0)[at] == decisionAt && read.strings(1)[at].equals(pair));
            if (found.isEmpty()) {
                steps.add(Step.differs(
                        "feature row",
                        "there is none of %s at %s; restore %s from a backup",
                        pair,
                        Instant.ofEpochMilli(decisionAt),
                        folder(features)));
                return OptionalInt.empty();
            }
            try {
                sealed("feature row", features, of, found.get(0));
            } catch (IOException e) {
                steps.add(Step.differs("feature row", "%s", e.getMessage()));
            }
            return OptionalInt.of(found.get(0));
        }

        private Optional<Announced> told() {
            try {
                Optional<Announced> told = announced(forecasts, row);
                if (told.isEmpty()) {
                    steps.add(Step.differs(
                            "model card",
                            "no announcement of the model %.12s from %s on is in the run's folder",
                            forecasts.strings(4)[row],
                            Instant.ofEpochMilli(forecasts.longs(7)[row])));
                    return told;
                }
                model = ofCard(told.get());
                if (!told.get().hasItsCard()) {
                    steps.add(Step.differs(
                            "model card",
                            "it has SHA-256 %.12s, announced was %.12s: the card was altered; restore it from a backup",
                            told.get().foundCard(),
                            told.get().announcedCard()));
                    return Optional.empty();
                }
                steps.add(Step.holds(
                        "model card",
                        "it is the one announced, SHA-256 %.12s",
                        told.get().foundCard()));
                return told;
            } catch (IOException e) {
                steps.add(Step.differs("model card", "%s", e.getMessage()));
                return Optional.empty();
            }
        }

        private Map<String, Object> ofCard(Announced told) {
            ModelCard card = told.announcement().card();
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("member", card.member());
            said.put("version", card.version());
            said.put("statement", card.statement());
            said.put("file", told.announcement().address());
            said.put("sha256", card.modelSha256());
            said.put("trained_as_of", Instant.ofEpochMilli(card.trainedAsOf()).toString());
            said.put("training_rows", card.training().rows());
            said.put("held_back_rows", card.calibration().rows());
            said.put("training_root", card.trainingRoot());
            said.put("label", card.label());
            said.put("seed", card.seed());
            said.put("parameters", card.parameters());
            said.put("climatology", card.climatology());
            said.put("scores", card.scores());
            said.put("calibration_before_outcomes", card.prior().calibration());
            said.put("made_by", card.madeBy());
            return said;
        }

        private void madeAgain(Announced told, ProvenDay featureDay, int feature) {
            String stated = forecasts.strings(PREDICTION_ID)[row];
            String computed = Sha256.hex(PredictionId.of(
                    featureDay.leaf(feature),
                    Sha256.parse(featureDay.rows().strings(features.indexOf("raw_root"))[feature]),
                    Sha256.parse(told.announcement().card().modelSha256()),
                    Sha256.parse(told.announcement().card().trainingRoot())));
            steps.add(
                    computed.equals(stated)
                            ? Step.holds(
                                    "prediction id",
                                    "it follows from the feature row, the root of its payloads, the model and its training set")
                            : Step.differs(
                                    "prediction id",
                                    "feature row, payloads, model and training set give %.12s, the forecast says %.12s: one of them, or the forecast, was altered",
                                    computed,
                                    stated));
            try {
                RowBatch made = again.of(featureDay.rows(), feature, told.announcement(), told.availableAt());
                compare(made);
            } catch (TamperedModelException | IOException e) {
                steps.add(Step.differs("forecast again", "%s", e.getMessage()));
            }
        }

        private void compare(RowBatch made) {
            RowBatch one = made.select(new int[] {0});
            List<String> differences = Differences.of(Datasets.FORECASTS, one, 0, forecasts, row);
            steps.add(
                    differences.isEmpty()
                            ? Step.holds(
                                    "forecast again",
                                    "the model gives the same %d values of the feature row, bit by bit",
                                    Datasets.FORECASTS.width())
                            : Step.differs(
                                    "forecast again",
                                    "the model gives other values of the feature row (made again, found): %s",
                                    String.join("; ", differences)));
        }

        private List<FeatureValue> featureValues(RowBatch read, int feature) {
            List<FeatureValue> all = new ArrayList<>();
            List<FeatureDoc> docs = catalog.docs();
            for (int column = 0; column < docs.size(); column++) {
                FeatureDoc doc = docs.get(column);
                double value = read.doubles(Datasets.FEATURES_FROM + column)[feature];
                all.add(new FeatureValue(
                        doc.name(),
                        Double.isFinite(value) ? value : null,
                        doc.unit(),
                        doc.group(),
                        doc.meaning(),
                        doc.memory()));
            }
            return all;
        }
    }

    @Override
    public synchronized void close() {
        again.close();
    }
}
