package org.cryptosmarttrader.texts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cryptosmarttrader.provenance.Sha256;

/**
 * The words of a text, alike however it was typed: compatibility forms resolved (NFKC), lower case, without addresses of
 * web pages, cut at whatever is neither letter nor digit.
 *
 * <p>See docs/glossary.md, duplicate text.
 *
 * @param words in the order of the text; empty if it has none
 */
public record TextWords(List<String> words) {

    /** Words of one shingle. */
    public static final int SHINGLE = 3;

    /** White space of any script ends an address. */
    private static final Pattern ADDRESS = Pattern.compile("(?iU)https?://\\S+");

    public TextWords {
        words = List.copyOf(words);
    }

    public static TextWords of(String text) {
        return new TextWords(split(withoutAddresses(compatible(text).toLowerCase(Locale.ROOT))));
    }

    static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    static String withoutAddresses(String text) {
        return ADDRESS.matcher(text).replaceAll("");
    }

    /** Runs of letters and digits. */
    static List<String> split(String text) {
        int[] spaced = text.codePoints()
                .map(point -> Character.isLetterOrDigit(point) ? point : ' ')
                .toArray();
        return Stream.of(new String(spaced, 0, spaced.length).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** The words with one space between them. */
    public String joined() {
        return String.join(" ", words);
    }

    /** SHA-256 of the joined words in UTF-8, hexadecimal: what makes two texts exact duplicates. */
    public String hash() {
        return Sha256.hex(Sha256.of(joined().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * What two texts are compared by: every {@value #SHINGLE} words in a row; of a shorter text all of it; of a text without
     * words nothing.
     */
    public Shingles shingles() {
        if (isEmpty()) {
            return new Shingles(new long[0]);
        }
        int count = Math.max(1, words.size() - SHINGLE + 1);
        return new Shingles(IntStream.range(0, count)
                .mapToObj(i -> words.subList(i, Math.min(words.size(), i + SHINGLE)))
                .mapToLong(TextWords::hash64)
                .toArray());
    }

    private static long hash64(List<String> shingle) {
        byte[] bytes = String.join(" ", shingle).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(Sha256.of(bytes)).getLong();
    }
}
