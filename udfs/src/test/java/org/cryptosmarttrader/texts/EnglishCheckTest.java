package org.cryptosmarttrader.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The check for English")
class EnglishCheckTest {

    private final EnglishCheck check = new EnglishCheck(Resources.lines("language-words.txt"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The exchange said that withdrawals would resume once its engineers had replaced the faulty nodes.",
                "I don’t think they’ve understood what happens when everyone wants their coins back at once.",
                "Bitcoin Slides Below USD 19K, Ethereum Loses 6%, Monero Rallies",
                "yaaas buy more $sol 🚀",
                "Solana network halts again",
                "In Zürich, the price of a coffee is now shown in sats",
                "Blockchain.com raises USD 300M",
                "Miners sell record volumes https://der-und-die.de/das-ist"
            })
    void recognises(String text) {
        assertThat(check.of(text)).isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Die Börse teilte mit, dass der Handel nach dem Ausfall erst am Montag wieder aufgenommen wird.",
                "Der Bitcoin ist in der Nacht so stark gefallen wie lange nicht mehr.",
                "El precio del bitcoin cae por segunda semana y los inversores no saben qué hacer con sus monedas.",
                "Le cours du bitcoin est en baisse, mais les investisseurs ne vendent pas.",
                "Курс биткоина упал ниже двадцати тысяч долларов, инвесторы продают.",
                "比特币价格跌破两万美元,投资者纷纷抛售。",
                "ビットコインの価格が下落した BTC"
            })
    void turns_away(String text) {
        assertThat(check.of(text)).isEqualTo(Language.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "🚀🚀🚀 !!!", "30,000 100%", "https://t.co/abc", "Zzyx Qwop", "Fröhliche Weihnachten"})
    void cannot_tell(String text) {
        assertThat(check.of(text)).isEqualTo(Language.UNKNOWN);
    }

    @Test
    void takes_a_word_of_another_language_for_what_it_is_in_a_sentence_of_its_own() {
        // one German word, eight English ones
        assertThat(check.of("The word und stands in this sentence and it is quoted"))
                .isEqualTo(Language.ENGLISH);
    }

    @Test
    void needs_its_three_lists() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EnglishCheck(List.of("# words", "[english]", "the of")))
                .withMessage("language words: lists are [english], expected english, known, other");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EnglishCheck(List.of("the of")))
                .withMessage("language words: 'the of' stands below no heading; begin with [english]");
    }
}
