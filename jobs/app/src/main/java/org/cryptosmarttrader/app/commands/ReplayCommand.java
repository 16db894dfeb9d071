package org.cryptosmarttrader.app.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.runs.ModelEvents;
import org.cryptosmarttrader.app.runs.ReplayRun;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Scratch;
import org.cryptosmarttrader.app.runs.Version;
import org.cryptosmarttrader.wire.events.Topics;
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
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "a broker (default: one inside this process)")
    private String bootstrap;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "of the broker inside this process, for other programs to look at its topics (default: a free one)")
    private Integer port;

    @Option(
            names = "--topic-prefix",
            paramLabel = "TEXT",
            description = "before the names of topics (default: cst-replay-<run>.)")
    private String prefix;

    @Override
    public Integer call() throws Exception {
        requireOneBroker();
        RunPlan.Genesis genesis = models == null ? RunPlan.Genesis.MEMORY : RunPlan.Genesis.ARCHIVE;
        RunPlan plan = RunPlan.of(common.configuration(), archive, span.span(), span.pairs(), genesis);
        List<RunManifest.Activation> activations =
                models == null ? List.of() : RunFolder.open(models).manifest().models();
        RunManifest manifest = plan.manifest("replay", activations, Version.program());
        RunSummary.begin(common, plan);
        RunFolder run = bootstrap == null ? onOwnBroker(plan, manifest) : replay(plan, manifest, bootstrap);
        RunSummary.end(common, run);
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
        Files.createDirectories(out);
        try (Scratch checkpoints = Scratch.create("cst-checkpoints")) {
            return ReplayRun.run(
                    plan,
                    manifest,
                    models == null ? List.of() : ModelEvents.archives(models),
                    broker,
                    new Topics(prefix == null ? "cst-" + manifest.run() + "." : prefix),
                    out,
                    job.unbounded(checkpoints.folder()));
        }
    }
}
