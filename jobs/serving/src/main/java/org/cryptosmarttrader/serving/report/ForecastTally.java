package org.cryptosmarttrader.serving.report;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** Which forest made which forecasts, and whether it could have known better. */
final class ForecastTally {

    private static final int MOST_EXAMPLES = 10;

    /** What is known of a forest from its rows. */
    private static final class Use {
        private String version;
        private long trainedAsOf;
        private long activatedAt;
        private double climatology;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private long rows;
    }

    private final SortedMap<String, SortedMap<String, Use>> uses = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();
    private final DayRows rows;
    private long checked;
    private long violations;

    private ForecastTally(RunFolder run) {
        run.manifest().horizons().forEach(horizon -> uses.put(horizon, new TreeMap<>()));
        this.rows = new DayRows(
                run, Datasets.FORECASTS, "forest", "version", "trained_as_of", "activated_at", "climatology");
    }

    static ForecastTally of(RunFolder run) throws IOException {
        ForecastTally tally = new ForecastTally(run);
        tally.rows.forEach(tally::add);
        return tally;
    }

    private void add(RowBatch batch) {
        String[] horizons = batch.strings(rows.column(Datasets.HORIZON));
        String[] forests = batch.strings(rows.column("forest"));
        for (int row = 0; row < batch.rows(); row++) {
            Use use = uses.computeIfAbsent(horizons[row], absent -> new TreeMap<>())
                    .computeIfAbsent(forests[row], absent -> new Use());
            note(use, batch, row);
            audit(batch, row);
        }
    }

    private void note(Use use, RowBatch batch, int row) {
        long decision = batch.longs(rows.column(Datasets.DECISION_AT))[row];
        if (use.rows == 0) {
            use.version = batch.strings(rows.column("version"))[row];
            use.trainedAsOf = batch.longs(rows.column("trained_as_of"))[row];
            use.activatedAt = batch.longs(rows.column("activated_at"))[row];
            use.climatology = batch.doubles(rows.column("climatology"))[row];
        }
        use.rows++;
        use.first = Math.min(use.first, decision);
        use.last = Math.max(use.last, decision);
    }

    private void audit(RowBatch batch, int row) {
        long decision = batch.longs(rows.column(Datasets.DECISION_AT))[row];
        long trained = batch.longs(rows.column("trained_as_of"))[row];
        long activated = batch.longs(rows.column("activated_at"))[row];
        checked++;
        if (trained <= decision && activated <= decision) {
            return;
        }
        violations++;
        if (examples.size() < MOST_EXAMPLES) {
            examples.add("%s %s %s: scored by a forest trained as of %s and active from %s"
                    .formatted(
                            batch.strings(rows.column(Datasets.PAIR))[row],
                            batch.strings(rows.column(Datasets.HORIZON))[row],
                            Instant.ofEpochMilli(decision),
                            Instant.ofEpochMilli(trained),
                            Instant.ofEpochMilli(activated)));
        }
    }

    WalkForwardAudit audit() {
        SortedMap<String, Integer> distinct = new TreeMap<>();
        uses.forEach((horizon, forests) -> distinct.put(horizon, forests.size()));
        return new WalkForwardAudit(checked, violations, distinct, examples);
    }

    /** Base rate of a forest; NaN if it made no forecast. */
    double climatology(String horizon, String forest) {
        Use use = uses.get(horizon).get(forest);
        return use == null ? Double.NaN : use.climatology;
    }

    /** Forests of a horizon in the order of their first use. */
    List<ForestUse> forests(String horizon) {
        return uses.get(horizon).entrySet().stream()
                .sorted((a, b) -> Long.compare(a.getValue().first, b.getValue().first))
                .map(entry -> use(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ForestUse use(String forest, Use use) {
        return new ForestUse(
                forest,
                use.version,
                Instant.ofEpochMilli(use.trainedAsOf).toString(),
                Instant.ofEpochMilli(use.activatedAt).toString(),
                Instant.ofEpochMilli(use.first).toString(),
                Instant.ofEpochMilli(use.last).toString(),
                use.rows,
                use.climatology);
    }
}
