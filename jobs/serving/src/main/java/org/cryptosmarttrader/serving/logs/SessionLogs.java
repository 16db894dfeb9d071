package org.cryptosmarttrader.serving.logs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The logs of sessions: a folder a day, in it one a session, in that its files and a folder for each process it started. Names
 * of sessions and files here have no slash: {@code 2026-11-22.094655-25544}, {@code live.pipeline.log}.
 *
 * @param folder of all days; there or not
 */
public record SessionLogs(Path folder) {

    /** Day, time of day and process of a start. */
    public static final String SESSION = "[0-9]{4}-[0-9]{2}-[0-9]{2}\\.[0-9]{6}-[0-9]{1,10}";

    /** The process, if it is not the session's own, and the name; files that were rolled over are not read. */
    public static final String FILE = "([a-z]{1,20}\\.)?[a-z]{1,20}\\.(log|out)";

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd.HHmmss");
    private static final int TIME_LETTERS = "2026-11-22.094655".length();
    private static final int DAY_LETTERS = "2026-11-22".length();

    /**
     * A session.
     *
     * @param startedAt as its name says
     * @param bytes of its files
     * @param processes those it started, by name
     */
    public record Listed(
            String session, Instant startedAt, long bytes, List<String> processes, List<ListedFile> files) {}

    /** A file that can be read, by its name here. */
    public record ListedFile(String file, long bytes) {}

    /** The newest sessions, the newest first. */
    public List<Listed> newest(int most) throws IOException {
        List<Listed> sessions = new ArrayList<>();
        for (Path day : folders(folder)) {
            for (Path session : folders(day)) {
                String name = day.getFileName() + "." + session.getFileName();
                if (sessions.size() < most && name.matches(SESSION)) {
                    Optional<Instant> startedAt = startedAt(name);
                    if (startedAt.isPresent()) {
                        sessions.add(listed(name, startedAt.get(), session));
                    }
                }
            }
        }
        return sessions;
    }

    /** Empty if there is no such day or time. */
    private static Optional<Instant> startedAt(String name) {
        try {
            return Optional.of(
                    LocalDateTime.parse(name.substring(0, TIME_LETTERS), NAME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Listed listed(String name, Instant startedAt, Path session) throws IOException {
        List<ListedFile> files = new ArrayList<>(files(session, ""));
        List<String> processes = new ArrayList<>();
        for (Path process : folders(session)) {
            processes.add(0, process.getFileName().toString());
            files.addAll(files(process, process.getFileName() + "."));
        }
        return new Listed(
                name, startedAt, files.stream().mapToLong(ListedFile::bytes).sum(), processes, files);
    }

    private static List<ListedFile> files(Path folder, String prefix) throws IOException {
        List<ListedFile> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : entries.sorted().toList()) {
                String name = prefix + file.getFileName();
                if (name.matches(FILE) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(new ListedFile(name, Files.size(file)));
                }
            }
        }
        return files;
    }

    /** Real folders in a folder, the last by name first. */
    private static List<Path> folders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /**
     * The end of a file.
     *
     * @param session of the form {@link #SESSION}
     * @param file of the form {@link #FILE}
     * @return empty if it is not there, or is not a file below the folder of the logs
     */
    public Optional<LogTail> tail(String session, String file, int lines, LogLevel least) throws IOException {
        if (!session.matches(SESSION) || !file.matches(FILE)) {
            return Optional.empty();
        }
        Path ofSession = folder.resolve(session.substring(0, DAY_LETTERS)).resolve(session.substring(DAY_LETTERS + 1));
        int dot = file.indexOf('.');
        boolean isOfProcess = dot != file.lastIndexOf('.');
        Path named = isOfProcess
                ? ofSession.resolve(file.substring(0, dot)).resolve(file.substring(dot + 1))
                : ofSession.resolve(file);
        if (!Files.isRegularFile(named, LinkOption.NOFOLLOW_LINKS)
                || !named.toRealPath().startsWith(folder.toRealPath())) {
            return Optional.empty();
        }
        return Optional.of(LogTail.read(named, lines, least));
    }
}
