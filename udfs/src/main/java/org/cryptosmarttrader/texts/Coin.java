package org.cryptosmarttrader.texts;

import java.util.List;
import java.util.stream.Stream;
import org.cryptosmarttrader.provenance.Encoding;

/**
 * What texts call a coin, and while they do.
 *
 * @param symbol canonical base, e.g. {@code BTC}; in capitals in a text it is the ticker, behind a dollar sign the cashtag
 * @param name full name, e.g. {@code Bitcoin Cash}
 * @param aliases other names that mean this coin and nothing else
 * @param isAmbiguous whether the ticker is also a word of headlines; then only names and the cashtag count
 * @param validFrom first instant of publication at which these words mean the coin, epoch milliseconds
 * @param validUntil first instant at which they no longer do; {@link Long#MAX_VALUE} if they still do
 */
public record Coin(
        String symbol, String name, List<String> aliases, boolean isAmbiguous, long validFrom, long validUntil) {

    /** A shorter ticker is too often something else. */
    private static final int SHORTEST_TICKER = 3;

    /** @throws IllegalArgumentException if the symbol is none, a name has no words, or the coin is never valid */
    public Coin {
        aliases = List.copyOf(aliases);
        if (!symbol.matches("[A-Z0-9]{1,20}")) {
            throw new IllegalArgumentException(
                    "coin '%s': expected a symbol in capitals and digits, e.g. BTC".formatted(symbol));
        }
        Stream.concat(Stream.of(name), aliases.stream())
                .filter(given -> TextWords.of(given).isEmpty())
                .findFirst()
                .ifPresent(given -> {
                    throw new IllegalArgumentException(
                            "coin %s: name '%s' has no letters or digits; write it out".formatted(symbol, given));
                });
        if (validFrom >= validUntil) {
            throw new IllegalArgumentException("coin %s: valid from %d until %d, expected from before until"
                    .formatted(symbol, validFrom, validUntil));
        }
    }

    /** Name and aliases as words. */
    List<TextWords> names() {
        return Stream.concat(Stream.of(name), aliases.stream())
                .map(TextWords::of)
                .distinct()
                .toList();
    }

    boolean isValidAt(long instant) {
        return validFrom <= instant && instant < validUntil;
    }

    boolean overlaps(Coin other) {
        return validFrom < other.validUntil && other.validFrom < validUntil;
    }

    /** Whether the symbol alone, in capitals, means the coin. */
    boolean hasTicker() {
        return !isAmbiguous && symbol.length() >= SHORTEST_TICKER;
    }

    /** The canonical encoding of all of it. */
    byte[] encoded() {
        Encoding encoding = new Encoding().begin(5 + aliases.size()).add(symbol).add(name);
        aliases.forEach(encoding::add);
        return encoding.add(isAmbiguous).add(validFrom).add(validUntil).bytes();
    }
}
