package org.cryptosmarttrader.app.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.app.runs.OnnxScorer;
import org.cryptosmarttrader.app.runs.Version;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.Fold;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.training.HorizonDefinition;
import org.cryptosmarttrader.training.ModelMaker;
import org.cryptosmarttrader.training.Refit;
import org.cryptosmarttrader.training.Targets;
import org.cryptosmarttrader.training.TrainingSet;
import org.cryptosmarttrader.wire.conf.ConfException;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * A model of the size in use, to be scored.
 *
 * @param folder where it lies
 */
record BenchForest(Path folder, byte[] onnx) {

    /** Part of the rows the forests are grown on; the others are held back as in any training. */
    private static final double TRAINING_SHARE = 0.75;

    /**
     * Grows the forests of a horizon on a load.
     *
     * @throws IllegalArgumentException if it has too few labels
     */
    static BenchForest train(Load load, Horizon horizon) throws Exception {
        Grown grown = grown(load, horizon);
        if (grown.refit().refusal().isPresent()) {
            throw new IllegalArgumentException(
                    "bench: the span has too few labels for a forest, %d are needed to train on; take a longer one"
                            .formatted(Refit.FEWEST_ROWS));
        }
        return grown.forest(load);
    }

    /** The same, and one of every statement that is declared; none if there are too few labels. */
    static List<BenchForest> all(Load load, Horizon horizon) throws Exception {
        Grown grown = grown(load, horizon);
        List<BenchForest> all = new ArrayList<>();
        if (grown.refit().refusal().isEmpty()) {
            all.add(grown.forest(load));
            for (Statement statement : load.plan().settings().statements()) {
                Refit about = grown.refit().about(statement, grown.outcomes());
                if (about.refusal().isEmpty()) {
                    all.add(write(grown.maker().state(about), load));
                }
            }
        }
        return all;
    }

    /** What models of a horizon are made of. */
    private record Grown(ModelMaker maker, Refit refit, Targets.Outcomes outcomes) {

        BenchForest forest(Load load) throws Exception {
            return write(maker.make(refit, maker.definition().forest()), load);
        }
    }

    private static Grown grown(Load load, Horizon horizon) throws Exception {
        RunFolder dataset = load.dataset();
        FeatureCatalog catalog = load.plan().settings().catalog();
        long until = load.plan().until();
        TrainingSet known = TrainingSet.read(dataset, catalog, horizon, until);
        List<String> faults = new ArrayList<>();
        HorizonDefinition definition = HorizonDefinition.read(load.forests(), horizon, faults);
        ConfException.throwIfAny(faults);
        ModelMaker maker = new ModelMaker(catalog, load.plan().grid(), definition, new OnnxScorer(), Version.program());
        Refit refit = maker.refit(
                known, horizon, fold(known, load), dataset.manifest().roots().get("features"));
        return new Grown(maker, refit, Targets.Outcomes.read(dataset, horizon, until));
    }

    private static BenchForest write(ModelMaker.Made made, Load load) throws Exception {
        return new BenchForest(ModelFolder.write(load.newFolder(), made.card(), made.onnx()), made.onnx());
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
