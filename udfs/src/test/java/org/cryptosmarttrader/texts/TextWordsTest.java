package org.cryptosmarttrader.texts;

import static org.assertj.core.api.Assertions.assertThat;

import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The words of a text")
class TextWordsTest {

    private final Golden golden = Golden.vector("D3-");
    private final TextWords a = words("a");
    private final TextWords b = words("b");
    private final TextWords c = words("c");

    private TextWords words(String input) {
        return TextWords.of(golden.inputs().get(input).asText());
    }

    @Test
    void and_their_hash_are_those_of_the_golden_vector() {
        assertThat(a.joined()).isEqualTo(golden.outputs().get("normalisedA").asText());
        assertThat(a.hash()).isEqualTo(golden.outputs().get("textHashA").asText());
        assertThat(b.hash()).isEqualTo(a.hash());
        assertThat(c.hash()).isNotEqualTo(a.hash());
    }

    @Test
    void make_the_shingles_of_the_golden_vector() {
        assertThat(a.shingles().size())
                .isEqualTo(golden.outputs().get("shinglesA").asInt());
        assertThat(a.shingles().jaccard(b.shingles())).isEqualTo(golden.output("jaccard_ab"));
        assertThat(a.shingles().jaccard(c.shingles())).isEqualTo(golden.output("jaccard_ac"));
        assertThat(a.shingles().isNearDuplicateOf(b.shingles()))
                .isEqualTo(golden.outputs().get("duplicate_ab").asBoolean());
        assertThat(a.shingles().isNearDuplicateOf(c.shingles()))
                .isEqualTo(golden.outputs().get("duplicate_ac").asBoolean());
    }

    @Test
    void do_not_depend_on_width_case_accents_typed_apart_or_punctuation() {
        assertThat(TextWords.of("ＢＩＴＣＯＩＮ, cafe\u0301!").words()).containsExactly("bitcoin", "café");
    }

    @Test
    void leave_out_addresses_up_to_white_space_of_any_kind() {
        assertThat(TextWords.of("up HTTPS://t.co/a?b=c\u2003now (http://x.org) ok")
                        .words())
                .containsExactly("up", "now", "ok");
    }

    @Test
    void are_letters_and_digits_of_any_script() {
        assertThat(TextWords.of("比特币 突破 30000 – биткоин №1").words())
                .containsExactly("比特币", "突破", "30000", "биткоин", "no1");
    }

    @Test
    void are_none_in_a_text_of_signs() {
        assertThat(TextWords.of(" 🚀🚀 !!! https://t.co/x").isEmpty()).isTrue();
    }

    // ---- duplicates

    private static Shingles shingles(String text) {
        return TextWords.of(text).shingles();
    }

    @Test
    void of_a_short_text_are_one_shingle() {
        assertThat(shingles("Bitcoin rises").size()).isEqualTo(1);
        assertThat(shingles("bitcoin rises!").isNearDuplicateOf(shingles("Bitcoin rises")))
                .isTrue();
        assertThat(shingles("Bitcoin rises").isNearDuplicateOf(shingles("Bitcoin")))
                .isFalse();
    }

    @Test
    void make_no_duplicate_where_there_are_none() {
        assertThat(shingles("🚀").isNearDuplicateOf(shingles("🚀"))).isFalse();
        assertThat(shingles("🚀").isNearDuplicateOf(shingles("Bitcoin rises"))).isFalse();
        assertThat(shingles("🚀").jaccard(shingles("!"))).isNaN();
    }

    @Test
    void count_a_shingle_once_however_often_it_is_said() {
        // a a a, of which "a a a a" has two
        assertThat(shingles("a a a a")).isEqualTo(shingles("a a a")).hasSameHashCodeAs(shingles("a a a"));
    }

    @Test
    void are_near_duplicates_from_four_shared_shingles_of_five() {
        // a..f has 4 shingles, a..g has those and one more: 4/5. a..e has 3 of the 4 of a..f: 3/4.
        Shingles six = shingles("a b c d e f");

        assertThat(six.jaccard(shingles("a b c d e f g"))).isEqualTo(0.8);
        assertThat(six.isNearDuplicateOf(shingles("a b c d e f g"))).isTrue();
        assertThat(six.jaccard(shingles("a b c d e"))).isEqualTo(0.75);
        assertThat(six.isNearDuplicateOf(shingles("a b c d e"))).isFalse();
    }

    @Test
    void survive_the_wire_as_numbers() {
        Shingles shingles = shingles("one two three four");

        assertThat(new Shingles(shingles.toArray())).isEqualTo(shingles);
        assertThat(shingles.toArray()).isSorted().hasSize(2);
    }
}
