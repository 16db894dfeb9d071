package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.runs.CapturedEvents;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.wire.runs.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst archive}: what a live run was sent, as an archive. */
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        description = "Make an archive of what a run over Kafka was sent, or add what came since.")
public final class ArchiveCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Option(names = "--run", required = true, paramLabel = "DIR", description = "output of cst live or cst replay")
    private Path run;

    @Option(
            names = "--archive",
            required = true,
            paramLabel = "DIR",
            description = "an archive of this run's, new or not")
    private Path archive;

    @Override
    public Integer call() throws Exception {
        SortedMap<EventKind, Long> added = CapturedEvents.addTo(archive, RunFolder.open(run));
        added.forEach((kind, events) -> {
            if (events > 0) {
                common.say("%-10s %,d events added", kind.name().toLowerCase(Locale.ROOT), events);
            }
        });
        common.say("archive    %s", archive);
        common.result(added);
        return 0;
    }
}
