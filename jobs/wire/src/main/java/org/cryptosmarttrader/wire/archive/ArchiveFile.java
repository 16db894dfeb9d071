package org.cryptosmarttrader.wire.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.Required;

/**
 * A file of the archive.
 *
 * @param path relative to the archive's root
 * @param kind folder name of the event kind, e.g. {@code bar}
 * @param day UTC day of availability of all its events, days since 1970-01-01
 * @param bucketFrom first bucket whose pairs may be in it
 * @param bucketUntil bucket behind the last
 * @param rows number of events
 * @param firstAvailableAt of its events, epoch milliseconds
 * @param lastAvailableAt of its events, epoch milliseconds
 * @param sha256 of its bytes, hexadecimal; null in the log of an archive that kept none yet
 */
public record ArchiveFile(
        @Required String path,
        @Required String kind,
        long day,
        int bucketFrom,
        int bucketUntil,
        long rows,
        long firstAvailableAt,
        long lastAvailableAt,
        String sha256) {

    private static final int BUFFER_BYTES = 1 << 16;

    /** @throws IllegalArgumentException if there is no such kind */
    public ArchiveFile {
        EventRows.schema(EventRows.kind(kind));
    }

    /**
     * Where the file lies, once its bytes were found to be those the log names. Whoever reads events asks here: a file
     * edited behind the log's back is no record of anything.
     *
     * @param root of the archive
     * @throws IOException if it is gone or was changed, or the log keeps no hash to tell
     */
    public Path intact(Path root) throws IOException {
        if (sha256 == null) {
            throw new IOException("archive %s: the log keeps no hash of %s; import its files into a new archive"
                    .formatted(root, path));
        }
        Path file = root.resolve(path);
        String found = hash(root, file);
        if (!found.equals(sha256)) {
            throw new IOException(
                    "archive %s: %s has SHA-256 %s, the log says %s; the file was changed, restore it from a backup or import its files into a new archive"
                            .formatted(root, path, found, sha256));
        }
        return file;
    }

    private String hash(Path root, Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (NoSuchFileException e) {
            throw new IOException("archive %s: %s is gone; restore it from a backup".formatted(root, path), e);
        }
        return Sha256.hex(digest.digest());
    }
}
