package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.runs.ModelEvents;
import org.cryptosmarttrader.serving.report.ModelsPage;
import org.cryptosmarttrader.wire.runs.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst models page}: the cards of the models a run judged, beside what they did in it. */
@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        description = "Make a page of the models a run judged: where each comes from, and what it really did.")
public final class ModelsPageCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Option(names = "--run", required = true, paramLabel = "RUN", description = "output of cst backtest or cst replay")
    private Path run;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "folder in which the cards lie (default: models/ in the run)")
    private Path models;

    @Option(names = "--horizon", paramLabel = "H", description = "the only one shown (default: all of the run)")
    private String horizon;

    @Override
    public Integer call() throws Exception {
        RunFolder folder = RunFolder.open(run);
        Path cards = models == null ? ModelEvents.models(run) : models;
        List<ModelsPage.Listed> shown = ModelsPage.write(folder, cards, horizon);
        long withoutCard = shown.stream().filter(model -> !model.card()).count();
        if (withoutCard > 0) {
            common.warn("models %s: no card of %d of the %d models of the run; name their folder with --models"
                    .formatted(cards, withoutCard, shown.size()));
        }
        common.say("page       %s, %d models", run.resolve(ModelsPage.PAGE), shown.size());
        common.result(shown);
        return 0;
    }
}
