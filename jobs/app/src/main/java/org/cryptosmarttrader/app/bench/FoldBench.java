package org.cryptosmarttrader.app.bench;

import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.prediction.GraphSettings;

/** Events folded into histories. */
record FoldBench() implements Bench {

    @Override
    public String name() {
        return "fold";
    }

    @Override
    public String unit() {
        return "rows";
    }

    @Override
    public String meaning() {
        return "blocks in memory to a history of each pair at each tick, without features: the stages market and known; the loop folds without Flink";
    }

    @Override
    public Ways over(Load load) throws Exception {
        load.ticks();
        GraphSettings settings = load.plan().settings().withoutFeatures();
        return new Ways(
                () -> KnownRows.stage(load, settings, row -> Bits.of(row.quote().close())),
                () -> KnownRows.loop(load, settings, history -> Bits.of(history.now(Column.CLOSE))),
                () -> BareKeyedJob.run(load));
    }
}
