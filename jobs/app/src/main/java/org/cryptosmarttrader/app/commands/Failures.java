package org.cryptosmarttrader.app.commands;

import java.net.SocketException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;
import org.apache.flink.runtime.JobException;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.util.FlinkException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in one message; the whole trace goes to the log. */
public final class Failures implements IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final String NOT_A_FOLDER = "Not a directory";

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
        if (cause instanceof FileSystemException ofFile) {
            return "%s: %s".formatted(ofFile.getFile(), reason(ofFile));
        }
        // the JDK says "Connection refused" and the like, not of what
        return cause.getMessage() == null || cause instanceof SocketException ? cause.toString() : cause.getMessage();
    }

    /** The JDK names the file alone, or says what the system said. */
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
        if (NOT_A_FOLDER.equals(failure.getReason())) {
            return "lies below a file; choose another name";
        }
        return failure.getReason() == null ? failure.getClass().getSimpleName() : failure.getReason();
    }

    private static boolean carries(Throwable failure) {
        return failure instanceof ExecutionException
                || failure instanceof JobExecutionException
                || failure instanceof JobException
                || failure.getClass() == FlinkException.class
                || failure.getMessage() != null && failure.getMessage().equals(String.valueOf(failure.getCause()));
    }
}
