package org.cryptosmarttrader.app.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.runs.Training;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.Fold;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.runs.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst models register}: an ONNX model made elsewhere, tried and given a card. */
@Command(
        name = "register",
        mixinStandardHelpOptions = true,
        description = "Try an ONNX model that was made elsewhere on a dataset, and file it with a card.")
public final class ModelsRegisterCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Mixin
    private SettingsOptions settings;

    @Mixin
    private ForestsOption definitions;

    @Option(names = "--onnx", required = true, paramLabel = "FILE", description = "the model")
    private Path onnx;

    @Option(names = "--dataset", required = true, paramLabel = "DIR", description = "output of cst dataset")
    private Path dataset;

    @Option(
            names = "--horizon",
            required = true,
            paramLabel = "H",
            description = "how far ahead it looks: 1h, 24h, 168h or 720h")
    private String horizon;

    @Option(
            names = "--member",
            required = true,
            paramLabel = "NAME",
            description = "what to call it: small letters, digits, _ and -; not the name of a member that is made here")
    private String member;

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "T",
            converter = InstantWord.class,
            description = "instant up to which it knows anything, UTC; a date means 00:00")
    private Instant asOf;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder of the models, new or not")
    private Path out;

    /** What is printed as JSON. */
    private record Result(String horizon, String member, String model, String sha256) {}

    @Override
    public Integer call() throws Exception {
        if (!Files.isRegularFile(onnx)) {
            throw new IllegalArgumentException(
                    "model %s: no such file; name the ONNX file you exported with --onnx".formatted(onnx));
        }
        Configuration conf = settings.read();
        Horizon ahead = Horizon.parse(horizon);
        Fold fold = Training.fit(conf, ahead, asOf);
        Training training = new Training(RunFolder.open(dataset), conf, List.of(ahead), definitions.folder());
        Path folder = training.adopt(ahead, fold, member, Files.readAllBytes(onnx), out);
        ModelCard card = ModelFolder.card(folder);
        common.say("%s", TrainSummary.made(card, folder));
        common.say(
                "its scores are honest only if it learnt from decisions up to %s and no later",
                Instant.ofEpochMilli(fold.lastTraining()));
        common.result(new Result(ahead.label(), member, folder.toString(), card.modelSha256()));
        return 0;
    }
}
