package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.Commit;
import org.cryptosmarttrader.wire.archive.DayFilesWriter;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.models.ModelAnnouncement;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.models.StaleCardException;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.RunManifest.Activation;

/** The announcements of a run's models as a small archive of their own, read beside the archive of the market. */
public final class ModelEvents {

    private static final String FOLDER = "model-events";
    private static final String MODELS = "models";

    private ModelEvents() {}

    /** Where a run keeps the models it was given. */
    public static Path models(Path run) {
        return run.resolve(MODELS);
    }

    /** The archives of announcements a run has: one, or none. */
    public static List<Path> archives(Path run) {
        return Files.isDirectory(run.resolve(FOLDER)) ? List.of(run.resolve(FOLDER)) : List.of();
    }

    /**
     * Looks at models before a run of hours begins.
     *
     * @param models folder of models, as {@code cst models register} leaves it
     * @throws IOException if there is none in it, or one is damaged
     * @throws StaleCardException if one was made for other columns
     */
    static void requireFit(Path models, FeatureCatalog catalog, TickGrid grid) throws IOException {
        List<Path> folders = ModelFolder.list(models);
        if (folders.isEmpty()) {
            throw new IOException("--models %s: %s; register one with cst models register"
                    .formatted(
                            models, Files.isDirectory(models) ? "holds no model" + orWhere(models) : "no such folder"));
        }
        for (Path folder : folders) {
            ModelFolder.announce(folder).card().requireFits(catalog, grid);
        }
    }

    /** Others take a run's folder where this takes that of its models. */
    private static String orWhere(Path models) {
        return Files.isDirectory(models(models)) ? ", %s may be meant".formatted(models(models)) : "";
    }

    /** Takes models into the folder a run keeps its own in. */
    static void take(Path models, Path run) throws IOException {
        for (Path folder : ModelFolder.list(models)) {
            ModelCard card = ModelFolder.card(folder);
            ModelFolder.write(models(run), card, ModelFolder.onnx(folder));
        }
    }

    /**
     * Announces every model that lies in the run's folder of models.
     *
     * @param availableAt from which instant a model may be used, by its card
     * @return what is announced, in order
     */
    public static List<Activation> announce(Path run, ToLongFunction<ModelCard> availableAt) throws IOException {
        record Announced(ModelAnnouncement announcement, long at) {}
        List<Announced> all = new ArrayList<>();
        for (Path folder : ModelFolder.list(models(run))) {
            ModelAnnouncement announcement = ModelFolder.announce(folder);
            all.add(new Announced(announcement, availableAt.applyAsLong(announcement.card())));
        }
        all.sort(Comparator.comparingLong(Announced::at)
                .thenComparing(announced -> announced.announcement().card().horizon())
                .thenComparing(announced -> announced.announcement().card().version()));
        Archive archive = Archive.openOrCreate(run.resolve(FOLDER));
        DayFilesWriter files = new DayFilesWriter(archive.root(), EventKind.MODEL, "models");
        RowBuilder row = new RowBuilder(EventRows.schema(EventKind.MODEL));
        List<Activation> activations = new ArrayList<>();
        for (Announced announced : all) {
            EventBlock event = announced.announcement().event(announced.at(), activations.size() + 1L);
            EventRows.add(row, event, 0, 0);
            files.add(row.build(), 0);
            activations.add(Activation.of(announced.announcement(), announced.at()));
        }
        archive.commit(new Commit(archive.nextCommit(), files.finish(), List.of(), List.of(), List.of(), 0));
        return activations;
    }
}
