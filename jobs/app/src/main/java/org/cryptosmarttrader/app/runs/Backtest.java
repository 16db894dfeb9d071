package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.Fold;
import org.cryptosmarttrader.evaluation.WalkForward;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest.Activation;

/**
 * Walk-forward: the training set once, the forests as of each date, then the whole graph with the sequence of forests. The
 * graph is the one that runs live; there is no second backtester.
 *
 * @param retrain time from one training to the next, milliseconds; {@link #NEVER} if nothing is trained here
 * @param elsewhere folders of models that were made elsewhere and are heard beside those made here
 * @param progress told what is done
 */
public record Backtest(
        RunPlan plan, Path forests, long retrain, List<Path> elsewhere, Path out, JobSettings job, Progress progress) {

    /** Nothing is trained; every forecast is one of models made elsewhere. */
    public static final long NEVER = 0;

    /** Where the training set of a backtest lies in its output. */
    public static final String TRAINING_SET = "training-set";

    /** Refits of a horizon whose refusals are shown. */
    private static final int MOST_SHOWN = 3;

    /** Told what is done. */
    @FunctionalInterface
    public interface Progress {
        void say(String form, Object... values);
    }

    /** With the models made here alone. */
    public Backtest(RunPlan plan, Path forests, long retrain, Path out, JobSettings job, Progress progress) {
        this(plan, forests, retrain, List.of(), out, job, progress);
    }

    public RunFolder run() throws Exception {
        requireFree();
        for (Path models : elsewhere) {
            ModelEvents.requireFit(models, plan.settings().catalog(), plan.grid());
        }
        if (retrain != NEVER) {
            RunFolder dataset = trainingSet();
            for (Horizon horizon : plan.settings().horizons()) {
                train(dataset, horizon);
            }
        }
        for (Path models : elsewhere) {
            ModelEvents.take(models, out);
        }
        List<Activation> models = ModelEvents.announce(out, card -> card.trainedAsOf() + WalkForward.FIT_TIME);
        progress.say("%d models announced, each an hour after it was trained", models.size());
        return BoundedRun.run(
                plan, plan.manifest("backtest", models, Version.program()), ModelEvents.archives(out), out, job);
    }

    /** A backtest that did not come to its end leaves its training set behind. */
    private void requireFree() throws IOException {
        RunFolder.requireFree(out);
        if (Files.exists(out.resolve(TRAINING_SET))) {
            throw new IOException(
                    "output %s: holds the training set of a backtest that did not end; choose another --out or remove the folder"
                            .formatted(out));
        }
    }

    /** Features and labels of everything from the genesis on. */
    private RunFolder trainingSet() throws Exception {
        RunFolder dataset = Training.set(plan, out.resolve(TRAINING_SET), job);
        progress.say(
                "training set: %,d feature rows, %,d labels",
                dataset.manifest().rows().get("features"),
                dataset.manifest().rows().get("labels"));
        return dataset;
    }

    private void train(RunFolder dataset, Horizon horizon) throws IOException {
        Training training = new Training(dataset, plan.conf(), List.of(horizon), forests);
        List<Fold> refits = Training.refits(
                plan.conf(),
                horizon,
                Instant.ofEpochMilli(plan.emitFrom()),
                Instant.ofEpochMilli(plan.until()),
                retrain);
        List<Training.Outcome> outcomes = training.train(horizon, refits, ModelEvents.models(out));
        long trained =
                outcomes.stream().filter(outcome -> outcome.refusal() == null).count();
        progress.say("%-5s %d of %d refits trained", horizon, trained, refits.size());
        for (Training.Outcome outcome : outcomes) {
            for (Path model : outcome.models()) {
                ModelFolder.controls(model)
                        .ifPresent(tried -> ControlsSummary.lines(tried).forEach(line -> progress.say("%s", line)));
            }
        }
        outcomes.stream()
                .filter(outcome -> !outcome.unstated().isEmpty())
                .limit(MOST_SHOWN)
                .forEach(outcome -> outcome.unstated()
                        .forEach((statement, reason) ->
                                progress.say("      %s as of %s refused: %s", statement, outcome.asOf(), reason)));
        String refusals = outcomes.stream()
                .filter(outcome -> outcome.refusal() != null)
                .map(outcome -> "      as of %s refused: %s".formatted(outcome.asOf(), outcome.refusal()))
                .limit(MOST_SHOWN)
                .collect(Collectors.joining("\n"));
        if (!refusals.isEmpty()) {
            progress.say("%s", refusals);
        }
    }
}
