package org.cryptosmarttrader.app.certify.leaks;

import java.util.function.UnaryOperator;
import org.cryptosmarttrader.app.certify.CheckCluster;
import org.cryptosmarttrader.app.certify.GraphRows;
import org.cryptosmarttrader.app.certify.Input;
import org.cryptosmarttrader.app.certify.MadeRows;
import org.cryptosmarttrader.app.certify.RowMaker;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.prediction.sources.Sources;

/**
 * The graph with something between its source and its first stage. Its rows begin with the run itself, so that what is made of
 * them can remember its beginning.
 */
record BentGraph(RunPlan plan, UnaryOperator<Sources> bend, CheckCluster cluster) implements RowMaker {

    @Override
    public MadeRows rows(Input input) throws Exception {
        RunPlan run = plan.between(input.genesis(), input.genesis(), input.until());
        return GraphRows.run(run, input, bend.apply(input.sources()), 1, cluster);
    }
}
