package org.cryptosmarttrader.wire.archive;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.cryptosmarttrader.provenance.Sha256;

/**
 * Payloads as received, zstd-compressed under their SHA-256: {@code raw/<first two digits>/<sha256>.zst}. A payload is
 * written once and never changes, so one that no event refers to does no harm and is kept.
 */
public final class RawPayloads {

    private static final int LEVEL = 3;

    /**
     * A payload written somewhere, not in its place yet.
     *
     * @param sha256 of its bytes as received, hexadecimal
     * @param bytes its size as received
     * @param file where it lies, compressed
     */
    public record Written(String sha256, long bytes, Path file) {}

    private RawPayloads() {}

    /** Where a payload lies in an archive, relative to its root. */
    public static String path(String sha256) {
        return "raw/%s/%s.zst".formatted(sha256.substring(0, 2), sha256);
    }

    /** Reads a payload to its end and writes it to a new file of a folder, under its hash. */
    public static Written write(InputStream payload, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, "raw", ".tmp");
        MessageDigest digest = Sha256.digest();
        long bytes;
        try (OutputStream out =
                new DigestOutputStream(new ZstdOutputStream(Files.newOutputStream(temporary), LEVEL), digest)) {
            bytes = payload.transferTo(out);
        }
        String sha256 = Sha256.hex(digest.digest());
        Path file = folder.resolve(sha256 + ".zst");
        return new Written(sha256, bytes, Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING));
    }

    /**
     * A payload of an archive, as received.
     *
     * @throws IOException if the archive does not hold it
     */
    public static InputStream open(Path root, String sha256) throws IOException {
        Path file = root.resolve(path(sha256));
        if (!Files.exists(file)) {
            throw new IOException(
                    "archive %s: no raw payload %s; restore %s from a backup".formatted(root, sha256, path(sha256)));
        }
        return new BufferedInputStream(new ZstdInputStream(Files.newInputStream(file)));
    }
}
