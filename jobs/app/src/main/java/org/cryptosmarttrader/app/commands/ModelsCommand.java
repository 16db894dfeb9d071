package org.cryptosmarttrader.app.commands;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cst models}: what there is, what each is worth, and which is to be used. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description =
                "List, register, retrain, compare and announce models, and tell what a forecast owes to each column.",
        footer = {"", "docs/models.md says what a model has to take and to give."},
        subcommands = {
            ModelsListCommand.class,
            ModelsRegisterCommand.class,
            ModelsContributionsCommand.class,
            ModelsPageCommand.class,
            ModelsRetrainCommand.class,
            ModelsChallengeCommand.class,
            ModelsAnnounceCommand.class
        })
public final class ModelsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; cst models --help lists them");
    }
}
