package org.cryptosmarttrader.serving.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.cryptosmarttrader.serving.logs.LogTail.Line;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Logs of sessions")
class SessionLogsTest {

    private static final String SESSION = "2026-11-22.094655-25544";

    @TempDir
    Path folder;

    private SessionLogs logs;
    private Path session;

    @BeforeEach
    void begin() throws IOException {
        logs = new SessionLogs(folder.resolve("logs"));
        session = Files.createDirectories(folder.resolve("logs/2026-11-22/094655-25544"));
    }

    private List<Line> tail(String file, int lines, LogLevel least) throws IOException {
        return logs.tail(SESSION, file, lines, least).orElseThrow().lines();
    }

    @Test
    void are_listed_the_newest_first_with_what_can_be_read_of_them() throws IOException {
        Files.createDirectories(folder.resolve("logs/2026-11-21/235959-7"));
        Files.createDirectories(folder.resolve("logs/2026-11-22/999999-1"));
        Files.createDirectories(folder.resolve("logs/notes/094655-1"));
        Files.createDirectories(session.resolve("live"));
        Files.writeString(session.resolve("live.out"), "four");
        Files.writeString(session.resolve("live/pipeline.log"), "sixsix");
        Files.writeString(session.resolve("live/pipeline-1.log.gz"), "rolled over");

        List<SessionLogs.Listed> listed = logs.newest(10);

        assertThat(listed).extracting(SessionLogs.Listed::session).containsExactly(SESSION, "2026-11-21.235959-7");
        assertThat(listed.get(0).bytes()).isEqualTo(10);
        assertThat(listed.get(0).processes()).containsExactly("live");
        assertThat(listed.get(0).files())
                .extracting(SessionLogs.ListedFile::file)
                .containsExactly("live.out", "live.pipeline.log");
        assertThat(logs.newest(1)).hasSize(1);
        assertThat(new SessionLogs(folder.resolve("none")).newest(10)).isEmpty();
    }

    @Test
    void end_with_the_last_lines_oldest_first() throws IOException {
        Files.writeString(session.resolve("live.out"), "one\ntwo\nthree\n");

        assertThat(tail("live.out", 2, null)).extracting(Line::message).containsExactly("two", "three");
        assertThat(tail("live.out", 5_000, null)).hasSize(3);
    }

    /** A trace goes with the line it explains. */
    @Test
    void are_filtered_by_level_and_keep_what_belongs_to_a_line() throws IOException {
        Files.writeString(
                session.resolve("live.out"),
                "09:47:27 INFO  LiveRun: goes on\n09:47:31 ERROR Sink: failed\njava.io.IOException: disk\n09:47:32 INFO  x: y\n");

        assertThat(tail("live.out", 10, LogLevel.WARN))
                .extracting(Line::message)
                .containsExactly("09:47:31 ERROR Sink: failed", "java.io.IOException: disk");
    }

    @Test
    void show_a_line_that_is_cut_as_it_stands() throws IOException {
        Files.writeString(session.resolve("pipeline.log"), "{\"at\":\"2026\",\"level\":\"INFO\",\"mess");

        assertThat(tail("pipeline.log", 10, null))
                .extracting(Line::message)
                .containsExactly("{\"at\":\"2026\",\"level\":\"INFO\",\"mess");
    }

    /** 500,000 lines of ten bytes are 5 MB; the last 4 MB are looked at, and begin with a whole line. */
    @Test
    void are_read_from_behind_however_long_they_are() throws IOException {
        Files.write(
                session.resolve("live.out"),
                IntStream.range(0, 500_000)
                        .mapToObj("line %04d"::formatted)
                        .map(line -> line.substring(0, 9))
                        .toList());

        LogTail tail = logs.tail(SESSION, "live.out", 5_000, null).orElseThrow();

        assertThat(tail.bytes()).isEqualTo(5_000_000);
        assertThat(tail.fromByte()).isEqualTo(1_000_000);
        assertThat(tail.lines()).hasSize(5_000).allSatisfy(line -> assertThat(line.message())
                .hasSize(9));
    }

    @Test
    void are_not_left_by_a_name_or_a_link() throws IOException {
        Files.writeString(folder.resolve("secret.log"), "key");
        Files.createSymbolicLink(session.resolve("ingest.log"), folder.resolve("secret.log"));
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(folder.resolve("elsewhere/pipeline.log"), "key");
        Files.createSymbolicLink(session.resolve("live"), folder.resolve("elsewhere"));

        for (String file : List.of("ingest.log", "live.pipeline.log", "../../../secret.log", "..", "", "x.log/..")) {
            assertThat(logs.tail(SESSION, file, 10, null)).as(file).isEmpty();
        }
        assertThat(logs.tail("../2026-11-22.094655-25544", "live.out", 10, null))
                .isEmpty();
        assertThat(logs.newest(10).get(0).files()).isEmpty();
    }
}
