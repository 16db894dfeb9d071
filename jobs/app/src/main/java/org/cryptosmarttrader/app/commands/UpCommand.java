package org.cryptosmarttrader.app.commands;

import java.util.Map;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.up.Installation;
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
                "Run broker, ingest and job on this machine, each a process of its own, until Ctrl-C; a second start goes on.")
public final class UpCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Mixin
    private IngestOptions options;

    @Option(names = "--port", paramLabel = "PORT", description = "of the broker (default: ${DEFAULT-VALUE})")
    private int port = 9092;

    @Override
    public Integer call() throws Exception {
        options.graph();
        IngestSettings ingest = options.ingest();
        UntilStopped until = new UntilStopped();
        try (Installation up = Installation.start(
                Installation.Plan.of(options.data(), port, options.words()),
                new Topics(ingest.topicPrefix()),
                ingest.partitions(),
                common::say)) {
            common.say("up         broker %s, everything in %s; Ctrl-C stops all", up.bootstrap(), options.data());
            common.result(Map.of("bootstrap", up.bootstrap()));
            until.await();
            common.say("stopping");
        } finally {
            until.ended();
        }
        return 0;
    }
}
