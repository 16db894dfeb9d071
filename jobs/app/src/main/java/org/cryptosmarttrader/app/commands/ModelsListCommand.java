package org.cryptosmarttrader.app.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.runs.ModelEvents;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.runs.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst models list}: the models of a folder with what they scored and what they were made of. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List the models of a folder: held-back scores, and the root of what they were trained on.")
public final class ModelsListCommand implements Callable<Integer> {

    private static final String LINE = "%-8s %-12s %-40s %-20s %-12s %8s %7s  %s";
    private static final int DIGITS = 12;

    @Mixin
    private Common common;

    @Option(
            names = {"--models", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "folder of models, e.g. the --out of cst train or of cst backtest")
    private Path models;

    /**
     * A model, for {@code --json}.
     *
     * @param brier on the block held back; null if it does not exist
     * @param trainingRoot root over the features and labels it was trained on
     */
    private record Listed(
            String horizon,
            String member,
            String version,
            String asOf,
            String sha256,
            Double brier,
            Double auc,
            String trainingRoot,
            String folder) {

        static Listed of(Path folder) throws Exception {
            ModelCard card = ModelFolder.announce(folder).card();
            return new Listed(
                    card.horizon(),
                    card.member(),
                    card.version(),
                    Instant.ofEpochMilli(card.trainedAsOf()).toString(),
                    card.modelSha256(),
                    card.scores().get("brier"),
                    card.scores().get("auc"),
                    card.trainingRoot(),
                    folder.toString());
        }
    }

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(models)) {
            throw new IllegalArgumentException(
                    "models %s: no such folder; name the --out of cst train or the models/ of a backtest"
                            .formatted(models));
        }
        List<Listed> all = new ArrayList<>();
        for (Path folder : ModelFolder.list(RunFolder.isAt(models) ? ModelEvents.models(models) : models)) {
            all.add(Listed.of(folder));
        }
        if (all.isEmpty()) {
            common.say("no model in %s; cst train and cst backtest make some", models);
            common.result(all);
            return 0;
        }
        all.sort(Comparator.comparing((Listed listed) -> Horizon.parse(listed.horizon()))
                .thenComparing(Listed::member)
                .thenComparing(Listed::version));
        common.say(LINE, "horizon", "member", "version", "as of", "sha256", "Brier", "AUC", "trained on");
        for (Listed model : all) {
            common.say(
                    LINE,
                    model.horizon(),
                    model.member(),
                    model.version(),
                    model.asOf(),
                    model.sha256().substring(0, DIGITS),
                    score(model.brier(), 4),
                    score(model.auc(), 3),
                    model.trainingRoot().substring(0, DIGITS));
        }
        common.result(all);
        return 0;
    }

    private static String score(Double score, int decimals) {
        return score == null ? "–" : ("%." + decimals + "f").formatted(score);
    }
}
