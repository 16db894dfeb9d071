package org.cryptosmarttrader.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.cluster.ClusterRun;
import org.cryptosmarttrader.app.cluster.JobWords;
import org.cryptosmarttrader.app.cluster.RunningCluster;
import org.cryptosmarttrader.app.runs.ModelEvents;
import org.cryptosmarttrader.app.runs.Playback;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Version;
import org.cryptosmarttrader.ingest.kafka.Pace;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst cluster submit}: an archive through Kafka into the job on the cluster, to the end. */
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        description = "Submit the job, play an archive to it through Kafka, and wait until its output is whole.")
public final class ClusterSubmitCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Mixin
    private ClusterFolder cluster;

    @Mixin
    private SpanOptions span;

    @Mixin
    private JobOptions job;

    @Option(names = "--archive", required = true, paramLabel = "DIR", description = "folder of the events")
    private Path archive;

    @Option(
            names = "--models",
            paramLabel = "RUN",
            description = "output of cst backtest: its models, activated as there")
    private Path models;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder of the output, new")
    private Path out;

    @Option(
            names = "--ticks-per-second",
            paramLabel = "N",
            description = "pace of the replay, to watch it (default: as fast as it goes)")
    private Double ticksPerSecond;

    @Option(
            names = "--checkpoint-interval",
            paramLabel = "LENGTH",
            converter = DurationWord.class,
            description = "time between checkpoints (default: 5s)")
    private long checkpointMillis = 5_000;

    @Option(
            names = "--topic-prefix",
            paramLabel = "TEXT",
            description = "before the names of topics (default: cst-<run>.)")
    private String prefix;

    @Override
    public Integer call() throws Exception {
        RunningCluster running = cluster.running();
        running.requireSlots(job.parallelism());
        RunPlan.Genesis genesis = models == null ? RunPlan.Genesis.MEMORY : RunPlan.Genesis.ARCHIVE;
        RunPlan plan = RunPlan.of(common.configuration(), archive, span.span(), span.pairs(), genesis);
        List<RunManifest.Activation> activations =
                models == null ? List.of() : RunFolder.open(models).manifest().models();
        RunSummary.begin(common, plan);
        RunFolder run = run(running, plan, plan.manifest("replay", activations, Version.program()));
        RunSummary.end(common, run);
        common.result(run.manifest());
        return 0;
    }

    private RunFolder run(RunningCluster running, RunPlan plan, RunManifest manifest) throws Exception {
        Topics topics = new Topics(prefix == null ? "cst-" + manifest.run() + "." : prefix);
        RunFolder folder = RunFolder.create(out, manifest);
        Pace pace = ticksPerSecond == null ? Pace.AT_ONCE : Pace.ticksPerSecond(ticksPerSecond);
        try (Playback playback = Playback.start(plan, announcements(), running.bootstrap(), topics, pace)) {
            common.say("submitting job %s", manifest.run());
            running.submit(manifest.run(), words(running, topics).of(plan, manifest), job.parallelism());
            return new ClusterRun(running, folder, playback, common::say)
                    .finish(Datasets.all(plan.settings().catalog()).values());
        } catch (Exception failure) {
            folder.discard();
            throw failure;
        }
    }

    private List<Path> announcements() {
        return models == null ? List.of() : ModelEvents.archives(models);
    }

    private JobWords words(RunningCluster running, Topics topics) throws IOException {
        return new JobWords(
                common.conf(),
                common.overrides(),
                running.bootstrap(),
                topics,
                out,
                running.checkpoints(),
                checkpointMillis,
                job.backend());
    }
}
