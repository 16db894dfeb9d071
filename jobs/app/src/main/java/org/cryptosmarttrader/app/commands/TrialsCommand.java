package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.wire.trials.TrialLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cst trials}: what was ever tried on an archive. */
@Command(
        name = "trials",
        mixinStandardHelpOptions = true,
        description = "Show or check the ledger of everything tried on an archive.",
        subcommands = {TrialsCommand.Listing.class, TrialsCommand.Verifying.class})
public final class TrialsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; cst trials --help lists them");
    }

    /** Which ledger. */
    static final class Ledger {

        @Spec(Spec.Target.MIXEE)
        private CommandSpec spec;

        @Option(
                names = "--archive",
                paramLabel = "DIR",
                description =
                        "archive, or output of cst dataset that trained (default: none, --trials names the ledger)")
        private Path archive;

        @Mixin
        private TrialsOption trials;

        TrialLedger ledger() {
            if (archive == null && !trials.isNamed()) {
                throw new ParameterException(spec.commandLine(), "which ledger? name --archive DIR or --trials DIR");
            }
            return trials.ofArchive(archive);
        }
    }

    /** {@code cst trials list}. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Print each trial once, with what came of it.")
    public static final class Listing implements Callable<Integer> {

        @Mixin
        private Common common;

        @Mixin
        private Ledger of;

        @Override
        public Integer call() throws Exception {
            TrialLedger.Content content = of.ledger().read();
            content.trials().forEach(trial -> common.say("%s", TrialSummary.line(trial)));
            common.say("%,d trials in %,d lines", content.trials().size(), content.lines());
            common.result(content);
            return 0;
        }
    }

    /** {@code cst trials verify}. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Check that no line of the ledger was altered, removed or added from outside.")
    public static final class Verifying implements Callable<Integer> {

        @Mixin
        private Common common;

        @Mixin
        private Ledger of;

        /** What is printed as JSON. */
        private record Result(int lines, int trials, String head) {}

        @Override
        public Integer call() throws Exception {
            TrialLedger.Content content = of.ledger().read();
            common.say(
                    "whole: %,d lines, %,d trials, head %s",
                    content.lines(), content.trials().size(), content.head());
            common.result(new Result(content.lines(), content.trials().size(), content.head()));
            return 0;
        }
    }
}
