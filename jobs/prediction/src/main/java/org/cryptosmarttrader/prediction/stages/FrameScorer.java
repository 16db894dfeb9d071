package org.cryptosmarttrader.prediction.stages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.MissingGroups;
import org.cryptosmarttrader.judgement.Forecast;
import org.cryptosmarttrader.prediction.flow.Frame;
import org.cryptosmarttrader.prediction.flow.PairRow;
import org.cryptosmarttrader.prediction.scoring.ModelsInForce;
import org.cryptosmarttrader.prediction.scoring.OnnxModel;
import org.cryptosmarttrader.prediction.scoring.UnusableModelException;
import org.cryptosmarttrader.provenance.MerkleTree;
import org.cryptosmarttrader.provenance.PredictionId;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.uncertainty.Novelty;
import org.cryptosmarttrader.wire.models.ModelCard;

/** Turns a frame and a model into forecasts. Not thread-safe. */
final class FrameScorer {

    /** Groups of features that a pair's own market must give; others may be absent and degrade the forecast. */
    private static final List<String> MANDATORY = List.of("price", "volume", "calendar");

    /** A feature absent from most of the training set taught the model nothing, so its absence refuses nothing. */
    private static final double TAUGHT = 0.5;

    private final FeatureCatalog catalog;
    private final TickGrid grid;
    private final int volatility;
    private final FeatureRowsOut featureRows;
    /** What each model knows of its training set, by hash; models of one training set share it. */
    private final Map<String, Familiar> familiars = new TreeMap<>();

    private List<PairRow> rows;
    private List<byte[]> rawRoots;
    private float[] matrix;
    private List<byte[]> leaves;

    FrameScorer(FeatureCatalog catalog, TickGrid grid) {
        this.catalog = catalog;
        this.grid = grid;
        this.volatility = catalog.indexOf("rv_cc_168");
        this.featureRows = new FeatureRowsOut(catalog);
    }

    /** Makes ready what all models of a tick need. */
    void begin(Frame next) {
        rows = next.listed();
        rawRoots = rows.stream()
                .map(row -> next.groups().get(Symbols.quote(row.pair())).rawRoot())
                .toList();
        matrix = matrix(rows);
        leaves = featureRows.encoded(next).stream().map(MerkleTree::leaf).toList();
        familiars.values().forEach(Familiar::forget);
    }

    /** Forgets models no longer in force. */
    void keep(Set<String> hashes) {
        familiars.keySet().retainAll(hashes);
    }

    private float[] matrix(List<PairRow> listed) {
        float[] cells = new float[listed.size() * catalog.size()];
        int at = 0;
        for (PairRow row : listed) {
            for (double value : row.features()) {
                cells[at++] = (float) value;
            }
        }
        return cells;
    }

    /**
     * The forecasts of one model for the frame begun last.
     *
     * @throws UnusableModelException if the model fails on these rows
     */
    List<Forecast> score(ModelsInForce.Active active, OnnxModel model) throws UnusableModelException {
        ModelCard card = active.announcement().card();
        OnnxModel.Scores scores = model.score(matrix);
        double root = Math.sqrt(Horizon.parse(card.horizon()).bars(grid));
        List<Familiar.Reading> readings = familiar(card).readings();
        byte[] modelHash = Sha256.parse(card.modelSha256());
        byte[] trainingRoot = Sha256.parse(card.trainingRoot());
        List<Forecast> forecasts = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            PairRow row = rows.get(i);
            Familiar.Reading reading = readings.get(i);
            forecasts.add(new Forecast(
                    row.pair(),
                    row.features()[volatility] * root,
                    Forecast.number(scores.scaledReturns()[i]),
                    Forecast.probability(scores.risesLikely()[i]),
                    reading.novelty(),
                    reading.missingGroups(),
                    reading.missingMandatory(),
                    row.quote().barsSinceNewest(),
                    predictionId(i, modelHash, trainingRoot)));
        }
        return forecasts;
    }

    /** The pairs of the frame begun last, of which the model to be judged says nothing. */
    List<Forecast> withoutModel(Horizon horizon) {
        double root = Math.sqrt(horizon.bars(grid));
        return rows.stream()
                .map(row -> Forecast.none(
                        row.pair(),
                        row.features()[volatility] * root,
                        row.quote().barsSinceNewest()))
                .toList();
    }

    private Familiar familiar(ModelCard card) {
        Familiar familiar = familiars.get(card.modelSha256());
        // one file may be announced with another card
        if (familiar == null || !familiar.isOf(card)) {
            familiar = familiars.values().stream()
                    .filter(known -> known.isOf(card))
                    .findFirst()
                    .orElseGet(() -> new Familiar(card));
            familiars.put(card.modelSha256(), familiar);
        }
        return familiar;
    }

    /** How the rows of a frame look to the models of one training set. */
    private final class Familiar {

        private final ModelCard card;
        private final Novelty novelty;
        /** By column: whether the model learnt anything from it, and whether the pair's own market should give it. */
        private final boolean[] taught;

        private final boolean[] mandatory;
        private final MissingGroups missingGroups;
        private List<Reading> ofFrame;

        /**
         * @param missingGroups groups of taught features missing as a whole, blanks between
         * @param missingMandatory number of taught features missing that the pair's own market should give
         */
        record Reading(Novelty.Reading novelty, String missingGroups, int missingMandatory) {}

        Familiar(ModelCard card) {
            this.card = card;
            this.novelty = card.novelty().toNovelty();
            this.taught = new boolean[catalog.size()];
            this.mandatory = new boolean[taught.length];
            for (int column = 0; column < taught.length; column++) {
                taught[column] = card.finiteShare()[column] >= TAUGHT;
                mandatory[column] = taught[column] && MANDATORY.contains(catalog.group(column));
            }
            this.missingGroups = catalog.missingGroups(column -> taught[column]);
        }

        boolean isOf(ModelCard other) {
            return Arrays.equals(card.novelty().medians(), other.novelty().medians())
                    && Arrays.equals(
                            card.novelty().deviations(), other.novelty().deviations())
                    && Arrays.equals(card.novelty().quantiles(), other.novelty().quantiles())
                    && Arrays.equals(card.finiteShare(), other.finiteShare());
        }

        void forget() {
            ofFrame = null;
        }

        List<Reading> readings() {
            if (ofFrame == null) {
                ofFrame = rows.stream().map(row -> reading(row.features())).toList();
            }
            return ofFrame;
        }

        private Reading reading(double[] features) {
            return new Reading(
                    novelty.read(features, 0, column -> taught[column]),
                    missingGroups.of(features),
                    missingMandatory(features));
        }

        private int missingMandatory(double[] features) {
            int missing = 0;
            for (int column = 0; column < features.length; column++) {
                missing += mandatory[column] && Double.isNaN(features[column]) ? 1 : 0;
            }
            return missing;
        }
    }

    private String predictionId(int index, byte[] modelHash, byte[] trainingRoot) {
        return Sha256.hex(PredictionId.of(leaves.get(index), rawRoots.get(index), modelHash, trainingRoot));
    }
}
