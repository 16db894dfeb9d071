package org.cryptosmarttrader.app.commands;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says which word is wrong and where the right ones are listed, in two lines. */
public final class WrongWords implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException fault, String[] words) {
        CommandLine command = fault.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText(fault.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(fault, err)) {
            err.println("%s --help lists what it takes"
                    .formatted(command.getCommandSpec().qualifiedName()));
        }
        return CommandLine.ExitCode.USAGE;
    }
}
