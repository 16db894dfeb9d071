package org.cryptosmarttrader.app.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cryptosmarttrader.app.runs.AuditTrail;
import org.cryptosmarttrader.wire.audit.AuditChain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cst audit}: the logs of what was done. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Check the logs of what was done.",
        subcommands = AuditCommand.Verifying.class)
public final class AuditCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; cst audit --help lists them");
    }

    /** {@code cst audit verify}. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Check that no line was altered, removed or added from outside.")
    public static final class Verifying implements Callable<Integer> {

        @Mixin
        private Common common;

        @Option(names = "--data", paramLabel = "DIR", description = "folder of the installation's data (default: data)")
        private Path data = Path.of("data");

        @Override
        public Integer call() throws Exception {
            Path folder = data.resolve(AuditTrail.FOLDER);
            if (!Files.isDirectory(folder)) {
                throw new IllegalArgumentException(
                        "audit %s: no such folder; cst ingest and cst live write it, name theirs with --data"
                                .formatted(folder));
            }
            SortedMap<String, AuditChain.Whole> chains = new TreeMap<>();
            for (Path writer : writers(folder)) {
                AuditChain.Whole whole = AuditChain.verify(writer);
                chains.put(writer.getFileName().toString(), whole);
                common.say("%-8s whole: %,d lines, head %s", writer.getFileName(), whole.lines(), whole.head());
            }
            common.result(chains);
            return 0;
        }

        private static List<Path> writers(Path folder) throws Exception {
            try (Stream<Path> folders = Files.list(folder)) {
                return folders.filter(Files::isDirectory).sorted().toList();
            }
        }
    }
}
