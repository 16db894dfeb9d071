package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.Fold;
import org.cryptosmarttrader.evaluation.WalkForward;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.training.ControlMaker;
import org.cryptosmarttrader.training.HorizonDefinition;
import org.cryptosmarttrader.training.ImportanceMaker;
import org.cryptosmarttrader.training.Member;
import org.cryptosmarttrader.training.ModelMaker;
import org.cryptosmarttrader.training.RandomForest;
import org.cryptosmarttrader.training.Refit;
import org.cryptosmarttrader.training.Targets;
import org.cryptosmarttrader.training.TrainingSet;
import org.cryptosmarttrader.wire.conf.ConfException;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.conf.Durations;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.KnownRoots;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** Trains the models of some horizons from one training set, as of one instant or of many. */
public final class Training {

    private final RunFolder dataset;
    private final Configuration conf;
    private final FeatureCatalog catalog;
    private final Map<Horizon, HorizonDefinition> definitions;
    private final KnownRoots roots;

    /**
     * What came of one horizon as of one instant.
     *
     * @param models folders of its members, the forest first, then those of statements; empty if none could be trained
     * @param refusal why, null if they were
     * @param unstated why there is no model of a statement, by its name
     */
    public record Outcome(
            Horizon horizon, Instant asOf, List<Path> models, String refusal, SortedMap<String, String> unstated) {}

    /**
     * A refit whose models are being made.
     *
     * @param refusal why none is; null if some are
     * @param models how many
     */
    private record Begun(String refusal, int models, SortedMap<String, String> unstated) {}

    /**
     * What is measured of forests beside their scores.
     *
     * @param importance what a forest owes to its columns; costs a forest per group and one more
     * @param controls whether its making can be believed; costs two forests
     * @param lastOnly of the last refit only
     */
    public record Extras(boolean importance, boolean controls, boolean lastOnly) {

        public static final Extras NONE = new Extras(false, false, false);

        /** What a backtest can afford. */
        public static final Extras CONTROLS_OF_THE_LAST = new Extras(false, true, true);

        private Extras of(boolean isLast) {
            return lastOnly && !isLast ? NONE : this;
        }
    }

    /**
     * @param definitions folder of the definitions, models/
     * @throws ConfException if a definition is wrong
     */
    public Training(RunFolder dataset, Configuration conf, List<Horizon> horizons, Path definitions)
            throws IOException {
        this.dataset = dataset;
        this.conf = conf;
        this.catalog = StandardFeatures.with(conf.hiddenMarkov());
        this.definitions = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        horizons.forEach(
                horizon -> this.definitions.put(horizon, HorizonDefinition.read(definitions, horizon, faults)));
        ConfException.throwIfAny(faults);
        requireFits();
        this.roots = new KnownRoots(dataset, List.of(Datasets.features(catalog), Datasets.LABELS));
    }

    /**
     * Makes the training set of a run: features and labels of everything from its genesis on.
     *
     * @param out new folder
     */
    static RunFolder set(RunPlan plan, Path out, JobSettings job) throws Exception {
        RunPlan whole = plan.between(plan.genesis(), plan.genesis(), plan.until());
        return BoundedRun.run(whole, whole.manifest("dataset", List.of(), Version.program()), List.of(), out, job);
    }

    private void requireFits() {
        long ticks = dataset.manifest().tickIntervalMillis();
        if (ticks != conf.grid().intervalMillis()) {
            throw new IllegalArgumentException(
                    "training set %s: made with ticks of %s, the settings say %s; add --set cst.ticks.interval=%2$s, or make it again with cst dataset"
                            .formatted(
                                    dataset.root(),
                                    Durations.text(ticks),
                                    Durations.text(conf.grid().intervalMillis())));
        }
        if (!dataset.manifest().fingerprint().equals(catalog.fingerprint(conf.grid()))) {
            throw new IllegalArgumentException(
                    "training set %s: made with other features or ticks (fingerprint %s, this program and conf have %s); make it again with cst dataset"
                            .formatted(
                                    dataset.root(),
                                    dataset.manifest().fingerprint().substring(0, 12),
                                    catalog.fingerprint(conf.grid()).substring(0, 12)));
        }
    }

    /**
     * Trains a horizon's models for a series of refits, with the controls of the last.
     *
     * @param refits as of when, by what is then trained and held back
     * @param out folder of models; each gets a folder of its own
     */
    public List<Outcome> train(Horizon horizon, List<Fold> refits, Path out) throws IOException {
        return train(horizon, refits, out, Extras.CONTROLS_OF_THE_LAST);
    }

