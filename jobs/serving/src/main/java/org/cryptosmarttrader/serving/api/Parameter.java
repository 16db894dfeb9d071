package org.cryptosmarttrader.serving.api;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.serving.http.Problem;
import org.cryptosmarttrader.wire.conf.Instants;

/**
 * A word a request may give.
 *
 * @param pattern it has to match, as the description says; the reading refuses more
 * @param example of it
 * @param reading its value, of a word that matches; throws IllegalArgumentException, or gives null, if it has none
 */
record Parameter(
        String name,
        boolean isInPath,
        String meaning,
        String pattern,
        String example,
        Function<String, Object> reading) {

    private static final int LONGEST = 200;

    static final Parameter OF_PAIR = pair(true, "canonical pair with a dash");
    static final Parameter OF_HORIZON = horizon(true);
    static final Parameter HORIZON = horizon(false);
    static final Parameter LANE =
            choice("lane", List.of("GATED", "RESEARCH"), "accounts and orders of the two never mix");
    static final Parameter FROM = instant("from", "first instant, a date means its beginning");
    static final Parameter UNTIL = instant("until", "last instant");

    static Parameter pair(boolean isInPath, String meaning) {
        return new Parameter(
                "pair", isInPath, meaning, "[A-Z0-9.]{1,20}-[A-Z0-9]{2,10}", "BTC-USD", word -> word.replace('-', '/'));
    }

    private static Parameter horizon(boolean isInPath) {
        return new Parameter("horizon", isInPath, "how far ahead", "[0-9]{1,5}h", "24h", word -> Horizon.parse(word)
                .label());
    }

    static Parameter choice(String name, List<String> words, String meaning) {
        return new Parameter(name, false, meaning, String.join("|", words), words.get(0), word -> word);
    }

    static Parameter number(String name, int least, int most, String meaning) {
        return new Parameter(
                name,
                false,
                "%s, %d to %d".formatted(meaning, least, most),
                "[0-9]{1,9}",
                "" + Math.max(1, least),
                word -> {
                    int number = Integer.parseInt(word);
                    return number >= least && number <= most ? number : null;
                });
    }

    static Parameter instant(String name, String meaning) {
        return new Parameter(
                name,
                false,
                meaning + ", UTC",
                "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{5,18}Z)?",
                "2022-03-01T12:00:00Z",
                word -> Instants.parse(word).map(Instant::toEpochMilli).orElse(null));
    }

    /** @throws Problem if the word is none of this parameter's */
    Object read(String word) {
        Object value = null;
        if (word.length() <= LONGEST && word.matches(pattern)) {
            try {
                value = reading.apply(word);
            } catch (IllegalArgumentException e) {
                // said below, as of any other word
            }
        }
        if (value == null) {
            throw Problem.badRequest("%s: expected %s, such as %s".formatted(name, meaning, example));
        }
        return value;
    }
}
