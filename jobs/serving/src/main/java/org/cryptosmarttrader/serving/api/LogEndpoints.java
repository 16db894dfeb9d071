package org.cryptosmarttrader.serving.api;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.serving.http.Problem;
import org.cryptosmarttrader.serving.logs.LogLevel;
import org.cryptosmarttrader.serving.logs.LogTail;
import org.cryptosmarttrader.serving.logs.SessionLogs;

/** What sessions of the program logged. */
final class LogEndpoints {

    private static final int SESSIONS = 200;
    private static final int LINES_SHOWN = 200;
    private static final int MOST_LINES = 5_000;

    private static final Parameter SESSION = new Parameter(
            "session", true, "as /logs names it", SessionLogs.SESSION, "2026-11-22.094655-25544", word -> word);
    private static final Parameter FILE =
            new Parameter("file", true, "as /logs names it", SessionLogs.FILE, "live.pipeline.log", word -> word);
    private static final Parameter LINES =
            Parameter.number("lines", 1, MOST_LINES, "how many of the last lines, 200 if not given");
    private static final Parameter LEVEL = Parameter.choice(
            "level",
            Arrays.stream(LogLevel.values()).map(LogLevel::name).toList(),
            "lines that are at least as grave; a line without a level goes with the one before it");

    private LogEndpoints() {}

    static List<Endpoint> all(SessionLogs logs) {
        return List.of(
                new Endpoint.Document(
                        "/logs",
                        "the newest 200 sessions of the program with their files, the newest first",
                        List.of(),
                        (snapshot, arguments) -> sessions(logs)),
                new Endpoint.Document(
                        "/logs/{session}/{file}",
                        "the last lines of a log, oldest first",
                        List.of(SESSION, FILE, LINES, LEVEL),
                        (snapshot, arguments) -> tail(logs, arguments)));
    }

    private static Map<String, Object> sessions(SessionLogs logs) throws IOException {
        return Map.of(
                "sessions",
                logs.newest(SESSIONS).stream().map(LogEndpoints::fields).toList());
    }

    private static Map<String, Object> fields(SessionLogs.Listed session) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("session", session.session());
        fields.put("started_at", session.startedAt());
        fields.put("bytes", session.bytes());
        fields.put("processes", session.processes());
        fields.put(
                "files",
                session.files().stream()
                        .map(file -> Map.of("file", file.file(), "bytes", file.bytes()))
                        .toList());
        return fields;
    }

    private static Map<String, Object> fields(LogTail.Line line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", line.at());
        fields.put("level", line.level());
        fields.put("logger", line.logger());
        fields.put("message", line.message());
        fields.put("exception", line.exception());
        return fields;
    }

    private static Map<String, Object> tail(SessionLogs logs, Arguments arguments) throws IOException {
        String session = arguments.text(SESSION);
        String file = arguments.text(FILE);
        String level = arguments.text(LEVEL);
        LogTail tail = logs.tail(
                        session,
                        file,
                        arguments.number(LINES, LINES_SHOWN),
                        level == null ? null : LogLevel.valueOf(level))
                .orElseThrow(() -> Problem.notFound(
                        "no log %s of session %s; /logs names those there are".formatted(file, session)));
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("session", session);
        said.put("file", file);
        said.put("bytes", tail.bytes());
        said.put("from_byte", tail.fromByte());
        said.put("lines", tail.lines().stream().map(LogEndpoints::fields).toList());
        return said;
    }
}
