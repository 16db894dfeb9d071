package org.cryptosmarttrader.serving.logs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cryptosmarttrader.wire.Json;

/**
 * The last lines of a file.
 *
 * @param bytes size of the file
 * @param fromByte where the reading began; lines before it were not looked at
 */
public record LogTail(long bytes, long fromByte, List<Line> lines) {

    /** More is not looked at: enough for thousands of lines. */
    private static final int MOST_BYTES = 4_000_000;

    /** What the console's pattern writes, e.g. {@code 09:47:27 INFO  LiveRun: ...}. */
    private static final Pattern PRINTED = Pattern.compile("[0-9:]{8} (TRACE|DEBUG|INFO|WARN|ERROR|FATAL) .*");

    /**
     * A line; what the file does not say of it is null.
     *
     * @param level its own, or that of the line it goes on from
     */
    public record Line(String at, LogLevel level, String logger, String message, String exception) {}

    static LogTail read(Path file, int most, LogLevel least) throws IOException {
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            long size = channel.size();
            long from = Math.max(0, size - MOST_BYTES);
            channel.position(from);
            ByteBuffer buffer = ByteBuffer.allocate((int) (size - from));
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // a read may give less than is asked for
            }
            String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
            // the first line is a part of one if the file begins before it
            String whole = from == 0 ? text : text.substring(text.indexOf('\n') + 1);
            List<Line> lines = lines(whole, least);
            return new LogTail(size, from, lines.subList(Math.max(0, lines.size() - most), lines.size()));
        }
    }

    private static List<Line> lines(String text, LogLevel least) {
        List<Line> lines = new ArrayList<>();
        LogLevel before = null;
        for (String row : text.lines().toList()) {
            Line line = line(row, before);
            before = line.level();
            if (least == null || before != null && before.compareTo(least) >= 0) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static Line line(String text, LogLevel before) {
        if (text.startsWith("{")) {
            try {
                JsonNode fields = Json.mapper().readTree(text);
                return new Line(
                        word(fields, "at"),
                        LogLevel.valueOf(fields.path("level").asText()),
                        word(fields, "logger"),
                        word(fields, "message"),
                        word(fields, "exception"));
            } catch (JsonProcessingException | IllegalArgumentException e) {
                // a line cut by a crash, or printed by something else: shown as it stands
            }
        }
        Matcher printed = PRINTED.matcher(text);
        return new Line(null, printed.matches() ? LogLevel.valueOf(printed.group(1)) : before, null, text, null);
    }

    private static String word(JsonNode fields, String name) {
        return fields.path(name).asText(null);
    }
}
