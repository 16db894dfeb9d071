package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.runs.LiveRun;
import org.cryptosmarttrader.app.runs.WarmStart;
import org.cryptosmarttrader.app.up.Doctor;
import org.cryptosmarttrader.app.up.Finding;
import org.cryptosmarttrader.app.up.Installation;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.ArchiveLock;
import org.cryptosmarttrader.wire.conf.IngestSettings;
import org.cryptosmarttrader.wire.events.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst up}: everything on this machine. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Run broker, ingest, job and pages on this machine, each a process of its own, until Ctrl-C; a second start goes on.")
public final class UpCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Mixin
    private IngestOptions options;

    @Mixin
    private PortOptions ports;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description =
                    "the past the job begins with; trades since its end are read from Kraken again (default: none, histories grow)")
    private Path archive;

    /** What would not run is not begun; what runs with less is said. */
    private void requireHealthy(IngestSettings ingest) throws InterruptedException {
        List<Finding> findings = new Doctor(options.data(), ingest, System.getenv()).findings(ports.all());
        findings.stream()
                .filter(finding -> finding.state() == Finding.State.LIMITED)
                .forEach(finding -> common.say("%s", DoctorCommand.line(finding)));
        List<String> bad = findings.stream()
                .filter(DoctorCommand::isBad)
                .map(DoctorCommand::line)
                .toList();
        if (!bad.isEmpty()) {
            throw new IllegalStateException(
                    "up: this machine is not ready; cst doctor shows it all%n%s".formatted(String.join("\n", bad)));
        }
    }

    @Override
    public Integer call() throws Exception {
        ports.all();
        try (ArchiveLock lock = ArchiveLock.take(
                options.data(),
                "%s: another cst up runs from this folder; end it first, or name another folder with --data"
                        .formatted(options.data()))) {
            return keepUp();
        }
    }

    private List<String> serve() {
        List<String> words = new ArrayList<>(List.of(
                "--wait",
                "--run",
                options.live().toString(),
                "--data",
                options.data().toString(),
                "--runs",
                options.data().toString(),
                "--conf",
                options.conf().toString()));
        words.addAll(ports.serve().words());
        return words;
    }

    private int keepUp() throws Exception {
        TickGrid grid = options.graph().grid();
        List<String> ofIngest = new ArrayList<>();
        List<String> ofLive = new ArrayList<>();
        if (archive != null) {
            WarmStart warm = WarmStart.of(archive, LiveRun.begun(options.live()), Instant.now(), grid);
            ofIngest.addAll(List.of(
                    "--since", Instant.ofEpochMilli(warm.firstLiveBar(grid)).toString()));
            ofLive.addAll(List.of("--archive", archive.toString()));
        }
        IngestSettings ingest = options.ingest();
        requireHealthy(ingest);
        UntilStopped until = new UntilStopped();
        try (Installation up = Installation.start(
                Installation.Plan.of(options.data(), ports.broker(), ofIngest, ofLive, serve(), options.words()),
                new Topics(ingest.topicPrefix()),
                ingest.partitions(),
                common::say)) {
            common.say("up         broker %s, everything in %s; Ctrl-C stops all", up.bootstrap(), options.data());
            common.say(
                    "           pages http://127.0.0.1:%d, API http://127.0.0.1:%d, metrics http://127.0.0.1:%d/metrics",
                    ports.serve().pages(), ports.serve().api(), ports.serve().metrics());
            common.result(Map.of("bootstrap", up.bootstrap()));
            until.await();
            common.say("stopping");
        } finally {
            until.ended();
        }
        return 0;
    }
}
