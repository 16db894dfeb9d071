package org.cryptosmarttrader.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Canonical pairs {@code BASE/QUOTE} out of the names venues and archives use.
 *
 * <p>The first rule that applies: a name of Kraken's recorded pair list; a name with a slash is split; any other is cut
 * before its longest known quote. Then XBT becomes BTC and XDG becomes DOGE. Letters are never stripped by rule.
 *
 * <p>Source: definitions A.3.
 */
public final class Symbols {

    /** Longest first, so that BTCUSDT is BTC/USDT and not BTCUSD/T. */
    private static final List<String> QUOTES =
            List.of("USDT", "USDC", "USD", "EUR", "GBP", "JPY", "CAD", "BTC", "ETH", "XBT");

    /** Reward and tokenised variants of an asset are not the asset. */
    private static final List<String> REFUSED_SUFFIXES = List.of(".D", ".S", ".M", ".F", ".B", ".T");

    private final Map<String, String> krakenPairs;

    /** @param krakenPairs canonical pair by key, altname or wsname of a recorded AssetPairs reply; may be empty */
    public Symbols(Map<String, String> krakenPairs) {
        this.krakenPairs = Map.copyOf(krakenPairs);
    }

    /** Symbols without a recorded pair list. */
    public static Symbols plain() {
        return new Symbols(Map.of());
    }

    /**
     * @param name as the venue or file spells it
     * @return the canonical pair, or empty if the name is refused or unknown
     */
    public Optional<String> canonical(String name) {
        String upper = name.trim().toUpperCase(Locale.ROOT);
        if (REFUSED_SUFFIXES.stream().anyMatch(upper::endsWith)) {
            return Optional.empty();
        }
        String known = krakenPairs.get(upper);
        if (known != null) {
            return Optional.of(known);
        }
        int slash = upper.indexOf('/');
        if (slash >= 0) {
            return join(upper.substring(0, slash), upper.substring(slash + 1));
        }
        return QUOTES.stream()
                .filter(quote -> upper.endsWith(quote) && upper.length() > quote.length())
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
        boolean spelled = base.matches("[A-Z0-9]{1,20}") && quote.matches("[A-Z0-9]{1,20}");
        return spelled ? Optional.of(rename(base) + "/" + rename(quote)) : Optional.empty();
    }

    private static String rename(String asset) {
        return switch (asset) {
            case "XBT" -> "BTC";
            case "XDG" -> "DOGE";
            default -> asset;
        };
    }
}
