package org.cryptosmarttrader.prediction.stages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.judgement.Forecast;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.flow.Frame;
import org.cryptosmarttrader.prediction.flow.PairRow;
import org.cryptosmarttrader.prediction.scoring.Champions;
import org.cryptosmarttrader.prediction.scoring.OnnxModel;
import org.cryptosmarttrader.provenance.MerkleTree;
import org.cryptosmarttrader.provenance.PredictionId;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.uncertainty.Novelty;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowEncoder;
import org.cryptosmarttrader.wire.runs.Datasets;

/** Turns a frame and a model into forecasts. Not thread-safe. */
final class FrameScorer {

    /** Groups of features that a pair's own market must give; others may be absent and degrade the forecast. */
    private static final List<String> MANDATORY = List.of("price", "volume", "calendar");

    /** A feature absent from most of the training set taught the model nothing, so its absence refuses nothing. */
    private static final double TAUGHT = 0.5;

    private final GraphSettings settings;
    private final FeatureCatalog catalog;
    private final int volatility;
    private final FeatureRowsOut featureRows;
    private final RowEncoder encoder;
    private final Map<String, Novelty> novelties = new TreeMap<>();
    private Frame frame;
    private float[] matrix;
    private List<byte[]> leaves;

    FrameScorer(GraphSettings settings) {
        this.settings = settings;
        this.catalog = settings.catalog();
        this.volatility = catalog.indexOf("rv_cc_168");
        this.featureRows = new FeatureRowsOut(catalog);
        this.encoder = new RowEncoder(Datasets.features(catalog));
    }

    /** Makes ready what all models of a tick need. */
    void begin(Frame next) {
        frame = next;
        matrix = matrix(next);
        leaves = leaves(next);
    }

    private float[] matrix(Frame next) {
        int features = catalog.size();
        float[] cells = new float[next.listed().size() * features];
        int at = 0;
        for (PairRow row : next.listed()) {
            for (double value : row.features()) {
                cells[at++] = (float) value;
            }
        }
        return cells;
    }

    private List<byte[]> leaves(Frame next) {
        RowBatch rows = featureRows.features(next);
        List<byte[]> ofRows = new ArrayList<>(rows.rows());
        for (int row = 0; row < rows.rows(); row++) {
            ofRows.add(MerkleTree.leaf(encoder.row(rows, row)));
        }
        return ofRows;
    }

    /** The forecasts of one model for the frame begun last. */
    List<Forecast> score(Champions.Active active, OnnxModel model) throws IOException {
        ModelCard card = active.announcement().card();
        OnnxModel.Scores scores = model.score(matrix);
        double root = Math.sqrt(Horizon.parse(card.horizon()).bars(settings.grid()));
        Novelty novelty = novelty(card);
        double[] finiteShare = card.finiteShare();
        IntPredicate taught = column -> finiteShare[column] >= TAUGHT;
        byte[] modelHash = Sha256.parse(card.modelSha256());
        byte[] trainingRoot = Sha256.parse(card.trainingRoot());
        List<Forecast> forecasts = new ArrayList<>(frame.listed().size());
        for (int i = 0; i < frame.listed().size(); i++) {
            PairRow row = frame.listed().get(i);
            forecasts.add(new Forecast(
                    row.pair(),
                    row.features()[volatility] * root,
                    Forecast.number(scores.scaledReturns()[i]),
                    Forecast.probability(scores.risesLikely()[i]),
                    novelty.read(row.features(), 0, taught),
                    String.join(" ", catalog.missingGroups(row.features(), taught)),
                    missingMandatory(row.features(), taught),
                    row.quote().barsSinceNewest(),
                    predictionId(i, row, modelHash, trainingRoot)));
        }
        return forecasts;
    }

    private Novelty novelty(ModelCard card) {
        return novelties.computeIfAbsent(
                card.modelSha256(), absent -> card.novelty().toNovelty());
    }

    private int missingMandatory(double[] features, IntPredicate taught) {
        int missing = 0;
        for (int column = 0; column < features.length; column++) {
            boolean isMissing = Double.isNaN(features[column]) && taught.test(column);
            if (isMissing && MANDATORY.contains(catalog.group(column))) {
                missing++;
            }
        }
        return missing;
    }

    private String predictionId(int index, PairRow row, byte[] modelHash, byte[] trainingRoot) {
        byte[] rawRoot = frame.groups().get(Symbols.quote(row.pair())).rawRoot();
        return Sha256.hex(PredictionId.of(leaves.get(index), rawRoot, modelHash, trainingRoot));
    }
}
