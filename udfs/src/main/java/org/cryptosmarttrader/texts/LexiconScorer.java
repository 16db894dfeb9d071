package org.cryptosmarttrader.texts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.cryptosmarttrader.provenance.Sha256;

/**
 * Adds up the valences of a text's words, each changed by what stands before it, as people were found to read them.
 *
 * <p>A word of the lexicon counts for more in capitals among others that are not, and behind an adverb of degree (very good,
 * slightly good), the less so the farther off; a negation among the three words before it turns it round and weakens it.
 * What stands before a "but" counts half, what follows half as much again. Exclamation marks, and question marks from two
 * on, strengthen the whole. The sum x becomes x/√(x² + 15).
 *
 * <p>Source: Hutto and Gilbert, VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text, ICWSM
 * 2014: its five heuristics with its constants; of its implementations the idioms are left out. Nothing here was fitted to
 * market texts. English only: NaN for other texts, and where the language cannot be told. Immutable.
 */
public final class LexiconScorer implements TextScorer {

    /** Changes with the rules. */
    private static final String NAME = "vader-en/1/";

    private static final double CAPITALS = 0.733;
    private static final double NEGATED = -0.74;

    /** Share of an adverb's effect one, two and three words on. */
    private static final List<Double> FADING = List.of(1.0, 0.95, 0.9);

    private static final double BEFORE_BUT = 0.5;
    private static final double AFTER_BUT = 1.5;
    private static final double EXCLAMATION = 0.292;
    private static final int MOST_EXCLAMATIONS = 4;
    private static final double QUESTION = 0.18;
    private static final int MOST_QUESTIONS = 3;
    private static final double MANY_QUESTIONS = 0.96;
    private static final double NORMALISATION = 15;

    private final Lexicon lexicon;
    private final EnglishCheck english;
    private final String id;

    /**
     * @param lexiconLines a word, a tab, a valence from -4 to 4; lines without a tab are comments
     * @param languageLines as {@link EnglishCheck} takes them
     * @throws IllegalArgumentException if either says nothing
     */
    public LexiconScorer(List<String> lexiconLines, List<String> languageLines) {
        lexicon = new Lexicon(lexiconLines);
        english = new EnglishCheck(languageLines);
        String content = String.join("\n", lexiconLines) + "\n" + String.join("\n", languageLines);
        id = NAME + Sha256.hex(Sha256.of(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public double score(String text) {
        if (english.of(text) != Language.ENGLISH) {
            return Double.NaN;
        }
        String written = TextWords.withoutAddresses(TextWords.compatible(text));
        double sum = sum(tokens(written));
        double loud = sum + Math.signum(sum) * emphasis(written);
        return loud / Math.sqrt(loud * loud + NORMALISATION);
    }

    private List<Token> tokens(String written) {
        return Stream.of(written.replace('\u2019', '\'').split("\\s+"))
                .map(word -> Token.of(word, lexicon))
                .filter(token -> !token.isEmpty())
                .toList();
    }

    private double sum(List<Token> tokens) {
        boolean capitalsTell = tokens.stream().map(Token::isLoud).distinct().count() == 2;
        int but = tokens.stream().map(Token::lowerCase).toList().indexOf("but");
        double sum = 0;
        for (int i = 0; i < tokens.size(); i++) {
            sum += share(i, but) * valence(tokens, i, capitalsTell);
        }
        return sum;
    }

    private static double share(int word, int but) {
        if (but < 0 || word == but) {
            return 1;
        }
        return word < but ? BEFORE_BUT : AFTER_BUT;
    }

    private double valence(List<Token> tokens, int word, boolean capitalsTell) {
        Token token = tokens.get(word);
        if (!lexicon.has(token.lowerCase()) || Modifiers.degree(token.lowerCase()) != 0) {
            return 0;
        }
        double valence = lexicon.valence(token.lowerCase());
        valence += capitalsTell && token.isLoud() ? Math.signum(valence) * CAPITALS : 0;
        for (int back = 1; back <= Math.min(FADING.size(), word); back++) {
            valence = modified(valence, tokens.get(word - back), FADING.get(back - 1), capitalsTell);
        }
        return valence;
    }

    /** What one word before it makes of a valence; words of the lexicon speak for themselves. */
    private double modified(double valence, Token before, double fading, boolean capitalsTell) {
        if (lexicon.has(before.lowerCase())) {
            return valence;
        }
        double degree = Modifiers.degree(before.lowerCase());
        double loudness = degree != 0 && capitalsTell && before.isLoud() ? CAPITALS : 0;
        double changed = valence + Math.signum(valence) * (degree + loudness) * fading;
        return Modifiers.isNegation(before.lowerCase()) ? changed * NEGATED : changed;
    }

    private static double emphasis(String written) {
        int exclamations = Math.min(MOST_EXCLAMATIONS, count(written, '!'));
        int questions = count(written, '?');
        double asked = questions > MOST_QUESTIONS ? MANY_QUESTIONS : questions * QUESTION;
        return exclamations * EXCLAMATION + (questions > 1 ? asked : 0);
    }

    private static int count(String text, char mark) {
        return (int) text.chars().filter(character -> character == mark).count();
    }
}
