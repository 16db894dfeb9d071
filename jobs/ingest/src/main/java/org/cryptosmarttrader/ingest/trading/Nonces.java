package org.cryptosmarttrader.ingest.trading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.wire.WholeFile;

/**
 * Numbers of signed calls, each higher than all before it, across restarts and clocks that are set back: milliseconds of the clock
 * unless those were used up. A file holds a number none of them has reached. Not thread-safe; a key has one process.
 */
final class Nonces {

    /** Numbers taken from the file at once, so that it is written once a minute at most. */
    private static final long RESERVED = 60_000;

    private static final int DIGITS = 19;

    private final Path file;
    private final IngestClock clock;
    private long last;
    private long reserved;

    private Nonces(Path file, IngestClock clock, long last) {
        this.file = file;
        this.clock = clock;
        this.last = last;
        this.reserved = last;
    }

    /**
     * @param file of one key, there or not
     * @throws IOException if it holds no number
     */
    static Nonces open(Path file, IngestClock clock) throws IOException {
        if (!Files.exists(file)) {
            return new Nonces(file, clock, 0);
        }
        String held = WholeFile.text(file).strip();
        if (!held.matches("[0-9]{1,%d}".formatted(DIGITS - 1))) {
            throw new IOException(
                    "%s: holds no number; make a new key at the venue and remove this file, or its calls are refused"
                            .formatted(file));
        }
        return new Nonces(file, clock, Long.parseLong(held));
    }

    long next() throws IOException {
        last = Math.max(last + 1, clock.millis());
        if (last >= reserved) {
            reserve(last + RESERVED);
        }
        return last;
    }

    /** One small overwrite in place: a power failure leaves the old number or the new one, which has as many digits. */
    private void reserve(long number) throws IOException {
        byte[] text = "%018d%n".formatted(number).getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text), 0);
            channel.force(true);
        }
        reserved = number;
    }
}
