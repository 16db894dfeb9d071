package org.cryptosmarttrader.ingest.live;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.Json;

/**
 * Payloads as they were received, a JSON line each with its SHA-256, in compressed files by source and hour of receipt:
 * {@code <folder>/<source>/date=2026-03-01/05-000.jsonl.zst}. A file that a crash cut off can be read up to its end; the next
 * start begins another. Safe for use by many threads.
 */
public final class RawLog implements Closeable {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("'date='yyyy-MM-dd/HH").withZone(ZoneOffset.UTC);

    private static final int LEVEL = 3;

    private record Segment(String hour, ZstdOutputStream out) {}

    private final Path folder;
    private final IngestClock clock;
    private final SortedMap<String, Segment> open = new TreeMap<>();

    public RawLog(Path folder, IngestClock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Keeps a payload.
     *
     * @param source id of the source
     * @param from where it came from, without secrets
     * @return SHA-256 of its bytes, 32 bytes
     */
    public synchronized byte[] keep(String source, String from, byte[] payload) {
        byte[] hash = Sha256.of(payload);
        long now = clock.millis();
        SortedMap<String, Object> line = new TreeMap<>();
        line.put("sha256", Sha256.hex(hash));
        line.put("received_at", now);
        line.put("from", from);
        String text = new String(payload, StandardCharsets.UTF_8);
        boolean isText = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), payload);
        line.put(isText ? "text" : "base64", isText ? text : Base64.getEncoder().encodeToString(payload));
        try {
            segment(source, HOUR.format(Instant.ofEpochMilli(now)))
                    .out()
                    .write((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(e);
        }
        return hash;
    }

    private Segment segment(String source, String hour) throws IOException {
        Segment segment = open.get(source);
        if (segment != null && segment.hour().equals(hour)) {
            return segment;
        }
        if (segment != null) {
            segment.out().close();
        }
        Path file = nextFile(source, hour);
        Files.createDirectories(file.getParent());
        ZstdOutputStream out = new ZstdOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), LEVEL);
        open.put(source, new Segment(hour, out));
        return open.get(source);
    }

    private Path nextFile(String source, String hour) {
        int number = 0;
        Path file;
        do {
            file = folder.resolve(source).resolve("%s-%03d.jsonl.zst".formatted(hour, number++));
        } while (Files.exists(file));
        return file;
    }

    /** What was kept so far survives the end of this process, however it ends. */
    public synchronized void flush() {
        try {
            for (Segment segment : open.values()) {
                segment.out().flush();
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private UncheckedIOException failed(IOException cause) {
        return new UncheckedIOException(
                "raw log %s: cannot be written (%s); free the disk or correct the folder's rights, nothing is ingested without its payload"
                        .formatted(folder, cause.getMessage()),
                cause);
    }

    @Override
    public synchronized void close() throws IOException {
        for (Segment segment : open.values()) {
            segment.out().close();
        }
        open.clear();
    }
}
