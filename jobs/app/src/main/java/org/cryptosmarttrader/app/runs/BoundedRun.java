package org.cryptosmarttrader.app.runs;

import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.LocalJob;
import org.cryptosmarttrader.prediction.PredictionGraph;
import org.cryptosmarttrader.prediction.sinks.parquet.ParquetSink;
import org.cryptosmarttrader.prediction.sources.Sources;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSource;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;

/** The graph over an archive, from its first tick to its last. */
public final class BoundedRun {

    private BoundedRun() {}

    /**
     * Runs, and seals the output with its roots.
     *
     * @param out folder of the output, which must hold no run
     * @param moreArchives read beside the plan's, e.g. announcements of models
     */
    public static RunFolder run(RunPlan plan, RunManifest manifest, List<Path> moreArchives, Path out, JobSettings job)
            throws Exception {
        return run(plan, manifest, new ArchiveSource(plan.archiveSpan(moreArchives)), out, job);
    }

    /**
     * The same over sources of choice.
     *
     * @param events that end
     */
    public static RunFolder run(RunPlan plan, RunManifest manifest, Sources events, Path out, JobSettings job)
            throws Exception {
        RunFolder folder = RunFolder.create(out, manifest);
        PredictionGraph graph = new PredictionGraph(
                plan.settings(), plan.mark(manifest), events, new ParquetSink(plan.output(out, manifest)));
        try {
            LocalJob.run(graph, job, manifest.run());
            folder.noteEnd();
            return folder.seal(Datasets.all(plan.settings().catalog()).values());
        } catch (Exception failure) {
            folder.discard();
            throw failure;
        }
    }
}
