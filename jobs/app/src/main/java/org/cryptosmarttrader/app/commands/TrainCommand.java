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
import org.cryptosmarttrader.app.runs.Training;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.serving.report.ImportancePage;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.conf.Configuration;
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

/** {@code cst train}: forests from a dataset, as of an instant. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Train forests on what was known by an instant.")
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
                    "also measure what each model owes to its columns, on the block held back: permutes them, and grows the forest again without each group, so it takes several times as long")
    private boolean importance;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description =
                    "archive the dataset was made from, whose trials this training is counted among (default: a ledger beside the dataset)")
    private Path archive;

    @Mixin
    private TrialsOption trials;

    /** What is printed as JSON. */
    private record Result(String horizon, String model, String sha256, Importance importance, String refusal) {}

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
        List<Result> results = new ArrayList<>();
        for (Horizon horizon : wanted) {
            Training.Outcome outcome = training.train(
                            horizon, List.of(Training.fit(conf, horizon, asOf)), out, importance)
                    .get(0);
            results.add(show(horizon, outcome));
            if (outcome.model().isPresent()) {
                ledger.add(trial(run.manifest(), outcome.model().get()));
            }
        }
        common.say("recorded   as trials in %s", ledger.folder().resolve(TrialLedger.LINES));
        common.result(results);
        return results.stream().allMatch(result -> result.refusal() == null) ? 0 : 1;
    }

    private Trial trial(RunManifest made, Path model) throws IOException {
        ModelCard card = Json.read(model.resolve("card.json"), ModelCard.class);
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

    private Result show(Horizon horizon, Training.Outcome outcome) throws Exception {
        Optional<Path> model = outcome.model();
        if (model.isEmpty()) {
            common.say("%s", TrainSummary.refused(horizon, outcome.refusal()));
            return new Result(horizon.label(), null, null, null, outcome.refusal());
        }
        ModelCard card = Json.read(model.get().resolve("card.json"), ModelCard.class);
        common.say("%s", TrainSummary.made(card, model.get()));
        return new Result(horizon.label(), model.get().toString(), card.modelSha256(), importance(model.get()), null);
    }

    /** @return null if it was not asked for */
    private Importance importance(Path model) throws IOException {
        if (!importance) {
            return null;
        }
        Importance measured = ModelFolder.importance(model);
        ImportanceSummary.lines(measured).forEach(line -> common.say("%s", line));
        common.say("importance %s", ImportancePage.write(model, measured));
        return measured;
    }
}
