package org.cryptosmarttrader.app.commands;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says which word is wrong or missing and where the right ones are listed, in two or three lines. */
public final class WrongWords implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException fault, String[] words) {
        CommandLine command = fault.getCommandLine();
        List<String> unknown = command.getUnmatchedArguments();
        if (fault instanceof MissingParameterException && !unknown.isEmpty()) {
            // what is missing was most likely meant by the word that is not known
            command.getErr().println(command.getColorScheme().errorText(fault.getMessage()));
            return handleParseException(new UnmatchedArgumentException(command, unknown), words);
        }
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText(fault.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(fault, err)) {
            err.println("%s --help lists what it takes"
                    .formatted(command.getCommandSpec().qualifiedName()));
        }
        return CommandLine.ExitCode.USAGE;
    }
}
