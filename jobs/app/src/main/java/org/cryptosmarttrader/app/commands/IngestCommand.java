package org.cryptosmarttrader.app.commands;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.runs.IngestRun;
import org.cryptosmarttrader.ingest.live.EventFeed;
import org.cryptosmarttrader.ingest.net.IngestClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst ingest}: venues to Kafka. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "Follow the venues and write what they say to Kafka, until Ctrl-C.")
public final class IngestCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Mixin
    private IngestOptions options;

    @Option(
            names = "--bootstrap",
            required = true,
            paramLabel = "HOST:PORT",
            description = "a Kafka broker; the topics are made if they are not there")
    private String bootstrap;

    @Option(
            names = "--since",
            converter = InstantWord.class,
            paramLabel = "T",
            description =
                    "from when on trades are read of pairs the topic holds none of, UTC; where a warm start's archive ends (default: as they are heard)")
    private Instant since;

    @Override
    public Integer call() throws Exception {
        UntilStopped until = new UntilStopped();
        try (IngestRun run = IngestRun.start(
                options.ingest(),
                options.graph().grid(),
                bootstrap,
                options.data(),
                since == null ? OptionalLong.empty() : OptionalLong.of(since.toEpochMilli()),
                IngestClock.system(),
                Thread::new,
                EventFeed.Rhythm.LIVE)) {
            common.say("ingest     to %s; Ctrl-C stops it", bootstrap);
            common.result(Map.of("bootstrap", bootstrap));
            until.await(run::tend);
            common.say("ingest     wrote %,d events", run.events());
        } finally {
            until.ended();
        }
        return 0;
    }
}
