package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.runs.BoundedRun;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Version;
import org.cryptosmarttrader.wire.runs.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst dataset}: features and labels, over an archive. */
@Command(
        name = "dataset",
        mixinStandardHelpOptions = true,
        description = "Compute features and labels from an archive.")
public final class DatasetCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Mixin
    private SettingsOptions settings;

    @Mixin
    private SpanOptions span;

    @Mixin
    private JobOptions job;

    @Option(names = "--archive", required = true, paramLabel = "DIR", description = "folder of the events")
    private Path archive;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder of the output, new")
    private Path out;

    @Override
    public Integer call() throws Exception {
        RunPlan plan = RunPlan.of(settings.read(), archive, span.span(), span.pairs(), RunPlan.Genesis.MEMORY);
        RunSummary.begin(common, plan);
        RunFolder run = BoundedRun.run(
                plan, plan.manifest("dataset", List.of(), Version.program()), List.of(), out, job.bounded());
        RunSummary.end(common, run);
        common.result(run.manifest());
        return 0;
    }
}
