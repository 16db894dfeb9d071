package org.cryptosmarttrader.app.bench;

import java.util.Arrays;
import org.cryptosmarttrader.prediction.GraphSettings;

/** Histories turned into features. */
record FeaturesBench() implements Bench {

    @Override
    public String name() {
        return "features";
    }

    @Override
    public String unit() {
        return "rows";
    }

    @Override
    public String meaning() {
        return "blocks in memory to all features and labels of each pair at each tick: the stages market and known; the loop folds and computes the same features of the pairs, without Flink, labels, and hashes of what they rest on";
    }

    @Override
    public Ways over(Load load) throws Exception {
        load.ticks();
        GraphSettings settings = load.plan().settings();
        int ofPair = settings.catalog().ofPair().size();
        return new Ways(
                () -> KnownRows.stage(load, settings, row -> Bits.of(Arrays.copyOf(row.features(), ofPair))),
                () -> KnownRows.loop(
                        load, settings, history -> Bits.of(settings.catalog().values(history))),
                () -> BareKeyedJob.run(load));
    }
}
