package org.cryptosmarttrader.app.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.runs.CapturedEvents;
import org.cryptosmarttrader.app.runs.ReplayRun;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Scratch;
import org.cryptosmarttrader.app.runs.Span;
import org.cryptosmarttrader.app.runs.Version;
import org.cryptosmarttrader.serving.parity.LastParity;
import org.cryptosmarttrader.serving.parity.Parity;
import org.cryptosmarttrader.serving.parity.ParityReport;
import org.cryptosmarttrader.serving.parity.ParityScope;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst verify}: what a live run emitted, made again from what it was sent. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Replay what a live run was sent, and compare the rows with those it emitted, bit by bit.")
public final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Option(
            names = "--run",
            paramLabel = "DIR",
            description = "output of cst live, running or not (default: data/live)")
    private Path run = Path.of("data/live");

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "the archive the run began with (default: it began with none)")
    private Path past;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description =
                    "folder of the captured archive and of the replay's output; the archive may be there and grows")
    private Path out;

    @Option(
            names = "--until",
            paramLabel = "T",
            converter = InstantWord.class,
            description = "last decision instant compared, UTC (default: the last one whose rows are whole)")
    private Instant until;

    @Option(names = "--conf", paramLabel = "DIR", description = "folder of the settings the run had (default: conf/)")
    private Path conf = Common.home().resolve("conf");

    @Mixin
    private JobOptions job;

    @Override
    public Integer call() throws Exception {
        RunFolder live = RunFolder.open(run);
        RunManifest begun = live.manifest();
        requirePast(begun);
        Path archive = out.resolve("archive");
        CapturedEvents.addTo(archive, live);
        if (Archive.open(archive).coverage().isEmpty()) {
            throw new IllegalStateException(
                    "output %s: it has heard no trade yet, so there is nothing to compare; is ingest running, and does its status.json name a complaint?"
                            .formatted(run));
        }
        long asked = until == null ? live.wholeUpTo() : until.toEpochMilli();
        Span span = new Span(
                Instant.ofEpochMilli(begun.emitFrom()),
                Instant.ofEpochMilli(asked),
                Optional.of(Instant.ofEpochMilli(begun.genesis())));
        RunPlan plan = RunPlan.again(begun, Configuration.read(conf, begun.overrides()), archive, span);
        RunFolder replay = replay(plan);
        ParityReport report = Parity.compare(
                live, replay, new ParityScope(List.of(), List.of(), List.of(), begun.emitFrom(), plan.until()));
        common.say("%s", report.text());
        common.say(report.isEqual() ? "equal, bit by bit" : "NOT equal");
        common.result(report);
        LastParity.write(live, replay, report, Instant.now());
        return report.isEqual() ? 0 : 1;
    }

    private void requirePast(RunManifest begun) {
        if ((begun.archive() == null) != (past == null)) {
            throw new IllegalArgumentException(
                    begun.archive() == null
                            ? "--archive %s: run %s began with none; leave it out".formatted(past, begun.run())
                            : "run %s began with an archive; name it with --archive".formatted(begun.run()));
        }
    }

    private RunFolder replay(RunPlan plan) throws Exception {
        RunManifest manifest = plan.manifest("replay", List.of(), Version.program());
        List<Path> before = past == null ? List.of() : List.of(past);
        try (Scratch kafka = Scratch.create("cst-broker");
                Scratch checkpoints = Scratch.create("cst-checkpoints");
                EmbeddedBroker broker = EmbeddedBroker.start(kafka.folder())) {
            return ReplayRun.run(
                    plan,
                    manifest,
                    before,
                    broker.bootstrap(),
                    new Topics("verify."),
                    Files.createDirectories(out)
                            .resolve("replay-"
                                    + Instant.ofEpochMilli(plan.until())
                                            .toString()
                                            .replace(":", "")),
                    job.unbounded(checkpoints.folder()));
        }
    }
}
