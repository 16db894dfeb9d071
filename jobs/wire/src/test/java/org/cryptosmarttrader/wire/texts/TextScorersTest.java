package org.cryptosmarttrader.wire.texts;

import static org.assertj.core.api.Assertions.assertThat;

import org.cryptosmarttrader.texts.Language;
import org.cryptosmarttrader.texts.TextScorer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The scorers that ship")
class TextScorersTest {

    @Test
    void are_the_same_each_time_they_are_read() {
        TextScorer scorer = TextScorers.lexicon();

        assertThat(scorer.score("The upgrade was a great success!")).isPositive();
        assertThat(scorer.id()).isEqualTo(TextScorers.lexicon().id());
    }

    @Test
    void keep_their_id_until_someone_changes_them_on_purpose() {
        // stored scores name this id; lists that changed by accident, e.g. in their line ends, would part from them
        assertThat(TextScorers.lexicon().id())
                .isEqualTo("vader-en/1/8da23097e88f8bcf458f78012ef41c66a5bba51a861c03eab1d0a2c156312f26");
    }

    @Test
    void know_english() {
        assertThat(TextScorers.english().of("Miners sold what they had")).isEqualTo(Language.ENGLISH);
    }
}
