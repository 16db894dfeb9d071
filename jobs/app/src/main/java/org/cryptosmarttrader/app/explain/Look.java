package org.cryptosmarttrader.app.explain;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.FeatureDoc;
import org.cryptosmarttrader.prediction.scoring.TamperedModelException;
import org.cryptosmarttrader.prediction.stages.ForecastAgain;
import org.cryptosmarttrader.provenance.PredictionId;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.serving.explain.Explanation;
import org.cryptosmarttrader.serving.explain.FeatureValue;
import org.cryptosmarttrader.serving.explain.Proof;
import org.cryptosmarttrader.serving.explain.Step;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.DayRoots;
import org.cryptosmarttrader.wire.runs.ProvenDay;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** One forecast of a run, looked at step by step. Used once. */
final class Look {

    private static final int PREDICTION_ID = Datasets.FORECASTS.indexOf("prediction_id");

    private final RunFolder run;
    private final Optional<DayRoots> roots;
    private final FeatureCatalog catalog;
    private final RowSchema features;
    private final KeptDays days;
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

    /**
     * @param roots sealed with the run; empty while it is under way
     * @param day the forecasts of the day
     * @param row the one looked at
     * @param date the day, since 1970-01-01
     */
    Look(
            RunFolder run,
            Optional<DayRoots> roots,
            FeatureCatalog catalog,
            KeptDays days,
            ProvenDay day,
            int row,
            long date) {
        this.run = run;
        this.roots = roots;
        this.catalog = catalog;
        this.features = Datasets.features(catalog);
        this.days = days;
        this.day = day;
        this.forecasts = day.rows();
        this.row = row;
        this.date = date;
        this.decisionAt = forecasts.longs(0)[row];
        this.pair = forecasts.strings(1)[row];
    }

    /**
     * @param announced the model as the run was told of it; empty if nothing told of it
     * @param again makes the forecast again
     */
    Explanation explanation(Optional<Announced> announced, ForecastAgain again) {
        sealed("forecast row", Datasets.FORECASTS, day, row);
        judged();
        Optional<ProvenDay> featureDay = featureDay();
        OptionalInt feature = featureDay.map(this::featureRow).orElse(OptionalInt.empty());
        boolean isModelKnown = told(announced);
        if (feature.isPresent()) {
            values = featureValues(featureDay.get().rows(), feature.getAsInt());
            if (isModelKnown) {
                identified(announced.get(), featureDay.get(), feature.getAsInt());
                madeAgain(announced.get(), featureDay.get().rows(), feature.getAsInt(), again);
            }
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

    private void sealed(String name, RowSchema schema, ProvenDay of, int number) {
        proofs.add(Proof.of(schema.dataset(), UtcDays.date(date), of.leaf(number), of.proof(number)));
        if (run.manifest().roots() == null) {
            steps.add(Step.notLookedAt(
                    name,
                    "it is one of %,d rows of %s on %s under the root %.12s; nothing has sealed that: the run is under way, cst verify makes its rows again",
                    of.rows().rows(),
                    schema.dataset(),
                    UtcDays.date(date),
                    Sha256.hex(of.root())));
            return;
        }
        if (roots.isEmpty()) {
            steps.add(
                    Step.differs(
                            name,
                            "the run has ended, but its roots.json is gone: without it no row is led to the run's root; restore it from a backup, or make the run again"));
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
        return "%s/run=%s/date=%s".formatted(schema.dataset(), run.manifest().run(), UtcDays.date(date));
    }

    private void judged() {
        boolean isOfDirection = forecasts.strings(18)[row].equals(Statement.UP);
        RowSchema schema = isOfDirection ? Datasets.VERDICTS : Datasets.STATEMENTS;
        int id = schema.indexOf("prediction_id");
        try {
            ProvenDay judged = days.of(schema, date);
            Optional<Integer> found = rows(
                            judged.rows(),
                            at -> judged.rows().strings(id)[at].equals(forecasts.strings(PREDICTION_ID)[row])
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
                        "verdict row", "none judges it by itself: it is a challenger, or one vote among the members"));
            }
        } catch (IOException | IllegalStateException e) {
            steps.add(Step.differs("verdict row", "%s", e.getMessage()));
        }
    }

    private Optional<ProvenDay> featureDay() {
        try {
            return Optional.of(days.of(features, date));
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
        sealed("feature row", features, of, found.get(0));
        return OptionalInt.of(found.get(0));
    }

    private boolean told(Optional<Announced> announced) {
        if (announced.isEmpty()) {
            steps.add(Step.differs(
                    "model card",
                    "no announcement of the model %.12s from %s on is in the run's folder",
                    forecasts.strings(4)[row],
                    Instant.ofEpochMilli(forecasts.longs(7)[row])));
            return false;
        }
        Announced told = announced.get();
        model = ofCard(told);
        steps.add(
                told.hasItsCard()
                        ? Step.holds("model card", "it is the one announced, SHA-256 %.12s", told.foundCard())
                        : Step.differs(
                                "model card",
                                "it has SHA-256 %.12s, announced was %.12s: the card was altered; restore it from a backup",
                                told.foundCard(),
                                told.announcedCard()));
        return told.hasItsCard();
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

    private void identified(Announced told, ProvenDay featureDay, int feature) {
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
    }

    private void madeAgain(Announced told, RowBatch read, int feature, ForecastAgain again) {
        List<String> differences;
        try {
            RowBatch made = again.of(read, feature, told.announcement(), told.availableAt());
            differences = Differences.of(Datasets.FORECASTS, made, 0, forecasts, row);
        } catch (TamperedModelException | IOException e) {
            steps.add(Step.differs("forecast again", "%s", e.getMessage()));
            return;
        }
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

    static List<Integer> rows(RowBatch batch, IntPredicate wanted) {
        return IntStream.range(0, batch.rows()).filter(wanted).boxed().toList();
    }
}
