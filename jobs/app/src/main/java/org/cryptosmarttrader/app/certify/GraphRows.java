package org.cryptosmarttrader.app.certify;

import java.util.List;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.prediction.PredictionGraph;
import org.cryptosmarttrader.prediction.RunMark;
import org.cryptosmarttrader.prediction.sources.Sources;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;

/**
 * The prediction graph itself.
 *
 * @param plan of the run that is certified
 * @param parallelism of a run whose input comes in order
 * @param cluster on which it runs
 */
public record GraphRows(RunPlan plan, int parallelism, CheckCluster cluster) implements RowMaker {

    @Override
    public MadeRows rows(Input input) throws Exception {
        return run(
                plan.between(input.genesis(), plan.emitFrom(), input.until()),
                input,
                input.sources(),
                parallelism,
                cluster);
    }

    /**
     * Runs the graph.
     *
     * @param plan of this run: its last tick, and the first decision whose rows are wanted
     * @param events the input's, or what was made of them
     */
    public static MadeRows run(RunPlan plan, Input input, Sources events, int parallelism, CheckCluster cluster)
            throws Exception {
        RowSchema features = Datasets.features(plan.settings().catalog());
        try (CollectedRows rows = new CollectedRows(List.of(features.dataset(), Datasets.LABELS.dataset()))) {
            // in disorder, pairs take channels of their own, whatever the machine has
            cluster.run(
                    new PredictionGraph(
                            plan.settings(), new RunMark("certify", plan.conf().hash()), events, rows),
                    input.disorder().isPresent() ? CheckCluster.SLOTS : parallelism);
            return new MadeRows(rows.of(features, plan.emitFrom()), rows.of(Datasets.LABELS, plan.emitFrom()));
        }
    }
}
