package org.cryptosmarttrader.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.app.runs.OnnxScorer;
import org.cryptosmarttrader.app.runs.Version;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.Fold;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.training.HorizonDefinition;
import org.cryptosmarttrader.training.ModelMaker;
import org.cryptosmarttrader.training.Refit;
import org.cryptosmarttrader.training.TrainingSet;
import org.cryptosmarttrader.wire.conf.ConfException;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * A model of the size in use, to be scored.
 *
 * @param folder where it lies
 */
record BenchForest(Horizon horizon, Path folder, byte[] onnx) {

    /** Part of the rows the forests are grown on; the others are held back as in any training. */
    private static final double TRAINING_SHARE = 0.75;

    /**
     * Grows a model for every horizon that a load has labels for.
     *
     * @throws IllegalArgumentException if it has too few for any
     */
    static List<BenchForest> ofEveryHorizon(Load load) throws Exception {
        List<BenchForest> forests = new ArrayList<>();
        for (Horizon horizon : load.plan().settings().horizons()) {
            ifEnough(load, horizon).ifPresent(forests::add);
        }
        if (forests.isEmpty()) {
            throw new IllegalArgumentException(
                    "bench: the span has too few labels for a forest, %d are needed to train on; take a longer one"
                            .formatted(Refit.FEWEST_ROWS));
        }
        return forests;
    }

    /** The model of one horizon; empty if there are too few labels. */
    private static Optional<BenchForest> ifEnough(Load load, Horizon horizon) throws Exception {
        RunFolder dataset = load.dataset();
        FeatureCatalog catalog = load.plan().settings().catalog();
        TrainingSet known =
                TrainingSet.read(dataset, catalog, horizon, load.plan().until());
        List<String> faults = new ArrayList<>();
        HorizonDefinition definition = HorizonDefinition.read(load.forests(), horizon, faults);
        ConfException.throwIfAny(faults);
        ModelMaker maker = new ModelMaker(
                catalog, load.plan().grid(), definition.forestOnly(), new OnnxScorer(), Version.program());
        List<ModelMaker.Made> made = maker.make(
                known, horizon, fold(known, load), dataset.manifest().roots().get("features"));
        return made.isEmpty() ? Optional.empty() : Optional.of(write(horizon, made.get(0), load));
    }

    /** The same file as the model of a statement: it is scored and judged like one, whatever it says. */
    BenchForest about(Statement statement, Load load) throws IOException {
        ModelCard card = ModelFolder.card(folder).about(statement);
        return new BenchForest(horizon, ModelFolder.write(load.newFolder(), card, onnx), onnx);
    }

    private static BenchForest write(Horizon horizon, ModelMaker.Made made, Load load) throws Exception {
        return new BenchForest(horizon, ModelFolder.write(load.newFolder(), made.card(), made.onnx()), made.onnx());
    }

    private static Fold fold(TrainingSet known, Load load) {
        long[] decisions = known.decisions();
        long end = load.plan().until();
        if (decisions.length == 0) {
            return new Fold(end, end, end, end, end, end);
        }
        long lastTraining = decisions[(int) (TRAINING_SHARE * (decisions.length - 1))];
        return new Fold(end, end, lastTraining, lastTraining, decisions[decisions.length - 1], end);
    }
}
