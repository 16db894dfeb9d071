package org.cryptosmarttrader.app.explain;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.app.certify.CheckCluster;
import org.cryptosmarttrader.app.certify.GraphRows;
import org.cryptosmarttrader.serving.explain.Payload;
import org.cryptosmarttrader.serving.explain.Step;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * The feature rows of a time made again by the graph of the archive's events, and those events held against their raw payloads.
 * Reads the archive once for all rows of the time.
 */
public final class FromArchive {

    private static final String AGAIN = "features again";

    private final RowSchema features;
    private final RowBatch made;
    private final Map<String, Integer> byPairAndTick = new HashMap<>();
    private final EventsBehind events;

    private FromArchive(RowSchema features, RowBatch made, EventsBehind events) {
        this.features = features;
        this.made = made;
        this.events = events;
        for (int row = 0; row < made.rows(); row++) {
            byPairAndTick.put(key(made.strings(1)[row], made.longs(0)[row]), row);
        }
    }

    /**
     * @param conf of the run, its overrides among it
     * @param archives the run's events; of a live one what cst archive made of it, behind the archive it began with
     * @param rawLog raw log of the installation, there or not
     * @param from first decision instant, epoch milliseconds
     * @param until last one
     * @throws IllegalArgumentException if the settings are not the run's, or the archive holds nothing of the time
     * @throws Exception what made the graph fail
     */
    public static FromArchive of(
            RunFolder run, Configuration conf, List<Path> archives, Path rawLog, long from, long until, int parallelism)
            throws Exception {
        EventsBehind events = EventsBehind.of(run, conf, archives, rawLog, from, until);
        RowBatch made;
        try (CheckCluster cluster = CheckCluster.start()) {
            made = GraphRows.run(events.plan(), events.input(), events.input().sources(), parallelism, cluster)
                    .features();
        }
        return new FromArchive(Datasets.features(events.plan().settings().catalog()), made, events);
    }

    /** The payloads behind the rows of the time. */
    public List<Payload> payloads() {
        return events.payloads();
    }

    /**
     * What is to be said of one row.
     *
     * @param row as the run wrote it
     */
    public List<Step> steps(RowBatch written, int row) {
        List<Step> steps = new ArrayList<>(List.of(again(written, row)));
        steps.addAll(events.steps());
        return steps;
    }

    private Step again(RowBatch written, int row) {
        Integer again = byPairAndTick.get(key(written.strings(1)[row], written.longs(0)[row]));
        if (again == null) {
            return Step.differs(
                    AGAIN,
                    "the archive's events give no row of %s at %s; is it the archive of this run?",
                    written.strings(1)[row],
                    Instant.ofEpochMilli(written.longs(0)[row]));
        }
        List<String> differences = Differences.of(features, made, again, written, row);
        return differences.isEmpty()
                ? Step.holds(
                        AGAIN,
                        "the graph gives the same %d values of the archive's events, bit by bit, the root of their payloads among them",
                        features.width())
                : Step.differs(
                        AGAIN,
                        "the graph gives other values of the archive's events (made again, found): %s; the archive or the row was altered",
                        String.join("; ", differences));
    }

    private static String key(String pair, long tick) {
        return pair + " " + tick;
    }
}
