package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.runs.OnnxScorer;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.training.Contributions;
import org.cryptosmarttrader.training.FeatureRow;
import org.cryptosmarttrader.training.ModelScorer;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.runs.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst models contributions}: what one forecast owes to each column. */
@Command(
        name = "contributions",
        mixinStandardHelpOptions = true,
        description = "Show what one forecast of a forest or booster owes to each column (TreeSHAP).")
public final class ModelsContributionsCommand implements Callable<Integer> {

    private static final int SHOWN = 15;

    @Mixin
    private Common common;

    @Mixin
    private SettingsOptions settings;

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "folder of the model, with its card")
    private Path model;

    @Option(
            names = "--dataset",
            required = true,
            paramLabel = "DIR",
            description = "output of cst dataset, backtest or replay, for the row")
    private Path dataset;

    @Option(names = "--pair", required = true, paramLabel = "PAIR", description = "canonical pair, e.g. BTC/USD")
    private String pair;

    @Option(
            names = "--at",
            required = true,
            paramLabel = "T",
            converter = InstantWord.class,
            description = "decision instant of the row, UTC, e.g. 2013-11-30T00:00:05Z")
    private Instant at;

    /**
     * What is printed as JSON.
     *
     * @param scaledReturn what the model itself says
     * @param pUp what the model itself says
     */
    private record Result(
            String horizon,
            String member,
            String version,
            String pair,
            String at,
            double scaledReturn,
            double pUp,
            List<Contributions> contributions) {}

    @Override
    public Integer call() throws Exception {
        Configuration conf = settings.read();
        FeatureCatalog catalog = StandardFeatures.with(conf.hiddenMarkov());
        ModelCard card = ModelFolder.announce(model).card();
        card.requireFits(catalog, conf.grid());
        RunFolder run = RunFolder.open(dataset);
        if (!run.manifest().fingerprint().equals(card.fingerprint())) {
            throw new IllegalArgumentException(
                    "dataset %s: made with other features or ticks than the model %s; name the dataset it was trained on, or one made alike"
                            .formatted(dataset, model));
        }
        float[] row = FeatureRow.read(run, catalog, pair, at.toEpochMilli());
        ModelScorer.Scores scores = new OnnxScorer().score(ModelFolder.onnx(model), catalog.size(), row, 1);
        List<Contributions> all = new ArrayList<>();
        for (String output : outputs(card)) {
            all.add(Contributions.of(output, ModelFolder.booster(model, output), row, catalog.names()));
        }
        common.say(
                "%s %s of %s at %s: expected return %.4f volatilities, P(up) %.4f",
                card.horizon(), card.member(), pair, at, scores.scaledReturns()[0], scores.risesLikely()[0]);
        all.forEach(this::show);
        common.result(new Result(
                card.horizon(),
                card.member(),
                card.version(),
                pair,
                at.toString(),
                scores.scaledReturns()[0],
                scores.risesLikely()[0],
                all));
        return 0;
    }

    /** The model of a statement grows trees for its probability alone. */
    private static List<String> outputs(ModelCard card) {
        return card.statement().equals(Statement.UP) ? List.of("scaled_return", "p_up") : List.of("p_up");
    }

    private void show(Contributions contributions) {
        common.say("%s: base %+.5f", contributions.output(), contributions.base());
        contributions.parts().stream()
                .limit(SHOWN)
                .forEach(part -> common.say(
                        "  %+.5f  %-28s %s",
                        part.contribution(), part.column(), part.value() == null ? "missing" : part.value()));
        double others = contributions.parts().stream()
                .skip(SHOWN)
                .mapToDouble(Contributions.Part::contribution)
                .sum();
        common.say(
                "  %+.5f  the other %d",
                others, Math.max(0, contributions.parts().size() - SHOWN));
        common.say("  %+.5f  sum", contributions.sum());
    }
}
