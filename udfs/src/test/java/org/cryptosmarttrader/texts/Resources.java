package org.cryptosmarttrader.texts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lists this package brings, read as the jobs do. */
final class Resources {

    private Resources() {}

    static LexiconScorer scorer() {
        return new LexiconScorer(lines("vader-lexicon.tsv"), lines("language-words.txt"));
    }

    static List<String> lines(String name) {
        try (InputStream in = TextScorer.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