    /** The same, with what else is measured of the forests. */
    public List<Outcome> train(Horizon horizon, List<Fold> refits, Path out, Extras extras) throws IOException {
        long last = refits.stream().mapToLong(Fold::asOf).max().orElseThrow();
        TrainingSet all = TrainingSet.read(dataset, catalog, horizon, last);
        HorizonDefinition definition = definitions.get(horizon);
        ModelMaker maker = new ModelMaker(catalog, conf.grid(), definition, new OnnxScorer(), Version.program());
        Targets.Outcomes met = Targets.Outcomes.read(dataset, horizon, last);
        List<Begun> begun = new ArrayList<>();
        try (SideBySide<Path> work = new SideBySide<>()) {
            for (Fold fold : refits) {
                Refit refit = maker.refit(all, horizon, fold, Sha256.hex(roots.asOf(fold.asOf())));
                begun.add(begin(maker, refit, met, extras.of(fold.asOf() == last), work, out));
            }
            return outcomes(horizon, refits, begun, work.done());
        }
    }

    /** Members, then statements; a statement that cannot be trained is left out, with a reason. */
    private Begun begin(
            ModelMaker maker, Refit refit, Targets.Outcomes met, Extras extras, SideBySide<Path> work, Path out) {
        SortedMap<String, String> unstated = new TreeMap<>();
        if (refit.refusal().isPresent()) {
            return new Begun(refit.refusal().get(), 0, unstated);
        }
        int models = 0;
        for (Member member : maker.definition().members()) {
            Extras measured = member.name().equals(RandomForest.NAME) ? extras : Extras.NONE;
            work.add(() -> make(maker, refit, member, measured, out));
            models++;
        }
        for (Statement statement : conf.statements()) {
            Refit about = refit.about(statement, met);
            if (about.refusal().isPresent()) {
                unstated.put(statement.name(), about.refusal().get());
            } else {
                work.add(() -> write(maker.state(about), out));
                models++;
            }
        }
        return new Begun(null, models, unstated);
    }

    /**
     * Takes in a model that was made elsewhere.
     *
     * @param onnx its file
     * @param out folder of models
     * @throws IOException if it is refused, or too few labels are known to try it on
     */
    public Path adopt(Horizon horizon, Fold fold, String member, byte[] onnx, Path out) throws IOException {
        TrainingSet known = TrainingSet.read(dataset, catalog, horizon, fold.asOf());
        ModelMaker maker =
                new ModelMaker(catalog, conf.grid(), definitions.get(horizon), new OnnxScorer(), Version.program());
        Refit refit = maker.refit(known, horizon, fold, Sha256.hex(roots.asOf(fold.asOf())));
        if (refit.refusal().isPresent()) {
            throw new IOException("%s as of %s: %s; choose a later --as-of or a longer dataset"
                    .formatted(
                            horizon,
                            Instant.ofEpochMilli(fold.asOf()),
                            refit.refusal().get()));
        }
        ModelMaker.Made made = maker.adopt(refit, member, onnx);
        return ModelFolder.write(out, made.card(), made.onnx());
    }

    private Path make(ModelMaker maker, Refit refit, Member member, Extras extras, Path out) throws IOException {
        ModelMaker.Made made = maker.make(refit, member);
        Path folder = write(made, out);
        if (extras.importance()) {
            ModelFolder.write(folder, new ImportanceMaker(maker).measure(refit, made));
        }
        if (extras.controls()) {
            ModelFolder.write(folder, new ControlMaker(maker).measure(refit, made));
        }
        return folder;
    }

    private static Path write(ModelMaker.Made made, Path out) throws IOException {
        return ModelFolder.write(out, made.card(), made.onnx(), made.boosters());
    }

    private static List<Outcome> outcomes(Horizon horizon, List<Fold> refits, List<Begun> begun, List<Path> made) {
        List<Outcome> outcomes = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < refits.size(); i++) {
            Begun refit = begun.get(i);
            int first = next;
            next += refit.models();
            outcomes.add(new Outcome(
                    horizon,
                    Instant.ofEpochMilli(refits.get(i).asOf()),
                    List.copyOf(made.subList(first, next)),
                    refit.refusal(),
                    refit.unstated()));
        }
        return outcomes;
    }

    /** The refits of a horizon over a period: the first model is available at its beginning. */
    public static List<Fold> refits(Configuration conf, Horizon horizon, Instant from, Instant until, long every) {
        return walkForward(conf, horizon, from.toEpochMilli(), until.toEpochMilli(), every)
                .folds();
    }

    /** A single fit as of an instant. */
    public static Fold fit(Configuration conf, Horizon horizon, Instant asOf) {
        long available = asOf.toEpochMilli() + WalkForward.FIT_TIME;
        return walkForward(conf, horizon, available, available + TickGrid.HOUR, Long.MAX_VALUE / 4)
                .folds()
                .get(0);
    }

    private static WalkForward walkForward(Configuration conf, Horizon horizon, long from, long until, long every) {
        return new WalkForward(from, until, every, horizon, conf.calibrationMillis(horizon), conf.embargoMillis());
    }
}
