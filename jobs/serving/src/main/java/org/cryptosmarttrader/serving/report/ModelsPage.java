package org.cryptosmarttrader.serving.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.serving.plot.Markup;
import org.cryptosmarttrader.wire.WholeFile;
import org.cryptosmarttrader.wire.models.Importance;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;

/** The cards of the models a run judged, beside what they did in it: one page, no script, no network. */
public final class ModelsPage {

    /** The page, in the run's folder. */
    public static final String PAGE = "models.html";

    private static final int DIGITS = 12;

    /** A model on the page; {@code card} says whether its card was found. */
    public record Listed(String horizon, String member, String version, String forest, boolean card, long rows) {}

    private ModelsPage() {}

    /**
     * Reads the run and writes the page into its folder, replacing an earlier one.
     *
     * @param models folder in which cards are looked for, by hash
     * @param horizon the only one shown, e.g. {@code 24h}; null for all
     * @return the models shown, by horizon in the order of their first use
     * @throws IOException if a file of the run or a card is damaged
     * @throws IllegalArgumentException if the run has no such horizon
     */
    public static List<Listed> write(RunFolder run, Path models, String horizon) throws IOException {
        List<String> chosen = chosen(run.manifest(), horizon);
        List<ModelHistory> histories = histories(run, models, chosen);
        WholeFile.replace(run.root().resolve(PAGE), of(run.manifest(), chosen, histories));
        return histories.stream()
                .map(model -> new Listed(
                        model.horizon(),
                        model.use().member(),
                        model.use().version(),
                        model.use().forest(),
                        model.card() != null,
                        model.use().rows()))
                .toList();
    }

    private static List<String> chosen(RunManifest manifest, String horizon) {
        List<String> all = manifest.horizons().stream()
                .map(Horizon::parse)
                .sorted()
                .map(Horizon::label)
                .toList();
        if (horizon != null && !all.contains(horizon)) {
            throw new IllegalArgumentException(
                    "run %s: no horizon %s, it has %s".formatted(manifest.run(), horizon, String.join(", ", all)));
        }
        return horizon == null ? all : List.of(horizon);
    }

    private static List<ModelHistory> histories(RunFolder run, Path models, List<String> horizons) throws IOException {
        ForecastTally forecasts = ForecastTally.of(run);
        ModelOutcomes outcomes = ModelOutcomes.of(run, forecasts);
        Map<String, Map<String, DriftHistory>> drift = DriftHistory.of(run);
        Map<String, Path> folders = folders(models);
        List<ModelHistory> histories = new ArrayList<>();
        for (String horizon : horizons) {
            for (ForestUse use : forecasts.forests(horizon)) {
                Path folder = folders.get(horizon + " " + use.forest());
                histories.add(ModelHistory.of(
                        horizon,
                        use,
                        folder == null ? null : ModelFolder.card(folder),
                        importance(folder),
                        outcomes.of(horizon, use.forest()),
                        drift.getOrDefault(horizon, Map.of()).get(use.forest())));
            }
        }
        return histories;
    }

    /** Folders by horizon and hash. */
    private static Map<String, Path> folders(Path models) throws IOException {
        Map<String, Path> folders = new TreeMap<>();
        for (Path folder : Files.isDirectory(models) ? ModelFolder.list(models) : List.<Path>of()) {
            ModelCard card = ModelFolder.card(folder);
            folders.put(card.horizon() + " " + card.modelSha256(), folder);
        }
        return folders;
    }

    private static Importance importance(Path folder) throws IOException {
        return folder != null && ModelFolder.hasImportance(folder) ? ModelFolder.importance(folder) : null;
    }

    static String of(RunManifest run, List<String> horizons, List<ModelHistory> models) {
        Markup page = new Markup();
        ReportStyle.head(page, "models: " + run.run());
        page.open("body").open("main");
        page.element("h1", "The models that were judged");
        page.element(
                "p",
                "What each model of run %s is made of, and what it really did there: every figure below the card is made from the run's own rows."
                        .formatted(run.run()));
        page.open("nav", "aria-label", "models");
        models.forEach(model -> page.element("a", name(model), "href", "#" + anchor(model)));
        page.close();
        for (String horizon : horizons) {
            if (models.stream().noneMatch(model -> model.horizon().equals(horizon))) {
                page.element("h2", "Horizon " + horizon);
                page.element(
                        "p", "No model of this horizon forecast in this run: none was in force.", "class", "faint");
            }
            models.stream()
                    .filter(model -> model.horizon().equals(horizon))
                    .forEach(model -> new ModelSection(run, model, page).add());
        }
        page.close().close().close();
        return "<!DOCTYPE html>\n" + page;
    }

    static String name(ModelHistory model) {
        return "%s %s %s"
                .formatted(model.horizon(), model.use().member(), model.use().version());
    }

    static String anchor(ModelHistory model) {
        return "m%s-%s".formatted(model.horizon(), shortened(model.use().forest()));
    }

    static String shortened(String hash) {
        return hash.substring(0, Math.min(DIGITS, hash.length()));
    }
}
