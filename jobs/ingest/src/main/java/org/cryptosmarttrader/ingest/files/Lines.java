package org.cryptosmarttrader.ingest.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines of a text in UTF-8, whatever ends them, a byte order mark left out. Small, since many are open at once. */
final class Lines implements Closeable {

    /** No row of market data is as long; a file without line ends must not fill the memory. */
    private static final int LONGEST = 1 << 16;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 13];
    private int position;
    private int filled;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Number of the line last read, from 1. */
    long number() {
        return number;
    }

    /**
     * The next line without its end; null after the last.
     *
     * @throws BadRow if it is too long to be one; the next call reads the line behind it
     */
    String next() throws IOException, BadRow {
        byte[] begun = new byte[0];
        if (position == filled && !fill()) {
            return null;
        }
        number++;
        do {
            int end = endOfLine();
            if (end < filled) {
                String line = text(begun, end);
                position = end + 1;
                return line;
            }
            begun = begun.length > LONGEST ? begun : joined(begun, end);
            position = end;
        } while (fill());
        return text(begun, position);
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private int endOfLine() {
        int end = position;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private byte[] joined(byte[] begun, int end) {
        byte[] joined = Arrays.copyOf(begun, begun.length + end - position);
        System.arraycopy(buffer, position, joined, begun.length, end - position);
        return joined;
    }

    private String text(byte[] begun, int end) throws BadRow {
        byte[] bytes = begun.length == 0 ? Arrays.copyOfRange(buffer, position, end) : joined(begun, end);
        if (bytes.length > LONGEST) {
            throw new BadRow(
                    Fault.COLUMNS, "the line is longer than %d bytes, this is no table of text".formatted(LONGEST));
        }
        boolean hasReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        String line = new String(bytes, 0, bytes.length - (hasReturn ? 1 : 0), StandardCharsets.UTF_8);
        return number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
