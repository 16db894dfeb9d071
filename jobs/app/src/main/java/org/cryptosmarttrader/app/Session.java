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
