package org.cryptosmarttrader.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Canonical pairs {@code BASE/QUOTE} out of the names venues and archives use.
 *
 * <p>The first rule that applies: a name of Kraken's recorded pair list; a name with a slash is split; any other is cut
 * before its longest known quote. Then XBT becomes BTC and XDG becomes DOGE. Letters are never stripped by rule.
 *
 * <p>See docs/glossary.md, canonical pair.
 */
public final class Symbols {

    /** None is the end of another, so at most one fits. */
    private static final List<String> QUOTES = List.of("USDT", "USDC", "USD", "EUR", "GBP", "JPY", "CAD", "BTC", "ETH");

    /** Reward and tokenised variants of an asset are not the asset. */
    private static final List<String> REFUSED_SUFFIXES = List.of(".D", ".S", ".M", ".F", ".B", ".T");

    private final SortedMap<String, String> krakenPairs = new TreeMap<>();

    /**
     * @param krakenPairs by key, altname and wsname of a recorded AssetPairs reply: base and quote, each by its altname in
     *     the recorded Assets reply, e.g. {@code XBT/USD}
     */
    public Symbols(Map<String, String> krakenPairs) {
        krakenPairs.forEach((name, pair) -> this.krakenPairs.put(upperCase(name), upperCase(pair)));
    }

    /** Symbols without a recorded pair list. */
    public static Symbols plain() {
        return new Symbols(new TreeMap<>());
    }

    /**
     * @param name as the venue or file spells it
     * @return the canonical pair, or empty if the name is refused or unknown
     */
    public Optional<String> canonical(String name) {
        String upper = upperCase(name.trim());
        if (REFUSED_SUFFIXES.stream().anyMatch(upper::endsWith)) {
            return Optional.empty();
        }
        String spelled = krakenPairs.getOrDefault(upper, upper);
        int slash = spelled.indexOf('/');
        return slash >= 0 ? join(spelled.substring(0, slash), spelled.substring(slash + 1)) : cut(upper);
    }

    private static Optional<String> cut(String upper) {
        return QUOTES.stream()
                .filter(quote -> upper.endsWith(quote))
                .findFirst()
                .flatMap(quote -> join(upper.substring(0, upper.length() - quote.length()), quote));
    }

    public static String base(String pair) {
        return pair.substring(0, pair.indexOf('/'));
    }

    public static String quote(String pair) {
        return pair.substring(pair.indexOf('/') + 1);
    }

    private static Optional<String> join(String base, String quote) {
        boolean isPair = base.matches("[A-Z0-9]{1,20}") && quote.matches("[A-Z0-9]{1,20}");
        return isPair ? Optional.of(rename(base) + "/" + rename(quote)) : Optional.empty();
    }

    private static String upperCase(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static String rename(String asset) {
        return switch (asset) {
            case "XBT" -> "BTC";
            case "XDG" -> "DOGE";
            default -> asset;
        };
    }
}
