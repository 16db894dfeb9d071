package org.cryptosmarttrader.wire.models;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.drift.Deciles;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.uncertainty.Calibration;
import org.cryptosmarttrader.uncertainty.Novelty;
import org.cryptosmarttrader.uncertainty.ScoreHistogram;
import org.cryptosmarttrader.wire.Required;

/**
 * What a model is made of and what it may be used for. Equal inputs give equal bytes: no clock, no host, no path.
 *
 * @param horizon e.g. {@code 24h}
 * @param member of the ensemble, e.g. {@code forest}
 * @param statement what P(up), climatology, scores and prior are of: {@code up}, or the name of another statement. A card that
 *     says nothing is of {@code up}
 * @param version unique within horizon and member, ordered as text
 * @param modelSha256 of the ONNX file
 * @param features columns in order
 * @param fingerprint of the catalogue the training set was made with
 * @param tickIntervalMillis bar length
 * @param label id of the label definition
 * @param trainedAsOf instant up to which anything was known to the training, epoch milliseconds
 * @param training rows that grew the model
 * @param calibration rows held back behind them
 * @param trainingRoot root over the run roots of features and labels
 * @param seed of the row and column draws
 * @param parameters of the training, by name
 * @param climatology share of positive returns among the training labels, or of those the statement was true of
 * @param scores on the rows held back, by name
 * @param prior what the rows held back say of the model's errors, until the graph has its own outcomes
 * @param novelty what training rows looked like, to recognise a row unlike them
 * @param finiteShare share of training rows in which a feature was there, by column
 * @param deciles how the training rows' columns were distributed, to notice when they drift
 * @param madeBy name and version of the trainer
 */
public record ModelCard(
        @Required String horizon,
        @Required String member,
        String statement,
        @Required String version,
        @Required String modelSha256,

        @Required List<String> features,

        @Required String fingerprint,
        long tickIntervalMillis,
        String label,
        long trainedAsOf,
        @Required Span training,
        @Required Span calibration,
        @Required String trainingRoot,
        long seed,
        @Required SortedMap<String, String> parameters,
        double climatology,
        SortedMap<String, Double> scores,
        @Required Prior prior,
        @Required Familiar novelty,
        double[] finiteShare,
        Deciles deciles,
        String madeBy) {

    public ModelCard {
        statement = statement == null ? Statement.UP : statement;
    }

    /** The card of the same file as the model of a statement, under its name. */
    public ModelCard about(Statement other) {
        return new ModelCard(
                horizon,
                other.name(),
                other.name(),
                version,
                modelSha256,
                features,
                fingerprint,
                tickIntervalMillis,
                label,
                trainedAsOf,
                training,
                calibration,
                trainingRoot,
                seed,
                parameters,
                climatology,
                scores,
                prior,
                novelty,
                finiteShare,
                deciles,
                madeBy);
    }

    /**
     * Rows by the time of their decisions.
     *
     * @param from first decision instant, epoch milliseconds
     * @param until last decision instant
     */
    public record Span(long from, long until, long rows) {}

    /**
     * What the rows held back say of the model's errors.
     *
     * @param independentOutcomes how many independent outcomes they hold
     * @param calibration kind of the map from the model's probability to the one borne out
     * @param numbers that make the map
     * @param errors histogram of nonconformity scores on the grid of {@code uncertainty.ScoreHistogram}, as its bytes in
     *     base64
     */
    public record Prior(
            double independentOutcomes,
            @Required String calibration,
            @Required double[] numbers,
            @Required String errors) {

        public static Prior of(double independentOutcomes, Calibration calibration, ScoreHistogram errors) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                errors.write(new DataOutputStream(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Prior(
                    independentOutcomes,
                    calibration.kind(),
                    calibration.numbers(),
                    Base64.getEncoder().encodeToString(bytes.toByteArray()));
        }

        /** The map in force until the graph has its own outcomes. */
        public Calibration map() {
            return Calibration.of(calibration, numbers);
        }

        public ScoreHistogram scores() {
            byte[] bytes = Base64.getDecoder().decode(errors);
            try {
                return ScoreHistogram.read(new DataInputStream(new ByteArrayInputStream(bytes)));
            } catch (IOException e) {
                throw new UncheckedIOException("model card: prior.errors is damaged; train the model again", e);
            }
        }
    }

    /**
     * @param medians by column
     * @param deviations median absolute deviations by column
     * @param quantiles of the training rows' own unusualness, 0 to 100 per cent
     */
    public record Familiar(
            @Required double[] medians,
            @Required double[] deviations,
            @Required double[] quantiles) {

        public static Familiar of(Novelty novelty) {
            return new Familiar(novelty.medians(), novelty.mads(), novelty.quantiles());
        }

        public Novelty toNovelty() {
            return new Novelty(medians, deviations, quantiles);
        }
    }

    /** What is only looked at when a forecast is judged has to be there before it is made. */
    private void requireWhole() {
        try {
            Horizon.parse(horizon);
            Sha256.parse(modelSha256);
            Sha256.parse(trainingRoot);
            prior.map();
            prior.scores();
            novelty.toNovelty();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new StaleCardException("%s %s: its card is damaged (%s); train the %s %s again"
                    .formatted(member, horizon, e.getMessage(), horizon, member));
        }
    }

    /**
     * @throws StaleCardException if the card is damaged, or the model was trained on other columns than the catalogue's
     */
    public void requireFits(FeatureCatalog catalog, TickGrid grid) {
        requireWhole();
        List<String> names = catalog.names();
        for (int column = 0; column < Math.max(names.size(), features.size()); column++) {
            String expected = column < names.size() ? names.get(column) : "nothing";
            String found = column < features.size() ? features.get(column) : "nothing";
            if (!expected.equals(found)) {
                throw new StaleCardException(
                        "%s %s: card lists %d columns, catalogue has %d, first difference at %d (card %s, catalogue %s); train the %s %s again"
                                .formatted(
                                        member,
                                        horizon,
                                        features.size(),
                                        names.size(),
                                        column,
                                        found,
                                        expected,
                                        horizon,
                                        member));
            }
        }
        if (!fingerprint.equals(catalog.fingerprint(grid))) {
            throw new StaleCardException(
                    "%s %s: same column names, but units, memories or the tick interval differ from the catalogue's (fingerprint %.12s, catalogue %.12s); train the %s %s again"
                            .formatted(member, horizon, fingerprint, catalog.fingerprint(grid), horizon, member));
        }
    }
}
