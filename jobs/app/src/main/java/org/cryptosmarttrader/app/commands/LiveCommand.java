package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.runs.AuditTrail;
import org.cryptosmarttrader.app.runs.LiveRun;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.WarmStart;
import org.cryptosmarttrader.wire.archive.ArchiveLock;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.runs.RunManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst live}: the job over Kafka. */
@Command(
        name = "live",
        mixinStandardHelpOptions = true,
        description =
                "Predict, judge and paper-trade what ingest writes to Kafka, until Ctrl-C; a second start goes on.")
public final class LiveCommand implements Callable<Integer> {

    /** Flink's own metrics, below the folder of the installation. */
    static final String METRICS = "flink/metrics.txt";

    @Mixin
    private Common common;

    @Mixin
    private IngestOptions options;

    @Mixin
    private JobOptions job;

    @Option(
            names = "--bootstrap",
            required = true,
            paramLabel = "HOST:PORT",
            description = "the broker ingest writes to")
    private String bootstrap;

    @Option(
            names = "--genesis",
            converter = InstantWord.class,
            paramLabel = "T",
            description = "first decision whose rows are written, UTC; of a run that goes on its own (default: now)")
    private Instant genesis;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description =
                    "the past the run begins with, so that histories are long enough at once (default: none, they grow)")
    private Path archive;

    @Option(names = "--pairs", split = ",", paramLabel = "PAIR", description = "canonical pairs (default: all)")
    private List<String> pairs = List.of();

    @Override
    public Integer call() throws Exception {
        UntilStopped until = new UntilStopped();
        Path out = options.live();
        Path checkpoints = options.data().resolve("checkpoints");
        Topics topics = new Topics(options.ingest().topicPrefix());
        try (ArchiveLock lock = ArchiveLock.take(
                        checkpoints,
                        "%s: another cst live keeps its checkpoints in this folder; end it first, or name another with --data"
                                .formatted(checkpoints));
                LiveRun run = LiveRun.start(
                        plan(out),
                        bootstrap,
                        topics,
                        out,
                        checkpoints,
                        job.bounded().withMetrics(options.data().resolve(METRICS)));
                AuditTrail trail = AuditTrail.start(
                        options.data().resolve(AuditTrail.FOLDER).resolve("live"),
                        bootstrap,
                        topics,
                        run.folder().manifest())) {
            common.say(
                    "live       run %s over %s into %s; Ctrl-C stops it",
                    run.folder().manifest().run(), bootstrap, out);
            common.result(Map.of("run", run.folder().manifest().run(), "bootstrap", bootstrap));
            until.await(() -> {
                run.requireAlive();
                trail.requireAlive();
            });
        } finally {
            until.ended();
        }
        return 0;
    }

    /** A run that has begun keeps its beginning. */
    private RunPlan plan(Path out) throws Exception {
        Optional<RunManifest> begun = LiveRun.begun(out);
        Instant now = Instant.now();
        if (archive != null) {
            WarmStart warm = WarmStart.of(
                    archive,
                    begun,
                    genesis == null ? now : genesis,
                    options.graph().grid());
            return RunPlan.live(fed(warm.feeds(options.graph().grid())), warm, pairs);
        }
        if (begun.isPresent() && begun.get().archive() != null) {
            throw new IllegalArgumentException("%s: run %s began with an archive; name it with --archive"
                    .formatted(out, begun.get().run()));
        }
        long begin = begun.map(RunManifest::genesis).orElse((genesis == null ? now : genesis).toEpochMilli());
        return RunPlan.live(fed(WarmStart.TRADES_ONLY), begin, pairs);
    }

    /** Feeds that conf names go before those that are taken otherwise. */
    private Configuration fed(String feeds) {
        Configuration conf = options.graph();
        return conf.feeds().spans().isEmpty() ? options.graph(Map.of("sources.feeds", feeds)) : conf;
    }
}
