package org.cryptosmarttrader.app.certify.origin;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The lines of a payload, forward, unpacked if it is gzipped. A row of delimited text may run over several. */
final class RawRows implements Closeable {

    private static final int GZIP = 0x8b1f;

    private final BufferedReader lines;
    private long number;

    RawRows(InputStream payload) throws IOException {
        InputStream bytes = new BufferedInputStream(payload, 1 << 16);
        bytes.mark(2);
        int first = bytes.read() | bytes.read() << 8;
        bytes.reset();
        InputStream plain = first == GZIP ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        this.lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
    }

    /** Number of the line last read, from 1. */
    long number() {
        return number;
    }

    /** The next line; null behind the last. */
    String line() throws IOException {
        String line = lines.readLine();
        number++;
        return number == 1 && line != null && line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    /** The next line that is not blank; null if none is left. */
    String filledLine() throws IOException {
        String line = line();
        while (line != null && line.isBlank()) {
            line = line();
        }
        return line;
    }

    /** The line of a number at or behind the next; null if the payload ends before. */
    String line(long wanted) throws IOException {
        String line = line();
        while (line != null && number < wanted) {
            line = line();
        }
        return line;
    }

    /** What is left, in one piece. */
    String rest() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = line(); line != null; line = line()) {
            all.append(line).append('\n');
        }
        return all.toString();
    }

    /** The fields of a row that begins with a line; reads on while a quote is open. */
    List<String> fields(String begun, char delimiter) throws IOException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        String line = begun;
        int at = 0;
        while (true) {
            if (at == line.length()) {
                if (!isQuoted) {
                    fields.add(field.toString());
                    return fields;
                }
                line = line();
                if (line == null) {
                    return List.of();
                }
                field.append('\n');
                at = 0;
                continue;
            }
            char c = line.charAt(at++);
            if (isQuoted) {
                if (c != '"') {
                    field.append(c);
                } else if (at < line.length() && line.charAt(at) == '"') {
                    field.append('"');
                    at++;
                } else {
                    isQuoted = false;
                }
            } else if (c == '"' && field.isEmpty()) {
                isQuoted = true;
            } else if (c == delimiter) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
