package org.cryptosmarttrader.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.app.runs.BoundedRun;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Version;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.wire.archive.TickReader;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** What the benches work on: a span of an archive, and what is made of it once and used by several. Not thread-safe. */
public final class Load {

    private final RunPlan plan;
    private final Path forests;
    private final Path scratch;
    private final JobSettings job;
    private final double share;
    private List<TickReader.Tick> ticks;
    private RunFolder dataset;
    private int outputs;

    /**
     * @param forests folder of the forests' definitions
     * @param scratch folder for what the benches write
     * @param share how much of generated loads of fixed size is done, 1 for all
     */
    public Load(RunPlan plan, Path forests, Path scratch, JobSettings job, double share) {
        this.plan = plan;
        this.forests = forests;
        this.scratch = scratch;
        this.job = job;
        this.share = share;
    }

    RunPlan plan() {
        return plan;
    }

    Path forests() {
        return forests;
    }

    JobSettings job() {
        return job;
    }

    double share() {
        return share;
    }

    /** A folder nothing has been written to. */
    Path newFolder() {
        return scratch.resolve("output-" + outputs++);
    }

    /** All events of the span in memory. */
    List<TickReader.Tick> ticks() throws IOException {
        if (ticks == null) {
            ticks = new ArrayList<>();
            try (TickReader reader = plan.archiveSpan(List.of()).open()) {
                for (TickReader.Tick tick = reader.next(); tick != null; tick = reader.next()) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** Features and labels of the span, as {@code cst dataset} makes them. */
    RunFolder dataset() throws Exception {
        if (dataset == null) {
            dataset = BoundedRun.run(
                    plan, plan.manifest("dataset", List.of(), Version.program()), List.of(), newFolder(), job);
        }
        return dataset;
    }
}
