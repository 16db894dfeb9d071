package org.cryptosmarttrader.app.live;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** All that is logged while it listens, information and graver, with stack traces. */
final class LoggedLines extends AbstractAppender implements AutoCloseable {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final LoggerConfig root;
    private final Level before;

    private LoggedLines(LoggerConfig root) {
        super(
                "logged-lines",
                null,
                PatternLayout.newBuilder().withPattern("%p %c %m%n%xEx").build(),
                false,
                Property.EMPTY_ARRAY);
        this.root = root;
        this.before = root.getLevel();
    }

    static LoggedLines listen() {
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        LoggedLines lines = new LoggedLines(context.getConfiguration().getRootLogger());
        lines.start();
        lines.root.addAppender(lines, Level.ALL, null);
        lines.root.setLevel(Level.INFO);
        context.updateLoggers();
        return lines;
    }

    @Override
    public synchronized void append(LogEvent event) {
        lines.add(getLayout().toSerializable(event).toString());
        notifyAll();
    }

    /** Whether such a line is logged within a time, or was before. */
    synchronized boolean hear(Predicate<String> wanted, Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        while (lines.stream().noneMatch(wanted)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        root.removeAppender(getName());
        root.setLevel(before);
        ((LoggerContext) LogManager.getContext(false)).updateLoggers();
        stop();
    }
}
