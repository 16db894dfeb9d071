package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.Fold;
import org.cryptosmarttrader.evaluation.WalkForward;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.training.ForestSettings;
import org.cryptosmarttrader.training.ImportanceMaker;
import org.cryptosmarttrader.training.ModelMaker;
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
    private final Map<Horizon, ForestSettings> forests;
    private final KnownRoots roots;

    /**
     * What came of one horizon as of one instant.
     *
     * @param model folder of the model; empty if none could be trained
     * @param refusal why, null if one was
     */
    public record Outcome(Horizon horizon, Instant asOf, Optional<Path> model, String refusal) {}

    /**
     * @param forests folder of the definitions, models/
     * @throws ConfException if a definition is wrong
     */
    public Training(RunFolder dataset, Configuration conf, List<Horizon> horizons, Path forests) throws IOException {
        this.dataset = dataset;
        this.conf = conf;
        this.catalog = StandardFeatures.with(conf.hiddenMarkov());
        this.forests = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        horizons.forEach(horizon -> this.forests.put(horizon, ForestSettings.read(forests, horizon, faults)));
        ConfException.throwIfAny(faults);
        requireFits();
        this.roots = new KnownRoots(dataset, List.of(Datasets.features(catalog), Datasets.LABELS));
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
     * Trains a horizon's models for a series of refits.
     *
     * @param refits as of when, by what is then trained and held back
     * @param out folder of models; each gets a folder of its own
     */
    public List<Outcome> train(Horizon horizon, List<Fold> refits, Path out) throws IOException {
        return train(horizon, refits, out, false);
    }

    /** @param importance whether to measure what each model owes to its columns; costs a forest per group and one more */
    public List<Outcome> train(Horizon horizon, List<Fold> refits, Path out, boolean importance) throws IOException {
        long last = refits.stream().mapToLong(Fold::asOf).max().orElseThrow();
        TrainingSet all = TrainingSet.read(dataset, catalog, horizon, last);
        OnnxScorer scorer = new OnnxScorer();
        ForestSettings settings = forests.get(horizon);
        ModelMaker maker = new ModelMaker(catalog, conf.grid(), settings, scorer, Version.program());
        Optional<ImportanceMaker> measure = importance
                ? Optional.of(new ImportanceMaker(catalog, conf.grid(), settings, scorer))
                : Optional.empty();
        List<Callable<Outcome>> work = new ArrayList<>();
        for (Fold refit : refits) {
            // a label matures one horizon after its decision
            TrainingSet known = all.between(Long.MIN_VALUE, refit.asOf() - horizon.millis());
            String root = Sha256.hex(roots.asOf(refit.asOf()));
            work.add(() -> train(maker, measure, known, horizon, refit, root, out));
        }
        return sideBySide(work);
    }

    /** A forest grows on one core, so that its bytes are the same on every machine; several grow at a time. */
    private static <T> List<T> sideBySide(List<Callable<T>> work) throws IOException {
        ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> piece : cores.invokeAll(work)) {
                done.add(piece.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new IOException("training: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("training: interrupted", e);
        } finally {
            cores.shutdownNow();
        }
    }

    private Outcome train(
            ModelMaker maker,
            Optional<ImportanceMaker> measure,
            TrainingSet known,
            Horizon horizon,
            Fold refit,
            String root,
            Path out)
            throws IOException {
        Instant asOf = Instant.ofEpochMilli(refit.asOf());
        Optional<ModelMaker.Made> made = maker.make(known, horizon, refit, root);
        if (made.isEmpty()) {
            return new Outcome(horizon, asOf, Optional.empty(), refusal(known, refit));
        }
        Path folder = ModelFolder.write(out, made.get().card(), made.get().onnx());
        if (measure.isPresent()) {
            ModelFolder.write(folder, measure.get().measure(known, horizon, refit, made.get()));
        }
        return new Outcome(horizon, asOf, Optional.of(folder), null);
    }

    private static String refusal(TrainingSet known, Fold refit) {
        int training = known.between(Long.MIN_VALUE, refit.lastTraining()).size();
        int heldBack = known.between(refit.calibrationAfter() + 1, refit.lastCalibration())
                .size();
        return "%,d labels known to train on (%d needed) and %,d to hold back for calibration"
                .formatted(training, ModelMaker.FEWEST_ROWS, heldBack);
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
