package org.cryptosmarttrader.app.certify.leaks;

import java.util.List;
import java.util.function.UnaryOperator;
import org.cryptosmarttrader.app.certify.Input;
import org.cryptosmarttrader.app.certify.MadeRows;
import org.cryptosmarttrader.app.certify.RowMaker;
import org.cryptosmarttrader.app.runs.BoundedRun;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Scratch;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.sources.Sources;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * The graph with something between its source and its first stage. Its rows begin with the run itself, so that what is made of
 * them can remember its beginning.
 */
record BentGraph(RunPlan plan, UnaryOperator<Sources> bend) implements RowMaker {

    @Override
    public MadeRows rows(Input input) throws Exception {
        try (Scratch scratch = Scratch.create("cst-leak")) {
            RunPlan run = plan.between(input.genesis(), input.genesis(), input.until());
            RunFolder made = BoundedRun.write(
                    run,
                    run.manifest("leak", List.of(), "test"),
                    bend.apply(input.sources()),
                    scratch.folder().resolve("run"),
                    JobSettings.once(input.disorder().isPresent() ? 4 : 1));
            return new MadeRows(
                    made.readAll(Datasets.features(plan.settings().catalog())), made.readAll(Datasets.LABELS));
        }
    }
}
