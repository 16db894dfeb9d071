package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.broker.Ports;
import org.cryptosmarttrader.wire.archive.ArchiveLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst broker}: a Kafka broker of one machine. */
@Command(
        name = "broker",
        mixinStandardHelpOptions = true,
        description = "Run a Kafka broker on loopback until Ctrl-C; what it holds outlives it.")
public final class BrokerCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder of the installation; the broker's files lie in its folder kafka (default: data)")
    private Path data = Path.of("data");

    @Option(names = "--port", paramLabel = "PORT", description = "of 127.0.0.1 (default: ${DEFAULT-VALUE})")
    private int port = 9092;

    @Override
    public Integer call() throws Exception {
        Ports.require("--port", port);
        Path folder = data.resolve("kafka");
        UntilStopped until = new UntilStopped();
        try (ArchiveLock lock = ArchiveLock.take(
                        folder,
                        "%s: another cst broker keeps its log in this folder; end it first, or name another with --data"
                                .formatted(folder));
                EmbeddedBroker broker = EmbeddedBroker.start(folder, port)) {
            common.say("broker     %s; Ctrl-C stops it", broker.bootstrap());
            common.result(Map.of("bootstrap", broker.bootstrap()));
            until.await();
        } finally {
            until.ended();
        }
        return 0;
    }
}
