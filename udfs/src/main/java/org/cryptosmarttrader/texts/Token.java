package org.cryptosmarttrader.texts;

import java.util.Locale;

/**
 * A word or emoticon as the lexicon may know it.
 *
 * @param lowerCase what is looked up
 * @param isLoud whether it is written in capitals throughout
 */
record Token(String lowerCase, boolean isLoud) {

    /** Emoticons the lexicon knows stay; other words lose the punctuation around them, contractions keep theirs. */
    static Token of(String written, Lexicon lexicon) {
        String word = lexicon.has(lower(written)) ? written : stripped(written);
        boolean isLoud = word.codePoints().anyMatch(Character::isUpperCase)
                && word.codePoints().noneMatch(Character::isLowerCase);
        return new Token(lower(word), isLoud);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static String stripped(String word) {
        return word.replaceAll("^[^\\p{L}\\p{Nd}]+|[^\\p{L}\\p{Nd}]+$", "");
    }

    boolean isEmpty() {
        return lowerCase.isEmpty();
    }
}
