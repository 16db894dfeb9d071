package org.cryptosmarttrader.app.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.archive.RawPayloads;

/**
 * Where raw payloads are kept: files taken in below the archives' {@code raw}, what came over the network in an installation's raw
 * log, {@code raw/<source>/date=<UTC day>/<hour>-<number>.jsonl.zst}.
 *
 * @param archives roots of archives
 * @param rawLog of the installation; it may be absent
 */
record PayloadStores(List<Path> archives, Path rawLog) {

    /**
     * A payload that was found.
     *
     * @param bytes its size, -1 if it cannot be read
     * @param isIntact whether its bytes have the hash they are kept under
     */
    record Found(long bytes, boolean isIntact) {

        static final Found NOWHERE = new Found(-1, false);
    }

    /**
     * Reads payloads and takes their hashes anew.
     *
     * @param wanted hashes by source, hexadecimal
     * @param fromDay first UTC day on which they can have been received, days since 1970-01-01
     * @param untilDay last one
     * @return by hash; absent if it is nowhere
     */
    Map<String, Found> look(Map<String, Set<String>> wanted, long fromDay, long untilDay) throws IOException {
        Map<String, Found> found = new TreeMap<>();
        for (Set<String> ofSource : wanted.values()) {
            for (String sha256 : ofSource) {
                for (Path archive : archives) {
                    if (Files.exists(archive.resolve(RawPayloads.path(sha256)))) {
                        found.put(sha256, file(archive, sha256));
                    }
                }
            }
        }
        for (Map.Entry<String, Set<String>> source : wanted.entrySet()) {
            if (!found.keySet().containsAll(source.getValue())) {
                lookInLog(source.getKey(), source.getValue(), fromDay, untilDay, found);
            }
        }
        return found;
    }

    private static Found file(Path archive, String sha256) {
        MessageDigest digest = Sha256.digest();
        try (InputStream payload = RawPayloads.open(archive, sha256);
                OutputStream into = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            long bytes = payload.transferTo(into);
            return new Found(bytes, Sha256.hex(digest.digest()).equals(sha256));
        } catch (IOException e) {
            // an altered byte may spoil the compression, too
            return Found.NOWHERE;
        }
    }

    private void lookInLog(String source, Set<String> wanted, long fromDay, long untilDay, Map<String, Found> found)
            throws IOException {
        for (long day = fromDay; day <= untilDay; day++) {
            Path folder = rawLog.resolve(source).resolve("date=" + UtcDays.date(day));
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.sorted().toList()) {
                        read(file, wanted, found);
                    }
                }
            }
        }
    }

    /** A file that is cut off or altered is read up to there; what stood behind stays unfound. */
    private static void read(Path file, Set<String> wanted, Map<String, Found> found) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ZstdInputStream(Files.newInputStream(file)).setContinuous(true), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode kept = Json.read(line, JsonNode.class, file.toString());
                String sha256 = kept.path("sha256").asText();
                if (wanted.contains(sha256)) {
                    byte[] payload = kept.has("text")
                            ? kept.path("text").asText().getBytes(StandardCharsets.UTF_8)
                            : Base64.getDecoder().decode(kept.path("base64").asText());
                    boolean isIntact = Sha256.hex(Sha256.of(payload)).equals(sha256);
                    // of one kept twice the intact one counts
                    found.merge(sha256, new Found(payload.length, isIntact), (a, b) -> a.isIntact() ? a : b);
                }
            }
        } catch (IllegalArgumentException | ZstdIOException e) {
            throw new IOException(
                    "raw log %s: damaged (%s); restore it from a backup".formatted(file, e.getMessage()), e);
        }
    }
}
