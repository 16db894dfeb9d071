package org.cryptosmarttrader.ingest.trading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.cryptosmarttrader.provenance.HashChain;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.archive.ArchiveLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was decided and learned about orders, a line each, append only, each line with the hash of all up to it. A line stands in the
 * file before anything is done about it; {@link #force} brings it to the disk before others see a consequence.
 *
 * <p>A last line without its end was never acted on and is cut off. Any other damage ends the reading: nobody can say then which
 * orders were sent. One process at a time holds a journal. Not thread-safe.
 */
public final class OrderJournal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OrderJournal.class);

    private static final String FILE = "journal.jsonl";

    private final ArchiveLock lock;
    private final Path file;
    private final FileChannel channel;
    private final OrderLedger ledger = new OrderLedger();
    private byte[] head = HashChain.genesis();
    private boolean isForced = true;

    /** @param chain SHA-256 of all lines up to this one, hexadecimal */
    private record Line(Entry entry, String chain) {}

    private OrderJournal(ArchiveLock lock, Path file, FileChannel channel) {
        this.lock = lock;
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens a journal, or begins it: its first line says when.
     *
     * @param folder of the journal alone
     * @param now epoch milliseconds
     * @throws IOException if another process holds it, or a line is not as it was written; names file and line
     */
    public static OrderJournal open(Path folder, long now) throws IOException {
        ArchiveLock lock = ArchiveLock.take(
                folder,
                "%s: another cst trade holds the journal of this folder; a key has one writer, or orders could be sent twice: end the other first"
                        .formatted(folder.toAbsolutePath()));
        try {
            Path file = folder.resolve(FILE);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            OrderJournal journal = new OrderJournal(lock, file, channel);
            journal.read();
            if (journal.ledger.isEmpty()) {
                journal.begin(now);
            }
            return journal;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void read() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int from = 0;
        int number = 0;
        for (int end = lineEnd(bytes, from); end >= 0; end = lineEnd(bytes, from)) {
            number++;
            take(new String(bytes, from, end - from, StandardCharsets.UTF_8), number);
            from = end + 1;
        }
        // what stands behind the last line's end was being written when the process ended
        channel.truncate(from);
        channel.position(from);
        channel.force(true);
    }

    private void begin(long now) throws IOException {
        append(Entry.begun(now));
        force();
        LOG.info("{}: begins at {}; orders decided before are not sent", file, Instant.ofEpochMilli(now));
    }

    private static int lineEnd(byte[] bytes, int from) {
        for (int at = from; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    private void take(String text, int number) throws IOException {
        try {
            Line line = Json.read(text, Line.class, "the line");
            byte[] next = HashChain.next(head, Json.write(line.entry()));
            if (!Sha256.hex(next).equals(line.chain())) {
                throw new IOException("its hash does not follow from the lines before it");
            }
            ledger.apply(line.entry());
            head = next;
        } catch (IOException e) {
            throw new IOException(
                    "%s, line %d: %s; the journal was altered or its disk is damaged: restore it from a backup, and compare the venue's orders with it before trading"
                            .formatted(file, number, e.getMessage()),
                    e);
        }
    }

    /** What it says by now. */
    OrderLedger ledger() {
        return ledger;
    }

    /** Adds a line; a process that is killed afterwards will find it. */
    void append(Entry entry) throws IOException {
        ledger.apply(entry);
        head = HashChain.next(head, Json.write(entry));
        byte[] line = (Json.write(new Line(entry, Sha256.hex(head))) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.wrap(line);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        isForced = false;
    }

    /** Brings all lines to the disk: a machine that loses its power afterwards will find them. */
    void force() throws IOException {
        if (!isForced) {
            channel.force(false);
            isForced = true;
        }
    }

    @Override
    public void close() throws IOException {
        try (lock;
                channel) {
            force();
        }
    }
}
