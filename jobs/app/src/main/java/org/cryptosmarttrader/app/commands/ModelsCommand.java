package org.cryptosmarttrader.app.commands;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cst models}: what there is, what was made elsewhere, and what a forecast owes to its columns. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "List models, take in models made elsewhere, and explain a forecast.",
        footer = {"", "docs/models.md says what a model has to take and to give."},
        subcommands = {ModelsListCommand.class, ModelsRegisterCommand.class, ModelsContributionsCommand.class})
public final class ModelsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; cst models --help lists them");
    }
}
