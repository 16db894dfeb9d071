package org.cryptosmarttrader.ingest.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A file as received: one of a folder, or an entry of a zip.
 *
 * @param name path as given, an entry behind {@code !}
 * @param path of the file, or of the zip it is an entry of
 * @param zip opened; null if it is a file of its own
 * @param entry null if it is a file of its own
 * @param isChosen whether it was asked for by its own name, not met in a folder or a zip
 */
public record Received(String name, Path path, ZipFile zip, ZipEntry entry, boolean isChosen) {

    private static final int BUFFER = 1 << 13;

    /** Name without folders. */
    public String fileName() {
        String whole = entry == null ? path.getFileName().toString() : entry.getName();
        return whole.substring(whole.lastIndexOf('/') + 1);
    }

    Received chosen() {
        return new Received(name, path, zip, entry, true);
    }

    /** What its name says in a format; empty if it is not of the format. */
    Optional<FileFormat.Named> recognisedBy(FileFormat format) throws BadRow {
        return isChosen ? format.recogniseChosen(fileName()) : format.recognise(fileName());
    }

    boolean isZipped() {
        return zip != null;
    }

    boolean isGzipped() {
        return fileName().endsWith(".gz");
    }

    /** The bytes as received; hash and raw payload are of these. */
    public InputStream bytes() throws IOException {
        return entry == null ? Files.newInputStream(path) : zip.getInputStream(entry);
    }

    /** The content, unpacked if it is gzipped. */
    public InputStream content() throws IOException {
        return isGzipped() ? new GZIPInputStream(bytes(), BUFFER) : new BufferedInputStream(bytes(), BUFFER);
    }
}
