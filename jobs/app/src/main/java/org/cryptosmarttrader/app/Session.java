package org.cryptosmarttrader.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.cryptosmarttrader.app.runs.Version;
import org.cryptosmarttrader.wire.Json;

/** One start of the program; the launcher names it and the folder of its log. */
public final class Session {

    /** Where the log lies; empty if the program was started without the launcher. */
    static final String LOGS = "cst.logs";

    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private static final AtomicReference<Session> CURRENT = new AtomicReference<>();

    private final List<String> words;
    private final Instant begunAt = Instant.now();

    /**
     * What is kept of it beside its log.
     *
     * @param exit code; null if a signal ended it, which makes its own
     */
    private record Note(
            String session, List<String> words, String version, String begunAt, String endedAt, Integer exit) {}

    private Session(List<String> words) {
        this.words = words;
    }

    static Session begin(String[] words) {
        Session session = new Session(List.of(words));
        CURRENT.set(session);
        return session;
    }

    /** Folder of the logs of all sessions: that of days, in one of which this session logs. */
    public static Path logs() {
        return System.getProperty(LOGS) == null ? Path.of("data/logs") : ofDays(Path.of(System.getProperty(LOGS)));
    }

    /** The folder above that of a day; the folder itself if it lies in none. */
    static Path ofDays(Path own) {
        for (Path folder = own; folder.getParent() != null; folder = folder.getParent()) {
            if (folder.getFileName().toString().matches(DAY)) {
                return folder.getParent();
            }
        }
        return own;
    }

    /** Notes the end of the one under way, before a program that was asked to stop is gone. */
    public static void endCurrent() {
        Session session = CURRENT.get();
        if (session != null) {
            session.end(null);
        }
    }

    /** Notes the end beside the log, if there is one: most commands log nothing. */
    void end(Integer exit) {
        Path logs = Path.of(System.getProperty(LOGS, ""));
        if (System.getProperty(LOGS) == null || !Files.isDirectory(logs)) {
            return;
        }
        Note note = new Note(
                System.getProperty("cst.session", ""),
                words,
                Version.program(),
                begunAt.toString(),
                Instant.now().toString(),
                exit);
        try {
            Files.writeString(logs.resolve("session.json"), Json.pretty(note));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "log %s: session.json could not be written (%s)".formatted(logs, e.getMessage()), e);
        }
    }
}
