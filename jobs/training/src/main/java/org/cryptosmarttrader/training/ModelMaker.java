package org.cryptosmarttrader.training;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.Fold;
import org.cryptosmarttrader.evaluation.ProbabilityForecasts;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.judgement.Forecast;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.uncertainty.Calibration;
import org.cryptosmarttrader.uncertainty.CalibrationRule;
import org.cryptosmarttrader.uncertainty.IndependentOutcomes;
import org.cryptosmarttrader.uncertainty.OutcomeHistogram;
import org.cryptosmarttrader.uncertainty.ScoreHistogram;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.models.ModelFolder;

/**
 * Makes the models of one horizon as of one instant: grows each member on the training block, tries it on the block held back,
 * and writes down both.
 *
 * @param catalog of the training set
 * @param grid of the training set
 * @param definition of the horizon's models
 * @param scorer the engine the job uses
 * @param madeBy name and version of this program
 */
public record ModelMaker(
        FeatureCatalog catalog, TickGrid grid, HorizonDefinition definition, ModelScorer scorer, String madeBy) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    static final int SCORING_BATCH = 1_024;

    /**
     * A model and its card.
     *
     * @param boosters see {@link Member.Grown}; the card names their hashes
     */
    public record Made(ModelCard card, byte[] onnx, SortedMap<String, byte[]> boosters) {}

    /**
     * Makes every member of a refit, one after the other.
     *
     * @param known rows whose labels matured by the instant of the fold, at least
     * @param trainingRoot root over what the rows were read from
     * @return the forest first; empty if the training or the calibration block holds too few rows
     * @throws IOException if the engine refuses a model
     */
    public List<Made> make(TrainingSet known, Horizon horizon, Fold fold, String trainingRoot) throws IOException {
        Refit refit = refit(known, horizon, fold, trainingRoot);
        List<Made> made = new ArrayList<>();
        if (refit.refusal().isEmpty()) {
            for (Member member : definition.members()) {
                made.add(make(refit, member));
            }
        }
        return made;
    }

    /** A refit whose members can then be made side by side. */
    public Refit refit(TrainingSet known, Horizon horizon, Fold fold, String trainingRoot) {
        return new Refit(known, definition.sampling(), grid, horizon, fold, trainingRoot);
    }

    /**
     * Makes one member of a refit that refuses nothing. Safe to be called from several threads.
     *
     * @throws IOException if the engine refuses the model
     */
    public Made make(Refit refit, Member member) throws IOException {
        return tried(refit, member.name(), member.seed(), member.grow(refit.lesson(), scorer));
    }

    /**
     * Makes the model of a statement out of a refit about it that refuses nothing: grown as the forest is. Safe to be called
     * from several threads.
     *
     * @throws IOException if the engine refuses the model
     */
    public Made state(Refit refit) throws IOException {
        Member forest = definition.forest();
        return tried(refit, refit.statement(), forest.seed(), forest.grow(refit.lesson(), scorer));
    }

    /**
     * Takes in a model that was made elsewhere, and treats it like any other: tried on the block held back, with a card. That it
     * did not learn from that block cannot be seen here.
     *
     * @param member what to call it, none of {@link HorizonDefinition#names()}
     * @param onnx its file
     * @throws IOException if the name or the model is refused
     */
    public Made adopt(Refit refit, String member, byte[] onnx) throws IOException {
        if (!member.matches(ModelFolder.MEMBER)) {
            throw new IOException(
                    "member '%s': expected a small letter, then small letters, digits, _, - or .; choose another with --member"
                            .formatted(member));
        }
        if (HorizonDefinition.names().contains(member)) {
            throw new IOException(
                    "member '%s': is the name of one that is made here, as are %s; choose another with --member"
                            .formatted(member, HorizonDefinition.names()));
        }
        if (Statement.isName(member)) {
            throw new IOException(
                    "member '%s': is the name of a statement, and the model of it would be called so; choose another with --member"
                            .formatted(member));
        }
        Registration.requireForm(onnx, catalog.size());
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put("made", "elsewhere");
        parameters.put("source_sha256", Sha256.hex(Sha256.of(onnx)));
        return tried(refit, member, 0, new Member.Grown(onnx, parameters));
    }

    private Made tried(Refit refit, String member, long seed, Member.Grown grown) throws IOException {
        TrainingSet heldBack = refit.heldBack();
        Registration.requireUsable(scorer, grown.onnx(), heldBack.columns(), heldBack.features());
        ModelScorer.Scores scores = scorer.score(grown.onnx(), heldBack.columns(), heldBack.features(), SCORING_BATCH);
        Registration.requireNumbers(scores);
        grown.boosters().forEach((output, booster) -> grown.parameters()
                .put(ModelFolder.boosterHash(output), Sha256.hex(Sha256.of(booster))));
        return new Made(card(refit, member, seed, grown, scores), grown.onnx(), grown.boosters());
    }

    private ModelCard card(Refit refit, String member, long seed, Member.Grown grown, ModelScorer.Scores scores) {
        TrainingSet training = refit.lesson().rows();
        TrainingSet heldBack = refit.heldBack();
        Horizon horizon = refit.horizon();
        Fold fold = refit.fold();
        String hash = Sha256.hex(Sha256.of(grown.onnx()));
        double climatology = Climatology.upShare(training);
        return new ModelCard(
                horizon.label(),
                member,
                refit.statement(),
                version(refit, hash),
                hash,
                catalog.names(),
                catalog.fingerprint(grid),
                grid.intervalMillis(),
                "scaled return to the last close within the horizon",
                fold.asOf(),
                span(training),
                span(heldBack),
                refit.trainingRoot(),
                seed,
                grown.parameters(),
                climatology,
                scores(heldBack, scores, climatology),
                prior(heldBack, scores, horizon, climatology),
                ModelCard.Familiar.of(refit.lesson().novelty()),
                refit.finiteShare(),
                refit.lesson().deciles(),
                madeBy);
    }

    /** Two statements that all labels answer alike have files of one hash, and yet folders of their own. */
    private static String version(Refit refit, String hash) {
        String version = STAMP.format(Instant.ofEpochMilli(refit.fold().asOf())) + "-" + hash.substring(0, 8);
        return refit.statement().equals(Statement.UP) ? version : version + "-" + refit.statement();
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
}
