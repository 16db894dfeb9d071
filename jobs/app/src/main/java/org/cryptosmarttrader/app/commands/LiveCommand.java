package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.runs.LiveRun;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.history.MarketFeed;
import org.cryptosmarttrader.history.MarketFeeds;
import org.cryptosmarttrader.ingest.kraken.KrakenFeed;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.runs.RunFolder;
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
            description = "first instant folded, UTC; of a run that goes on its own (default: now)")
    private Instant genesis;

    @Option(names = "--pairs", split = ",", paramLabel = "PAIR", description = "canonical pairs (default: all)")
    private List<String> pairs = List.of();

    @Override
    public Integer call() throws Exception {
        UntilStopped until = new UntilStopped();
        Path out = options.data().resolve("live");
        RunPlan plan = plan(out);
        Topics topics = new Topics(options.ingest().topicPrefix());
        try (LiveRun run =
                LiveRun.start(plan, bootstrap, topics, out, options.data().resolve("checkpoints"), job.bounded())) {
            common.say(
                    "live       run %s over %s into %s; Ctrl-C stops it",
                    run.folder().manifest().run(), bootstrap, out);
            common.result(Map.of("run", run.folder().manifest().run(), "bootstrap", bootstrap));
            until.await(run::requireAlive);
        } finally {
            until.ended();
        }
        return 0;
    }

    /** A run that has begun keeps its genesis. */
    private RunPlan plan(Path out) throws Exception {
        Configuration conf = options.graph();
        Configuration fed = conf.feeds().spans().isEmpty() ? conf.withFeeds(kraken()) : conf;
        Instant asked = genesis == null ? Instant.now() : genesis;
        long begun = RunFolder.isAt(out) ? RunFolder.open(out).manifest().genesis() : asked.toEpochMilli();
        return RunPlan.live(fed, begun, pairs);
    }

    /** What ingest writes if nothing else is said. */
    private static MarketFeeds kraken() {
        return MarketFeeds.always("*/USD", new MarketFeed(KrakenFeed.SOURCE, EventKind.TRADE, 0));
    }
}
