package org.cryptosmarttrader.app.commands;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.runs.ReplayRun;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Scratch;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cst replay}: the same events through Kafka, unbounded. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Play an archive through Kafka into the unbounded job.")
public final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Common common;

    @Mixin
    private SettingsOptions settings;

    @Mixin
    private ReplayOptions replay;

    @Mixin
    private JobOptions job;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "a broker (default: one inside this process)")
    private String bootstrap;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "port of the broker inside this process, for other programs to look at its topics (default: a free one)")
    private Integer port;

    @Override
    public Integer call() throws Exception {
        requireOneBroker();
        RunPlan plan = replay.plan(settings.read());
        RunManifest manifest = replay.manifest(plan);
        RunSummary.begin(common, plan);
        RunFolder run = bootstrap == null ? onOwnBroker(plan, manifest) : replay(plan, manifest, bootstrap);
        RunSummary.end(common, run);
        RunSummary.forecasts(common, run);
        common.result(run.manifest());
        return 0;
    }

    private void requireOneBroker() {
        if (bootstrap != null && port != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--bootstrap %s --port %d: the port is that of the broker inside this process; leave one of them out"
                            .formatted(bootstrap, port));
        }
    }

    private RunFolder onOwnBroker(RunPlan plan, RunManifest manifest) throws Exception {
        try (Scratch scratch = Scratch.create("cst-broker");
                EmbeddedBroker broker = port == null
                        ? EmbeddedBroker.start(scratch.folder())
                        : EmbeddedBroker.start(scratch.folder(), port)) {
            return replay(plan, manifest, broker.bootstrap());
        }
    }

    private RunFolder replay(RunPlan plan, RunManifest manifest, String broker) throws Exception {
        Files.createDirectories(replay.out());
        try (Scratch checkpoints = Scratch.create("cst-checkpoints")) {
            return ReplayRun.run(
                    plan,
                    manifest,
                    replay.announcements(),
                    broker,
                    replay.topics(manifest),
                    replay.out(),
                    job.unbounded(checkpoints.folder()));
        }
    }
}
