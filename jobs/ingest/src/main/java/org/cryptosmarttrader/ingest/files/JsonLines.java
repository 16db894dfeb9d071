package org.cryptosmarttrader.ingest.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cryptosmarttrader.wire.Json;

/** A file of JSON lines that is made with its first line. Not thread-safe. */
public final class JsonLines implements Closeable {

    private final Path file;
    private Writer writer;
    private long count;

    public JsonLines(Path file) {
        this.file = file;
    }

    public void add(Object line) throws IOException {
        if (writer == null) {
            Files.createDirectories(file.getParent());
            writer = Files.newBufferedWriter(file);
        }
        writer.write(Json.write(line) + "\n");
        count++;
    }

    public long count() {
        return count;
    }

    /** Nothing more will be added: what was is on disk. */
    public void complete() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }

    @Override
    public void close() throws IOException {
        complete();
    }
}
