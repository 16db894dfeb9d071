package org.cryptosmarttrader.training;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.drift.Deciles;
import org.cryptosmarttrader.evaluation.Fold;
import org.cryptosmarttrader.evaluation.ProbabilityForecasts;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.judgement.Forecast;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.uncertainty.Calibration;
import org.cryptosmarttrader.uncertainty.CalibrationRule;
import org.cryptosmarttrader.uncertainty.IndependentOutcomes;
import org.cryptosmarttrader.uncertainty.Novelty;
import org.cryptosmarttrader.uncertainty.OutcomeHistogram;
import org.cryptosmarttrader.uncertainty.ScoreHistogram;
import org.cryptosmarttrader.wire.models.ModelCard;

/**
 * Makes the model of one horizon as of one instant: grows two forests on the training block, tries them on the block held
 * back, and writes down both.
 *
 * @param catalog of the training set
 * @param grid of the training set
 * @param settings of the forests
 * @param scorer the engine the job uses
 * @param madeBy name and version of this program
 */
public record ModelMaker(
        FeatureCatalog catalog, TickGrid grid, ForestSettings settings, ModelScorer scorer, String madeBy) {

    private static final String MEMBER = "forest";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    static final int SCORING_BATCH = 1_024;

    /** A model and its card. */
    public record Made(ModelCard card, byte[] onnx) {}

    /** Fewest rows worth a forest. */
    public static final int FEWEST_ROWS = 200;

    /**
     * @param known rows whose labels matured by the instant of the fold, at least
     * @param trainingRoot root over what the rows were read from
     * @return empty if the training or the calibration block holds too few rows
     * @throws IOException if the engine refuses the model
     */
    public Optional<Made> make(TrainingSet known, Horizon horizon, Fold fold, String trainingRoot) throws IOException {
        TrainingSet training = known.between(Long.MIN_VALUE, fold.lastTraining());
        TrainingSet heldBack = known.between(fold.calibrationAfter() + 1, fold.lastCalibration());
        if (training.size() < FEWEST_ROWS || heldBack.size() == 0) {
            return Optional.empty();
        }
        byte[] onnx = grow(training, settings);
        Registration.requireUsable(scorer, onnx, training.columns(), heldBack.features());
        return Optional.of(new Made(card(training, heldBack, horizon, fold, trainingRoot, onnx), onnx));
    }

    static byte[] grow(TrainingSet training, ForestSettings settings) {
        TrainingSet sample = training.sample(settings.mostRows(), settings.seed());
        float[] scaled = new float[sample.size()];
        float[] ups = new float[sample.size()];
        for (int row = 0; row < sample.size(); row++) {
            scaled[row] = (float) sample.scaled()[row];
            ups[row] = sample.values()[row] > 0 ? 1 : 0;
        }
        return OnnxForests.write(
                Forest.grow(sample.features(), sample.columns(), scaled, settings),
                Forest.grow(sample.features(), sample.columns(), ups, settings),
                sample.columns());
    }

    private ModelCard card(
            TrainingSet training, TrainingSet heldBack, Horizon horizon, Fold fold, String trainingRoot, byte[] onnx)
            throws IOException {
        String hash = Sha256.hex(Sha256.of(onnx));
        double climatology =
                Arrays.stream(training.values()).filter(value -> value > 0).count() / (double) training.size();
        ModelScorer.Scores scores = scorer.score(onnx, heldBack.columns(), heldBack.features(), SCORING_BATCH);
        return new ModelCard(
                horizon.label(),
                MEMBER,
                STAMP.format(Instant.ofEpochMilli(fold.asOf())) + "-" + hash.substring(0, 8),
                hash,
                catalog.names(),
                catalog.fingerprint(grid),
                grid.intervalMillis(),
                "scaled return to the last close within the horizon",
                fold.asOf(),
                span(training),
                span(heldBack),
                trainingRoot,
                settings.seed(),
                settings.describe(training.size()),
                climatology,
                scores(heldBack, scores, climatology),
                prior(heldBack, scores, horizon, climatology),
                ModelCard.Familiar.of(
                        Novelty.of(training.size(), training.columns(), (row, column) -> training.features()[
                                row * training.columns() + column])),
                finiteShare(training),
                Deciles.of(training.size(), training.columns(), (row, column) -> training.features()[
                        row * training.columns() + column]),
                madeBy);
    }

    private static ModelCard.Span span(TrainingSet rows) {
        return new ModelCard.Span(rows.decisions()[0], rows.decisions()[rows.size() - 1], rows.size());
    }

    private static SortedMap<String, Double> scores(
            TrainingSet heldBack, ModelScorer.Scores scores, double climatology) {
        double[] probabilities = new double[heldBack.size()];
        double[] ups = new double[heldBack.size()];
        double[] base = new double[heldBack.size()];
        for (int row = 0; row < heldBack.size(); row++) {
            probabilities[row] = Forecast.probability(scores.risesLikely()[row]);
            ups[row] = heldBack.values()[row] > 0 ? 1 : 0;
            base[row] = climatology;
        }
        ProbabilityForecasts forecasts = ProbabilityForecasts.of(probabilities, ups, base);
        SortedMap<String, Double> named = new TreeMap<>();
        named.put("brier", forecasts.brier());
        named.put("brier_skill", forecasts.brierSkill());
        named.put("auc", forecasts.areaUnderCurve());
        named.put("log_loss", forecasts.logLoss());
        named.put("ece", forecasts.calibrationError());
        // a score that does not exist (one class only) is left out, not written as a number
        named.values().removeIf(score -> score.isNaN());
        return named;
    }

    private ModelCard.Prior prior(
            TrainingSet heldBack, ModelScorer.Scores scores, Horizon horizon, double climatology) {
        int bars = horizon.bars(grid);
        OutcomeHistogram outcomes = new OutcomeHistogram();
        ScoreHistogram errors = new ScoreHistogram();
        IndependentOutcomes independent = new IndependentOutcomes(bars);
        for (int row = 0; row < heldBack.size(); row++) {
            outcomes.add(Forecast.probability(scores.risesLikely()[row]), heldBack.values()[row] > 0);
            errors.add(Math.abs(heldBack.scaled()[row] - scores.scaledReturns()[row]));
            independent.add(grid.barAt(heldBack.decisions()[row]));
        }
        double weeks =
                (double) (heldBack.decisions()[heldBack.size() - 1] - heldBack.decisions()[0]) / (7 * TickGrid.DAY);
        Calibration calibration = new CalibrationRule(horizon, bars).fit(outcomes, weeks, climatology);
        return ModelCard.Prior.of(independent.count(), calibration, errors);
    }

    private static double[] finiteShare(TrainingSet training) {
        double[] shares = new double[training.columns()];
        for (int column = 0; column < shares.length; column++) {
            int finite = 0;
            for (int row = 0; row < training.size(); row++) {
                if (!Float.isNaN(training.features()[row * training.columns() + column])) {
                    finite++;
                }
            }
            shares[column] = (double) finite / training.size();
        }
        return shares;
    }
}
