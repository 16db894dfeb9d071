package org.cryptosmarttrader.app.commands;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.cluster.ClusterRun;
import org.cryptosmarttrader.app.cluster.JobWords;
import org.cryptosmarttrader.app.cluster.RunningCluster;
import org.cryptosmarttrader.app.runs.Playback;
import org.cryptosmarttrader.app.runs.RunPlan;
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
    private SettingsOptions settings;

    @Mixin
    private ClusterFolder cluster;

    @Mixin
    private ReplayOptions replay;

    @Mixin
    private JobOptions job;

    @Option(
            names = "--ticks-per-second",
            paramLabel = "N",
            description = "pace of the replay, ticks of event time in a second (default: as fast as it goes)")
    private Double ticksPerSecond;

    @Option(
            names = "--checkpoint-interval",
            paramLabel = "LENGTH",
            converter = DurationWord.class,
            description = "time between checkpoints, a number with ms, s, m or h (default: 5s)")
    private long checkpointMillis = 5_000;

    @Override
    public Integer call() throws Exception {
        RunningCluster running = cluster.running();
        running.requireSlots(job.parallelism());
        RunPlan plan = replay.plan(settings.read());
        RunSummary.begin(common, plan);
        RunFolder run = run(running, plan, replay.manifest(plan));
        RunSummary.end(common, run);
        RunSummary.forecasts(common, run);
        common.result(run.manifest());
        return 0;
    }

    private RunFolder run(RunningCluster running, RunPlan plan, RunManifest manifest) throws Exception {
        Topics topics = replay.topics(manifest);
        RunFolder folder = RunFolder.create(replay.out(), manifest);
        Pace pace = ticksPerSecond == null ? Pace.AT_ONCE : Pace.ticksPerSecond(ticksPerSecond);
        try (Playback playback = Playback.start(plan, replay.announcements(), running.bootstrap(), topics, pace)) {
            common.say("submitting job %s", manifest.run());
            running.submit(manifest.run(), words(running, topics).of(plan, manifest), job.parallelism());
            return new ClusterRun(running, folder, playback, common::say)
                    .finish(Datasets.all(plan.settings().catalog()).values());
        } catch (Exception failure) {
            folder.discard();
            throw failure;
        }
    }

    private JobWords words(RunningCluster running, Topics topics) throws IOException {
        return new JobWords(
                settings.folder(),
                settings.overrides(),
                running.bootstrap(),
                topics,
                replay.out(),
                running.checkpoints(),
                checkpointMillis,
                job.backend());
    }
}
