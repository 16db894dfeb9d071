package org.cryptosmarttrader.texts;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether a text is English, told by its small words.
 *
 * <p>A text mostly in another script than the Latin one is not English, nor is one with more function words of other
 * languages than of English. It is English if a tenth of its words are English function words. Headlines and tweets have
 * fewer: they are English if every letter is ASCII and at least one word is known, and unknown otherwise.
 *
 * <p>Immutable.
 */
public final class EnglishCheck {

    /** Running English has more than a third; lists of names and numbers have almost none. */
    private static final double FUNCTION_WORDS = 0.1;

    private final SortedMap<String, SortedSet<String>> lists = new TreeMap<>();

    /**
     * @param lines words between white space, below headings {@code [english]}, {@code [known]} and {@code [other]}; lines
     *     that begin with # are comments
     * @throws IllegalArgumentException if a list is absent or a word stands above all headings
     */
    public EnglishCheck(List<String> lines) {
        SortedSet<String> list = null;
        for (String line : lines) {
            if (line.startsWith("[")) {
                list = lists.computeIfAbsent(line.substring(1, line.indexOf(']')), absent -> new TreeSet<>());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                addTo(list, line);
            }
        }
        if (!lists.keySet().equals(new TreeSet<>(List.of("english", "known", "other")))) {
            throw new IllegalArgumentException(
                    "language words: lists are %s, expected english, known, other".formatted(lists.keySet()));
        }
    }

    private static void addTo(SortedSet<String> list, String line) {
        if (list == null) {
            throw new IllegalArgumentException(
                    "language words: '%s' stands below no heading; begin with [english]".formatted(line));
        }
        list.addAll(List.of(line.trim().split("\\s+")));
    }

    public Language of(String text) {
        return of(TextWords.of(text));
    }

    public Language of(TextWords text) {
        List<String> words = text.words().stream()
                .filter(word -> word.codePoints().anyMatch(Character::isLetter))
                .toList();
        if (words.isEmpty()) {
            return Language.UNKNOWN;
        }
        long english = count("english", words);
        long other = count("other", words);
        if (isMostlyForeignScript(words) || other > english) {
            return Language.OTHER;
        }
        if (english > other && english >= FUNCTION_WORDS * words.size()) {
            return Language.ENGLISH;
        }
        boolean hasKnown = english + count("known", words) > 0;
        return hasKnown && words.stream().allMatch(EnglishCheck::isAscii) ? Language.ENGLISH : Language.UNKNOWN;
    }

    private long count(String list, List<String> words) {
        return words.stream().filter(lists.get(list)::contains).count();
    }

    private static boolean isMostlyForeignScript(List<String> words) {
        long[] letters = new long[2];
        words.stream()
                .flatMapToInt(String::codePoints)
                .filter(Character::isLetter)
                .forEach(letter -> letters[isLatin(letter) ? 0 : 1]++);
        return letters[1] > letters[0];
    }

    private static boolean isLatin(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }

    private static boolean isAscii(String word) {
        return word.chars().allMatch(letter -> letter < 0x80);
    }
}
