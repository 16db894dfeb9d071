package org.cryptosmarttrader.app.commands;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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
        if (cause instanceof FileSystemException ofFile && ofFile.getReason() == null) {
            return "%s: %s".formatted(ofFile.getFile(), reason(ofFile));
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** The JDK names the file alone. */
    private static String reason(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder, and it cannot be made there";
        }
        if (failure instanceof AccessDeniedException) {
            return "this user may not read or write it; correct its rights";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "is a file where a folder is to be made; choose another name";
        }
        return failure.getClass().getSimpleName();
    }

    private static boolean carries(Throwable failure) {
        return failure instanceof ExecutionException
                || failure instanceof JobExecutionException
                || failure instanceof JobException
                || failure.getMessage() != null && failure.getMessage().equals(String.valueOf(failure.getCause()));
    }
}
