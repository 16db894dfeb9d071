package org.cryptosmarttrader.app.explain;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.ProvenDay;

/** One forecast of a run, looked at step by step. Used once. */
final class Look {

    private static final int PREDICTION_ID = Datasets.FORECASTS.indexOf("prediction_id");

    private final DayOfRun day;
    private final FeatureCatalog catalog;
    private final RowSchema features;
    private final RowBatch forecasts;
    private final int row;
    private final String pair;
    private final long decisionAt;
    private final String horizon;
    private final List<Step> steps = new ArrayList<>();
    private final List<Proof> proofs = new ArrayList<>();
    private Map<String, Object> verdict = Map.of();
    private Map<String, Object> model = Map.of();
    private List<FeatureValue> values = List.of();

    /**
     * @param features the dataset of the catalogue
     * @param row of the day's forecasts
     * @throws IOException if those cannot be read
     */
    Look(DayOfRun day, FeatureCatalog catalog, RowSchema features, int row) throws IOException {
        this.day = day;
        this.catalog = catalog;
        this.features = features;
        this.forecasts = day.of(Datasets.FORECASTS).day().rows();
        this.row = row;
        this.decisionAt = forecasts.longs(0)[row];
        this.pair = forecasts.strings(1)[row];
        this.horizon = forecasts.strings(2)[row];
        sealed("forecast row", day.of(Datasets.FORECASTS), row);
    }

    /**
     * @param announced the model as the run was told of it; empty if nothing told of it
     * @param again makes the forecast again
     */
    Explanation explanation(Optional<Announced> announced, ForecastAgain again) {
        judged();
        Optional<SealedDay> featureDay = featureDay();
        OptionalInt feature = featureDay.map(this::featureRow).orElse(OptionalInt.empty());
        boolean isModelKnown = told(announced);
        if (feature.isPresent()) {
            ProvenDay read = featureDay.get().day();
            values = featureValues(read.rows(), feature.getAsInt());
            if (isModelKnown) {
                identified(announced.get(), read, feature.getAsInt());
                madeAgain(announced.get(), read.rows(), feature.getAsInt(), again);
            }
        }
        return new Explanation(
                day.run(),
                values(Datasets.FORECASTS, forecasts, row),
                verdict,
                model,
                values,
                List.of(),
                List.copyOf(proofs),
                List.copyOf(steps));
    }

    private void sealed(String name, SealedDay of, int number) {
        proofs.add(of.proof(number));
        steps.add(of.step(name));
    }

    private void judged() {
        String statement = forecasts.strings(18)[row];
        boolean isOfDirection = statement.equals(Statement.UP);
        RowSchema schema = isOfDirection ? Datasets.VERDICTS : Datasets.STATEMENTS;
        try {
            SealedDay judged = day.of(schema);
            RowBatch read = judged.day().rows();
            OptionalInt found = isOfDirection
                    ? judged.day().row(pair, decisionAt, horizon)
                    : judged.day().row(pair, decisionAt, horizon, statement);
            String[] ids = read.strings(schema.indexOf("prediction_id"));
            if (found.isPresent() && ids[found.getAsInt()].equals(forecasts.strings(PREDICTION_ID)[row])) {
                verdict = values(schema, read, found.getAsInt());
                sealed("verdict row", judged, found.getAsInt());
            } else {
                steps.add(Step.notLookedAt(
                        "verdict row", "none judges it by itself: it is a challenger, or one vote among the members"));
            }
        } catch (IOException | IllegalStateException e) {
            steps.add(Step.differs("verdict row", "%s", e.getMessage()));
        }
    }

    private Optional<SealedDay> featureDay() {
        try {
            return Optional.of(day.of(features));
        } catch (IOException | IllegalStateException e) {
            steps.add(Step.differs("feature row", "%s", e.getMessage()));
            return Optional.empty();
        }
    }

    private OptionalInt featureRow(SealedDay of) {
        OptionalInt found = of.day().row(pair, decisionAt);
        if (found.isPresent()) {
            sealed("feature row", of, found.getAsInt());
        } else {
            steps.add(Step.differs(
                    "feature row",
                    "there is none of %s at %s; restore %s/run=%s/date=%s from a backup",
                    pair,
                    Instant.ofEpochMilli(decisionAt),
                    features.dataset(),
                    day.run(),
                    of.date()));
        }
        return found;
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
}
