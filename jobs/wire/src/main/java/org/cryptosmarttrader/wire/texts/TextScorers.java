package org.cryptosmarttrader.wire.texts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cryptosmarttrader.texts.EnglishCheck;
import org.cryptosmarttrader.texts.LexiconScorer;
import org.cryptosmarttrader.texts.TextScorer;

/** Scorers and checks with the lists that ship with them. */
public final class TextScorers {

    private static final String LEXICON = "vader-lexicon.tsv";
    private static final String LANGUAGE_WORDS = "language-words.txt";

    private TextScorers() {}

    /** The lexicon scorer of English texts; reads 105 kB, so once a program is enough. */
    public static TextScorer lexicon() {
        return new LexiconScorer(lines(LEXICON), lines(LANGUAGE_WORDS));
    }

    public static EnglishCheck english() {
        return new EnglishCheck(lines(LANGUAGE_WORDS));
    }

    private static List<String> lines(String name) {
        try (InputStream in = TextScorer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "texts: %s is not on the class path; build the module udfs again".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
