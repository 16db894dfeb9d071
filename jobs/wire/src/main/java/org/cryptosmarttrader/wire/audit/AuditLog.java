package org.cryptosmarttrader.wire.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.cryptosmarttrader.provenance.HashChain;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.WholeFile;

/**
 * One writer's log of what it did, append only, each line chained to all before it (definitions K.4). Safe for use by many
 * threads of one process; a folder has one writer.
 */
public final class AuditLog {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final LongSupplier clock;
    private AuditChain.Head head;

    private AuditLog(Path folder, LongSupplier clock, AuditChain.Head head) {
        this.folder = folder;
        this.clock = clock;
        this.head = head;
    }

    /**
     * Opens the log, or begins it. Only its end is looked at; {@link AuditChain#verify} checks it all.
     *
     * @param folder of this writer alone
     * @param clock epoch milliseconds
     * @throws IOException if its end was altered
     */
    public static AuditLog open(Path folder, LongSupplier clock) throws IOException {
        Files.createDirectories(folder);
        AuditLog log = new AuditLog(folder, clock, AuditChain.head(folder));
        log.complete();
        return log;
    }

    /** A crash may have left the last line out of its file, or half of it in there. */
    private void complete() throws IOException {
        if (head.lines() == 0) {
            return;
        }
        Path file = file(head.day());
        String held = Files.exists(file) ? WholeFile.text(file) : "";
        String whole = head.line() + "\n";
        if (held.endsWith(whole)) {
            return;
        }
        int end = held.lastIndexOf('\n') + 1;
        String part = held.substring(end);
        if (!head.line().startsWith(part) || !isBefore(held.substring(0, end))) {
            throw new IOException(
                    "audit log %s: its last line is not the one %s knows; restore it from a backup, cst audit verify names the place"
                            .formatted(file, AuditChain.HEAD));
        }
        Files.writeString(
                file,
                whole.substring(part.length()),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
    }

    /** Whether the last of some lines is the one before the last line the head knows. */
    private boolean isBefore(String lines) {
        if (lines.isEmpty()) {
            return true;
        }
        String before = lines.substring(lines.lastIndexOf('\n', lines.length() - 2) + 1, lines.length() - 1);
        try {
            byte[] hash = HashChain.next(Sha256.parse(AuditChain.previous(before)), before);
            return Sha256.hex(hash).equals(AuditChain.previous(head.line()));
        } catch (IOException notALine) {
            return false;
        }
    }

    /**
     * Adds a line.
     *
     * @param what was done, e.g. {@code start}
     * @param details values of JSON; no secrets
     * @throws IOException if it cannot be written; what was not logged should not be done
     */
    public synchronized void add(String what, Map<String, ?> details) throws IOException {
        Instant now = Instant.ofEpochMilli(clock.getAsLong());
        // days of files go up even if the clock is set back: the chain is read by day
        String day = head.day().compareTo(DAY.format(now)) > 0 ? head.day() : DAY.format(now);
        SortedMap<String, Object> line = new TreeMap<>();
        line.put("at", now.toString());
        line.put("details", new TreeMap<>(details));
        line.put("previous", head.hash());
        line.put("what", what);
        head = head.next(day, Json.write(line));
        Json.replace(folder.resolve(AuditChain.HEAD), head);
        Files.write(
                file(day),
                (head.line() + "\n").getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
    }

    private Path file(String day) {
        return folder.resolve(day + AuditChain.SUFFIX);
    }
}
