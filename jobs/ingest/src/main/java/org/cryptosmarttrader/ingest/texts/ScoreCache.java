package org.cryptosmarttrader.ingest.texts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cryptosmarttrader.ingest.facts.texts.TextIdentity;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.texts.TextWords;
import org.cryptosmarttrader.wire.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a scorer answered, one file for each scorer and text, by a hash of both: the same words have the same score, whatever the
 * model would say another time. {@code <folder>/ab/ab12….json}.
 */
final class ScoreCache {

    private static final Logger LOG = LoggerFactory.getLogger(ScoreCache.class);

    private final Path folder;
    private final String scorer;

    /** @param scorer name, version and hash */
    ScoreCache(Path folder, String scorer) {
        this.folder = folder;
        this.scorer = scorer;
    }

    /**
     * An answer.
     *
     * @param scorer who gave it
     * @param score from -1 to 1
     * @param scoredAt epoch milliseconds
     * @param tokens used; -1 if it did not say
     * @param reply as it was received
     */
    record Kept(String scorer, double score, long scoredAt, long tokens, String reply) {

        byte[] payloadHash() {
            return Sha256.of(reply.getBytes(StandardCharsets.UTF_8));
        }
    }

    Optional<Kept> get(String text) {
        Path file = file(text);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Kept kept = Json.read(file, Kept.class);
            if (kept.scorer().equals(scorer) && Math.abs(kept.score()) <= 1 && kept.reply() != null) {
                return Optional.of(kept);
            }
            LOG.warn("score {}: is none of {}; the text is scored again", file, scorer);
        } catch (IOException | RuntimeException e) {
            LOG.warn("score {}: damaged ({}); the text is scored again", file, e.getMessage());
        }
        return Optional.empty();
    }

    /** @throws SourceException DISABLED if it cannot be kept: a score that cannot be repeated is none */
    void put(String text, Kept kept) throws SourceException {
        try {
            Json.replace(file(text), kept);
        } catch (IOException e) {
            throw SourceException.disabled(
                    "%s: scores cannot be kept in %s (%s); free the disk or correct its rights, then start again"
                            .formatted(OpenAiScorer.ID, folder, e.getMessage()));
        }
    }

    private Path file(String text) {
        String key = TextIdentity.made(scorer, TextWords.of(text).joined());
        return folder.resolve(key.substring(0, 2)).resolve(key + ".json");
    }
}
