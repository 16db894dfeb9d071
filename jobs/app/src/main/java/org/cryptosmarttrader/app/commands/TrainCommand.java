package org.cryptosmarttrader.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.runs.ControlsSummary;
import org.cryptosmarttrader.app.runs.Training;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.serving.report.ImportancePage;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.models.Controls;
import org.cryptosmarttrader.wire.models.Importance;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;
import org.cryptosmarttrader.wire.trials.Trial;
import org.cryptosmarttrader.wire.trials.TrialLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst train}: models from a dataset, as of an instant. */
@Command(name = "train", mixinStandardHelpOptions = true, description = "Train models on what was known by an instant.")
public final class TrainCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Mixin
    private SettingsOptions settings;

    @Mixin
    private ForestsOption forests;

    @Option(names = "--dataset", required = true, paramLabel = "DIR", description = "output of cst dataset")
    private Path dataset;

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "T",
            converter = InstantWord.class,
            description = "instant up to which labels are known, UTC; a date means 00:00")
    private Instant asOf;

    @Option(
            names = "--horizon",
            split = ",",
            paramLabel = "H",
            description = "how far ahead: 1h, 24h, 168h or 720h (default: all of the dataset)")
    private List<String> horizons = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder of the models, new or not")
    private Path out;

    @Option(
            names = "--importance",
            description =
                    "also measure what each forest owes to its columns, on the block held back: permutes them, and grows the forest again without each group, so it takes several times as long")
    private boolean importance;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description =
                    "archive the dataset was made from, whose trials this training is counted among (default: a ledger beside the dataset)")
    private Path archive;

    @Mixin
    private TrialsOption trials;

    @Option(
            names = "--controls",
            description =
                    "also try the making of each forest: on labels dealt out to the wrong rows it must find nothing, and it must find a signal planted in one column; takes two forests more, exit 1 if a control fails")
    private boolean controls;

    /** What is printed as JSON. */
    private record Result(
            String horizon,
            String member,
            String model,
            String sha256,
            Importance importance,
            Controls controls,
            String refusal) {

        /** Whether there is a model, or only that of a statement is missing, and no control of it failed. */
        boolean isGood() {
            boolean isMissing = refusal != null && member == null;
            return !isMissing && (controls == null || controls.passed());
        }
    }

    @Override
    public Integer call() throws Exception {
        Configuration conf = settings.read();
        RunFolder run = RunFolder.open(dataset);
        List<Horizon> wanted = (horizons.isEmpty() ? run.manifest().horizons() : horizons)
                .stream().map(Horizon::parse).toList();
        Training training = new Training(run, conf, wanted, forests.folder());
        if (archive != null) {
            Archive.open(archive);
        }
        TrialLedger ledger = trials.ofArchive(archive == null ? dataset : archive);
        ledger.requireWritable();
        Training.Extras extras = new Training.Extras(importance, controls, false);
        List<Result> results = new ArrayList<>();
        for (Horizon horizon : wanted) {
            Training.Outcome outcome = training.train(horizon, List.of(Training.fit(conf, horizon, asOf)), out, extras)
                    .get(0);
            results.addAll(show(horizon, outcome));
            for (Path model : outcome.models()) {
                ledger.add(trial(run.manifest(), ModelFolder.card(model)));
            }
        }
        if (results.stream().anyMatch(result -> result.model() != null)) {
            common.say("recorded   as trials in %s", ledger.folder().resolve(TrialLedger.LINES));
        }
        common.result(results);
        return results.stream().allMatch(Result::isGood) ? 0 : 1;
    }

    private Trial trial(RunManifest made, ModelCard card) {
        SortedMap<String, String> varied = new TreeMap<>(card.parameters());
        varied.putAll(settings.overrides());
        varied.put("seed", Long.toString(card.seed()));
        return new Trial(
                "%s-%s-%s".formatted(card.horizon(), card.member(), card.version()),
                Trial.TRAIN,
                card.madeBy(),
                made.configHash(),
                made.archive() == null ? null : made.archive().content(),
                Instant.ofEpochMilli(card.training().from()).toString(),
                Instant.ofEpochMilli(card.trainedAsOf()).toString(),
                List.of(card.horizon()),
                varied,
                null,
                card.scores(),
                null,
                null);
    }

    private List<Result> show(Horizon horizon, Training.Outcome outcome) throws Exception {
        if (outcome.refusal() != null) {
            common.say("%s", TrainSummary.refused(horizon, outcome.refusal()));
            return List.of(new Result(horizon.label(), null, null, null, null, null, outcome.refusal()));
        }
        List<Result> results = new ArrayList<>();
        for (Path model : outcome.models()) {
            ModelCard card = ModelFolder.card(model);
            common.say("%s", TrainSummary.made(card, model));
            results.add(new Result(
                    horizon.label(),
                    card.member(),
                    model.toString(),
                    card.modelSha256(),
                    importance(model),
                    controls(model),
                    null));
        }
        outcome.unstated().forEach((statement, reason) -> {
            common.say("%s", TrainSummary.unstated(horizon, statement, reason));
            results.add(new Result(horizon.label(), statement, null, null, null, null, reason));
        });
        return results;
    }

    /** @return null if they were not asked for, or are not of a forest */
    private Controls controls(Path model) throws IOException {
        Optional<Controls> tried = controls ? ModelFolder.controls(model) : Optional.empty();
        tried.ifPresent(one -> ControlsSummary.lines(one).forEach(line -> common.say("%s", line)));
        return tried.orElse(null);
    }

    /** @return null if it was not asked for, or is not of a forest */
    private Importance importance(Path model) throws IOException {
        if (!importance || !ModelFolder.hasImportance(model)) {
            return null;
        }
        Importance measured = ModelFolder.importance(model);
        ImportanceSummary.lines(measured).forEach(line -> common.say("%s", line));
        common.say("importance %s", ImportancePage.write(model, measured));
        return measured;
    }
}
