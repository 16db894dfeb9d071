package org.cryptosmarttrader.training;

import java.io.IOException;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** One row of features out of what a run wrote. */
public final class FeatureRow {

    private FeatureRow() {}

    /**
     * @param at its decision instant
     * @return a value per column, NaN where missing
     * @throws IOException if there is no such row
     */
    public static float[] read(RunFolder run, FeatureCatalog catalog, String pair, long at) throws IOException {
        float[][] found = new float[1][];
        long[] before = {Long.MIN_VALUE};
        SortedSet<String> pairs = new TreeSet<>();
        run.read(TrainingSet.featureColumns(catalog), UtcDays.dayOf(at), UtcDays.dayOf(at), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                long decision = batch.longs(0)[row];
                pairs.add(batch.strings(1)[row]);
                boolean isOfPair = batch.strings(1)[row].equals(pair);
                if (isOfPair && decision == at) {
                    found[0] = TrainingSet.features(batch, row);
                } else if (isOfPair && decision < at) {
                    before[0] = Math.max(before[0], decision);
                }
            }
        });
        if (found[0] == null) {
            throw new IOException("dataset %s: no row of %s at %s; %s"
                    .formatted(run.root(), pair, Instant.ofEpochMilli(at), hint(pair, before[0], pairs)));
        }
        return found[0];
    }

    /** @param pairs with rows of that day */
    private static String hint(String pair, long before, SortedSet<String> pairs) {
        if (before != Long.MIN_VALUE) {
            return "the last before it that day is at " + Instant.ofEpochMilli(before);
        }
        if (pairs.isEmpty()) {
            return "it has none of that day; see which days it holds in its run.json";
        }
        return pairs.contains(pair)
                ? "it has none of that day before it"
                : "it has none of this pair that day, but of " + String.join(", ", pairs);
    }
}
