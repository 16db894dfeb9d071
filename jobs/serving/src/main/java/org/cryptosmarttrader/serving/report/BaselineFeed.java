package org.cryptosmarttrader.serving.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.VolatilityBaselines;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;

/**
 * Hands features and labels to the baselines, tick after tick, outcomes before decisions. A backtest leaves its training set
 * beside it, which begins earlier: the baselines learn from it what the forests could learn.
 */
final class BaselineFeed {

    /** Levels of the distributions compared. */
    static final double[] LEVELS = {0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95};

    private static final String TRAINING_SET = "training-set";
    private static final String RETURN = "ret_1";
    private static final String VOLATILITY = "rv_cc_168";

    /** A forecast. */
    record Key(String horizon, String pair, long decision) {}

    private final VolatilityBaselines baselines;
    private final DayRows features;
    private final DayRows labels;
    private final List<String> horizons;
    private long next;

    private BaselineFeed(RunFolder source, RunManifest run) {
        this.horizons = run.horizons();
        this.baselines = new VolatilityBaselines(
                new TickGrid(run.tickIntervalMillis(), run.graceMillis()),
                horizons.stream().map(Horizon::parse).toList(),
                run.intervalAlpha(),
                LEVELS);
        RowSchema chosen = new RowSchema(
                "features",
                List.of(
                        ColumnSpec.instant(Datasets.DECISION_AT, "decision instant"),
                        ColumnSpec.text(Datasets.PAIR, "canonical pair"),
                        ColumnSpec.number(RETURN, "log return", "of the bar"),
                        ColumnSpec.number(VOLATILITY, "per sqrt(bar)", "of the last 168 bars")),
                List.of(Datasets.PAIR, Datasets.DECISION_AT),
                Datasets.DECISION_AT);
        this.features = new DayRows(source, chosen, RETURN, VOLATILITY);
        this.labels = new DayRows(source, Datasets.LABELS, "value");
        this.next = UtcDays.dayOf(source.manifest().emitFrom());
    }

    /** Why a run's volatility is not known; null if it is. */
    static String absence(RunManifest run) {
        return run.features().contains(RETURN) && run.features().contains(VOLATILITY)
                ? null
                : "the run has no feature %s or %s".formatted(RETURN, VOLATILITY);
    }

    /** @return null if the run's volatility is not known */
    static BaselineFeed of(RunFolder run) throws IOException {
        return absence(run.manifest()) == null ? new BaselineFeed(source(run), run.manifest()) : null;
    }

    private static RunFolder source(RunFolder run) throws IOException {
        Path folder = run.root().resolve(TRAINING_SET);
        if (!Files.isDirectory(folder)) {
            return run;
        }
        RunFolder set = RunFolder.open(folder);
        boolean isOfRun = set.manifest().fingerprint().equals(run.manifest().fingerprint())
                && set.manifest().until() >= run.manifest().until();
        return isOfRun ? set : run;
    }

    /** What the baselines would have paid for the outcomes that matured on a day; days must come in order. */
    Map<Key, VolatilityBaselines.Losses> upTo(long day) throws IOException {
        Map<Key, VolatilityBaselines.Losses> losses = new HashMap<>();
        for (; next <= day; next++) {
            losses.clear();
            add(features.of(next), labels.of(next), losses);
        }
        return losses;
    }

    private void add(RowBatch decisions, RowBatch outcomes, Map<Key, VolatilityBaselines.Losses> losses) {
        long[] ticks = decisions.longs(features.column(Datasets.DECISION_AT));
        long[] matured = outcomes.longs(labels.column("matured_at"));
        int outcome = 0;
        for (int row = 0; row < decisions.rows(); row++) {
            while (outcome < outcomes.rows() && matured[outcome] <= ticks[row]) {
                mature(outcomes, outcome++, losses);
            }
            baselines.decide(
                    decisions.strings(features.column(Datasets.PAIR))[row],
                    ticks[row],
                    decisions.doubles(features.column(RETURN))[row],
                    decisions.doubles(features.column(VOLATILITY))[row]);
        }
        while (outcome < outcomes.rows()) {
            mature(outcomes, outcome++, losses);
        }
    }

    private void mature(RowBatch outcomes, int row, Map<Key, VolatilityBaselines.Losses> losses) {
        String horizon = outcomes.strings(labels.column(Datasets.HORIZON))[row];
        if (!horizons.contains(horizon)) {
            return;
        }
        Key key = new Key(
                horizon,
                outcomes.strings(labels.column(Datasets.PAIR))[row],
                outcomes.longs(labels.column(Datasets.DECISION_AT))[row]);
        losses.put(
                key,
                baselines.mature(
                        Horizon.parse(horizon),
                        key.pair(),
                        key.decision(),
                        outcomes.doubles(labels.column("value"))[row]));
    }
}
