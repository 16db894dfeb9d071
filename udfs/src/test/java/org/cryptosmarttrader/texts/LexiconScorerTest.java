package org.cryptosmarttrader.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Valences in the lexicon: good 1.9, great 3.1, bad -2.5, crash -1.7. */
@DisplayName("The lexicon scorer")
class LexiconScorerTest {

    private final TextScorer scorer = Resources.scorer();

    /** x/√(x² + 15). */
    private static double normalised(double sum) {
        return sum / Math.sqrt(sum * sum + 15);
    }

    private void scores(String text, double sum) {
        assertThat(scorer.score(text)).as(text).isCloseTo(normalised(sum), within(1e-12));
    }

    // ---- the rules, by hand

    @Test
    void adds_the_valences_of_the_words_it_knows() {
        scores("this coin is good", 1.9);
        scores("this coin is good and that one is great", 1.9 + 3.1);
        scores("this coin is good and that one is bad", 1.9 - 2.5);
    }

    @Test
    void gives_a_text_without_such_words_zero_which_is_a_score() {
        assertThat(scorer.score("this coin is traded on the exchange")).isZero();
    }

    @Test
    void looks_behind_punctuation_but_knows_emoticons() {
        scores("this is (good), \"great\"", 1.9 + 3.1);
        scores("#good this is", 1.9);
        scores("this is :)", 2.0);
        scores("this is ｇｏｏｄ", 1.9);
    }

    @Test
    void turns_a_word_round_behind_a_negation_among_the_three_words_before() {
        scores("it is not good", -0.74 * 1.9);
        scores("Not bad at all", 0.74 * 2.5);
        scores("it isn’t really that good", -0.74 * (1.9 + 0.293 * 0.95));
        scores("it is not what i call good", 1.9);
    }

    @Test
    void strengthens_and_weakens_by_adverbs_the_less_the_farther_off() {
        scores("it is very good", 1.9 + 0.293);
        scores("it is a very big good", 1.9 + 0.293 * 0.95);
        scores("it is a very big old good", 1.9 + 0.293 * 0.9);
        scores("it is slightly good", 1.9 - 0.293);
        scores("it is slightly bad", -2.5 + 0.293);
    }

    @Test
    void hears_capitals_where_not_all_are() {
        scores("it is GOOD", 1.9 + 0.733);
        scores("it is a BAD one", -2.5 - 0.733);
        scores("IT IS GOOD", 1.9);
        scores("it is VERY good", 1.9 + 0.293 + 0.733);
    }

    @Test
    void halves_what_stands_before_a_but() {
        scores("it was good but this is a crash", 0.5 * 1.9 - 1.5 * 1.7);
    }

    @Test
    void hears_exclamation_and_question_marks() {
        scores("it is good!", 1.9 + 0.292);
        scores("it is good!!!!!!", 1.9 + 4 * 0.292);
        scores("it is bad!", -2.5 - 0.292);
        scores("is it good?", 1.9);
        scores("is it good??", 1.9 + 2 * 0.18);
        scores("is it good????", 1.9 + 0.96);
        assertThat(scorer.score("is this the exchange??!!")).isZero();
    }

    @Test
    void does_not_read_addresses() {
        scores("it is good https://bad.org/crash?a=b?c=d!!", 1.9);
    }

    @Test
    void takes_a_number_for_a_price() {
        assertThat(scorer.score("the price is 187, then 143")).isZero();
    }

    // ---- an independent source

    /** What the package vader-sentiment 1.1.3 itself gives for its examples, to its four digits. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VADER is smart, handsome, and funny.                                                | 0.8316
            VADER is smart, handsome, and funny!                                                | 0.8439
            VADER is very smart, handsome, and funny.                                           | 0.8545
            VADER is VERY SMART, handsome, and FUNNY.                                           | 0.9227
            VADER is VERY SMART, handsome, and FUNNY!!!                                         | 0.9342
            VADER is VERY SMART, uber handsome, and FRIGGIN FUNNY!!!                            | 0.9469
            VADER is not smart, handsome, nor funny.                                            | -0.7424
            The book was good.                                                                  | 0.4404
            The plot was good, but the characters are uncompelling and the dialog is not great. | -0.7042
            At least it isn't a horrible book.                                                  | 0.431
            Make sure you :) or :D today!                                                       | 0.8633
            Today SUX!                                                                          | -0.5461
            """)
    void agrees_with_the_published_one(String text, double published) {
        assertThat(scorer.score(text)).isCloseTo(published, within(5e-5));
    }

    // ---- absence and bounds

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "!!! ... ???", "🚀🚀", ":)", "https://t.co/x", "42", "Der Kurs ist schlecht und fällt"
            })
    void says_nothing_of(String text) {
        assertThat(scorer.score(text)).isNaN();
    }

    @Test
    void stays_between_minus_one_and_one() {
        List<String> words = List.of("GREAT", "good", "bad", "not", "VERY", "but", "the", "crash!!!!", "love??");
        SplittableRandom random = new SplittableRandom(7);
        for (int n = 0; n < 1_000; n++) {
            String text = IntStream.range(0, 1 + random.nextInt(60))
                    .mapToObj(i -> words.get(random.nextInt(words.size())))
                    .collect(Collectors.joining(" ", "the ", ""));
            assertThat(scorer.score(text)).as(text).isBetween(-1.0, 1.0);
        }
    }

    // ---- identity

    @Test
    void is_known_by_name_version_and_hash_of_its_lists() {
        List<String> lexicon = Resources.lines("vader-lexicon.tsv");
        List<String> words = Resources.lines("language-words.txt");

        assertThat(scorer.id()).matches("vader-en/1/[0-9a-f]{64}").isEqualTo(new LexiconScorer(lexicon, words).id());
        assertThat(new LexiconScorer(lexicon.subList(0, 100), words).id()).isNotEqualTo(scorer.id());
        assertThat(new LexiconScorer(lexicon, words.subList(1, words.size())).id())
                .isNotEqualTo(scorer.id());
    }

    @Test
    void refuses_a_lexicon_that_says_nothing() {
        List<String> words = Resources.lines("language-words.txt");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LexiconScorer(List.of("# only a heading"), words))
                .withMessage("lexicon: no words; expected lines of a word, a tab and a valence");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LexiconScorer(List.of("good\t19"), words))
                .withMessage("lexicon: 'good' has valence '19', expected a number from -4 to 4");
    }
}
