package org.cryptosmarttrader.app.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.app.runs.ModelEvents;
import org.cryptosmarttrader.evaluation.WalkForward;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** Which model of a walk-forward was to score which decision, by its cards alone. */
final class ModelsByInstant {

    /** By horizon and member: hash of the model by the instant from which it counts. */
    private final SortedMap<String, TreeMap<Long, String>> models = new TreeMap<>();

    private long lastTraining = Long.MIN_VALUE;

    static ModelsByInstant of(RunFolder run) throws IOException {
        ModelsByInstant models = new ModelsByInstant();
        for (Path folder : ModelFolder.list(ModelEvents.models(run.root()))) {
            ModelCard card = ModelFolder.card(folder);
            models.models
                    .computeIfAbsent(card.horizon() + " " + card.member(), absent -> new TreeMap<>())
                    .put(card.trainedAsOf() + WalkForward.FIT_TIME, card.modelSha256());
            models.lastTraining = Math.max(models.lastTraining, card.trainedAsOf());
        }
        return models;
    }

    Instant lastTraining() {
        return Instant.ofEpochMilli(lastTraining);
    }

    /** Instant from which the last models count. */
    long lastSwap() {
        return lastTraining + WalkForward.FIT_TIME;
    }

    /**
     * What was found.
     *
     * @param wrong forecasts scored by another model than the one in force
     * @param before decisions before the last swap
     * @param after decisions from it on
     */
    record Checked(long rows, List<String> wrong, long before, long after) {}

    Checked check(RunFolder run) throws IOException {
        RowBatch rows = run.readAll(Datasets.FORECASTS);
        List<String> wrong = new ArrayList<>();
        long after = 0;
        for (int row = 0; row < rows.rows(); row++) {
            long decision = rows.longs(Datasets.FORECASTS.indexOf(Datasets.DECISION_AT))[row];
            String seat = text(rows, Datasets.HORIZON, row) + " " + text(rows, "member", row);
            String expected = models.get(seat).floorEntry(decision).getValue();
            String found = text(rows, "forest", row);
            if (!expected.equals(found)) {
                wrong.add("%s at %s: %s".formatted(seat, Instant.ofEpochMilli(decision), found));
            }
            after += decision >= lastSwap() ? 1 : 0;
        }
        return new Checked(rows.rows(), wrong, rows.rows() - after, after);
    }

    private static String text(RowBatch rows, String column, int row) {
        return rows.strings(Datasets.FORECASTS.indexOf(column))[row];
    }
}
