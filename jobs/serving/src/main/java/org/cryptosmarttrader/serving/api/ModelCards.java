package org.cryptosmarttrader.serving.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.serving.http.Problem;
import org.cryptosmarttrader.serving.store.RunStore;
import org.cryptosmarttrader.serving.store.Snapshot;
import org.cryptosmarttrader.serving.store.Sql;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.models.ModelAnnouncement;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.runs.RecordedRows;

/** The cards of a run's models: those in its own folder of models, or, of a live run, as they were announced to it. */
final class ModelCards {

    private static final String FOLDER = "models";

    private static final String NOT_MEASURED =
            "not measured for this model; of a forest, cst train --dataset DIR --as-of %s --horizon %s --importance measures it";

    private final RunStore store;
    /** Hash of the file by folder of the model; a card never changes. */
    private final Map<Path, String> hashes = new ConcurrentHashMap<>();

    ModelCards(RunStore store) {
        this.store = store;
    }

    /**
     * What is known of a file of a model. Models of two statements may share a file, so that it has two cards.
     *
     * @param forest SHA-256 of the file, hexadecimal
     * @throws Problem if the run knows no such model
     */
    Map<String, Object> of(Snapshot snapshot, String forest) throws IOException, InterruptedException {
        List<Map<String, Object>> cards = inFolder(snapshot.run().root().resolve(FOLDER), forest);
        if (cards.isEmpty()) {
            for (ModelCard card : announced(snapshot, forest)) {
                cards.add(shown(card));
            }
        }
        if (cards.isEmpty()) {
            throw Problem.notFound(
                    "no card of model %s: it is neither in the run's folder of models nor among what was announced to it; /models names those in use"
                            .formatted(forest));
        }
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("forest", forest);
        said.put("cards", cards);
        return said;
    }

    private List<Map<String, Object>> inFolder(Path models, String forest) throws IOException {
        List<Map<String, Object>> cards = new ArrayList<>();
        for (Path folder : ModelFolder.list(models)) {
            if (!hashes.containsKey(folder)) {
                hashes.put(folder, ModelFolder.card(folder).modelSha256());
            }
            if (hashes.get(folder).equals(forest)) {
                Map<String, Object> shown = shown(ModelFolder.card(folder));
                addMeasured(shown, folder);
                cards.add(shown);
            }
        }
        return cards;
    }

    private static void addMeasured(Map<String, Object> shown, Path folder) throws IOException {
        if (ModelFolder.hasImportance(folder)) {
            shown.put("importance", fields(ModelFolder.importance(folder)));
            shown.remove("importance_missing");
        }
        ModelFolder.controls(folder).ifPresent(controls -> shown.put("controls", fields(controls)));
    }

    private static Object fields(Object record) {
        return Json.mapper().convertValue(record, Map.class);
    }

    private List<ModelCard> announced(Snapshot snapshot, String forest) throws IOException, InterruptedException {
        Path recorded = snapshot.run().recorded().root();
        if (!Files.isDirectory(recorded)) {
            return List.of();
        }
        Snapshot events = snapshot.recorded();
        Sql sql = new Sql("SELECT DISTINCT announcement FROM "
                        + events.table(RecordedRows.schema(EventKind.MODEL), 0, snapshot.wholeUpTo()))
                .add("WHERE contains(announcement, ?) ORDER BY announcement", forest);
        List<ModelCard> cards = new ArrayList<>();
        for (Map<String, Object> row : store.rows(sql)) {
            ModelCard card = ModelAnnouncement.of((String) row.get("announcement"), recorded.toString())
                    .card();
            if (card.modelSha256().equals(forest) && !cards.contains(card)) {
                cards.add(card);
            }
        }
        return cards;
    }

    private static Map<String, Object> shown(ModelCard card) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("horizon", card.horizon());
        shown.put("member", card.member());
        shown.put("statement", card.statement());
        shown.put("version", card.version());
        shown.put("made_by", card.madeBy());
        shown.put("trained_as_of", Instant.ofEpochMilli(card.trainedAsOf()));
        shown.put("label", card.label());
        shown.put("tick_seconds", card.tickIntervalMillis() / 1_000);
        shown.put("training", span(card.training()));
        shown.put("held_back", span(card.calibration()));
        shown.put("training_root", card.trainingRoot());
        shown.put("seed", card.seed());
        shown.put("parameters", card.parameters());
        shown.put("climatology", card.climatology());
        shown.put("scores", card.scores() == null ? Map.of() : card.scores());
        shown.put("calibration", card.prior().calibration());
        shown.put("independent_outcomes", card.prior().independentOutcomes());
        shown.put("columns", card.features());
        shown.put("importance", null);
        shown.put(
                "importance_missing", NOT_MEASURED.formatted(Instant.ofEpochMilli(card.trainedAsOf()), card.horizon()));
        shown.put("controls", null);
        return shown;
    }

    private static Map<String, Object> span(ModelCard.Span span) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("from", Instant.ofEpochMilli(span.from()));
        shown.put("until", Instant.ofEpochMilli(span.until()));
        shown.put("rows", span.rows());
        return shown;
    }
}
