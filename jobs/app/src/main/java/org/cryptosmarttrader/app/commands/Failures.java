package org.cryptosmarttrader.app.commands;

import java.util.concurrent.ExecutionException;
import org.apache.flink.runtime.JobException;
import org.apache.flink.runtime.client.JobExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in one message; the whole trace goes to the log. */
public final class Failures implements IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult words) {
        LOG.error("{} failed", command.getCommandName(), failure);
        command.getErr().println(command.getColorScheme().errorText(message(failure)));
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** The message of what happened first, below the layers that only carried it. */
    static String message(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && (carries(cause) || cause.getMessage() == null)) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private static boolean carries(Throwable failure) {
        return failure instanceof ExecutionException
                || failure instanceof JobExecutionException
                || failure instanceof JobException
                || failure.getMessage() != null && failure.getMessage().equals(String.valueOf(failure.getCause()));
    }
}
