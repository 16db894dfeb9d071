package org.cryptosmarttrader.ingest.facts.texts;

import java.util.OptionalDouble;
import org.cryptosmarttrader.texts.CoinDictionary;
import org.cryptosmarttrader.texts.TextScorer;
import org.cryptosmarttrader.texts.TextWords;

/**
 * What an event of a text says, out of a file as from a source that is asked.
 *
 * @param coins whose names are looked for
 * @param scorer of texts that came without a score
 */
public record TextReading(CoinDictionary coins, TextScorer scorer) {

    /**
     * Numbers and words of an event.
     *
     * @param values as in {@link org.cryptosmarttrader.domain.EventKind#TEXT}
     * @param words as in {@link org.cryptosmarttrader.domain.EventKind#TEXT}
     */
    public record Said(double[] values, String[] words) {}

    /** Title and text as one; whichever is empty is left out. */
    public static String joined(String title, String text) {
        return title.isEmpty() || text.isEmpty() ? title + text : title + ". " + text;
    }

    /**
     * A text that came without a score.
     *
     * @param publishedAt epoch milliseconds
     * @param url empty if unknown
     */
    public Said said(String group, String id, long publishedAt, String text, String url) {
        return said(group, id, publishedAt, text, url, OptionalDouble.of(scorer.score(text)), scorer.id());
    }

    /**
     * A text with what its own scorer said.
     *
     * @param score empty while it has not said anything
     */
    Said said(
            String group, String id, long publishedAt, String text, String url, OptionalDouble score, String scorerId) {
        double known = score.orElse(Double.NaN);
        return new Said(new double[] {known}, new String[] {
            group,
            id,
            String.join(" ", coins.subjects(text, publishedAt)),
            Double.isNaN(known) ? "" : scorerId,
            TextWords.of(text).joined(),
            url
        });
    }
}
