package org.cryptosmarttrader.app.certify;

import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.app.runs.BoundedRun;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Scratch;
import org.cryptosmarttrader.app.runs.Version;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * The prediction graph itself, into Parquet files that go when they are read.
 *
 * @param plan of the run that is certified
 * @param parallelism of a run whose input comes in order
 */
public record GraphRows(RunPlan plan, int parallelism) implements RowMaker {

    /** Enough for pairs to take channels of their own, whatever the machine has. */
    private static final int DISORDERED = 4;

    @Override
    public MadeRows rows(Input input) throws Exception {
        try (Scratch scratch = Scratch.create("cst-certify")) {
            RunPlan run = plan.between(input.genesis(), Math.max(plan.emitFrom(), input.genesis()), input.until());
            Path out = scratch.folder().resolve("run");
            RunFolder made = BoundedRun.write(
                    run,
                    run.manifest("certify", List.of(), Version.program()),
                    input.sources(),
                    out,
                    JobSettings.once(input.disorder().isPresent() ? DISORDERED : parallelism));
            return new MadeRows(
                    made.readAll(Datasets.features(plan.settings().catalog())), made.readAll(Datasets.LABELS));
        }
    }
}
