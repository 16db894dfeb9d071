package org.cryptosmarttrader.texts;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cryptosmarttrader.provenance.Sha256;

/**
 * Which coins a text is about.
 *
 * <p>A cashtag ({@code $ETH}, in any case) or a full name counts; a bare ticker only in capitals, from three characters, and
 * unless it is also a word. Of names that begin at one word the longest counts: Bitcoin Cash is not Bitcoin. Addresses of
 * web pages do not count. One to {@value #MOST_SUBJECTS} coins are the subjects; a text that names more is about none.
 *
 * <p>See docs/glossary.md, subject. Immutable.
 */
public final class CoinDictionary {

    /** A text about more coins is a list of prices. */
    public static final int MOST_SUBJECTS = 3;

    private static final Pattern CASHTAG =
            Pattern.compile("(?<![\\p{L}\\p{Nd}$])\\$([\\p{L}\\p{Nd}]+)", Pattern.UNICODE_CHARACTER_CLASS);

    private final List<Coin> coins;
    private final SortedMap<String, List<Coin>> bySymbol = new TreeMap<>();
    private final SortedMap<String, List<Coin>> byName = new TreeMap<>();
    private final int longestName;

    /**
     * @param coins in any order; a coin whose names changed is listed once for each span
     * @throws IllegalArgumentException if a symbol or name means two coins at one instant; one line for each
     */
    public CoinDictionary(List<Coin> coins) {
        this.coins = coins.stream()
                .sorted(Comparator.comparing(Coin::symbol).thenComparingLong(Coin::validFrom))
                .toList();
        SortedSet<String> faults = new TreeSet<>();
        int longest = 0;
        for (Coin coin : this.coins) {
            file(bySymbol, coin.symbol(), coin, faults);
            for (TextWords name : coin.names()) {
                file(byName, name.joined(), coin, faults);
                longest = Math.max(longest, name.words().size());
            }
        }
        longestName = longest;
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
    }

    private static void file(SortedMap<String, List<Coin>> map, String key, Coin coin, SortedSet<String> faults) {
        List<Coin> coins = map.computeIfAbsent(key, absent -> new ArrayList<>());
        coins.stream()
                .filter(coin::overlaps)
                .forEach(other -> faults.add("'%s' means %s and %s at one time; give it to one, or end one with until"
                        .formatted(key, other.symbol(), coin.symbol())));
        coins.add(coin);
    }

    /** SHA-256 of the content, hexadecimal; the same whatever the order of the coins. */
    public String version() {
        MessageDigest digest = Sha256.digest();
        coins.forEach(coin -> digest.update(coin.encoded()));
        return Sha256.hex(digest.digest());
    }

    /** By symbol, and of one symbol by time. */
    public List<Coin> coins() {
        return coins;
    }

    /**
     * The coins a text is about.
     *
     * @param publishedAt epoch milliseconds; words count by what they meant then
     * @return one to {@value #MOST_SUBJECTS} canonical base symbols, or none
     */
    public SortedSet<String> subjects(String text, long publishedAt) {
        SortedSet<String> named = new TreeSet<>();
        String written = TextWords.withoutAddresses(TextWords.compatible(text));
        addCashtags(written, publishedAt, named);
        addTickers(written, publishedAt, named);
        addNames(TextWords.of(text).words(), publishedAt, named);
        return named.size() > MOST_SUBJECTS ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(named);
    }

    private void addCashtags(String written, long at, SortedSet<String> named) {
        Matcher cashtag = CASHTAG.matcher(written);
        while (cashtag.find()) {
            find(bySymbol, cashtag.group(1).toUpperCase(Locale.ROOT), at).ifPresent(coin -> named.add(coin.symbol()));
        }
    }

    private void addTickers(String written, long at, SortedSet<String> named) {
        for (String word : TextWords.split(written)) {
            find(bySymbol, word, at).filter(Coin::hasTicker).ifPresent(coin -> named.add(coin.symbol()));
        }
    }

    private void addNames(List<String> words, long at, SortedSet<String> named) {
        int i = 0;
        while (i < words.size()) {
            i += addNameAt(words, i, at, named);
        }
    }

    /** Adds the coin of the longest name that begins at a word; how many words that took, at least one. */
    private int addNameAt(List<String> words, int from, long at, SortedSet<String> named) {
        for (int length = Math.min(longestName, words.size() - from); length > 0; length--) {
            Optional<Coin> coin = find(byName, String.join(" ", words.subList(from, from + length)), at);
            if (coin.isPresent()) {
                named.add(coin.get().symbol());
                return length;
            }
        }
        return 1;
    }

    private static Optional<Coin> find(Map<String, List<Coin>> coins, String key, long at) {
        return coins.getOrDefault(key, List.of()).stream()
                .filter(coin -> coin.isValidAt(at))
                .findFirst();
    }
}
