package org.cryptosmarttrader.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The range of a column")
class RangeTest {

    @Test
    void is_written_as_a_reader_would() {
        assertThat(Range.ANY).hasToString("any");
        assertThat(Range.NOT_NEGATIVE).hasToString(">= 0");
        assertThat(Range.PERCENT).hasToString("0..100");
        assertThat(new Range(-0.5, 1)).hasToString("-0.5..1");
        assertThat(new Range(Double.NEGATIVE_INFINITY, 0)).hasToString("<= 0");
    }

    @Test
    void holds_its_ends_and_what_rounds_to_them() {
        assertThat(Range.SIGNED_UNIT).matches(range -> range.contains(-1)).matches(range -> range.contains(1 + 4e-16));
    }

    @Test
    void holds_nothing_beyond_and_nothing_missing() {
        assertThat(Range.UNIT.contains(1.001)).isFalse();
        assertThat(Range.ANY.contains(Double.NaN)).isFalse();
    }

    @Test
    void has_ends_in_their_order() {
        assertThatThrownBy(() -> new Range(1, 1))
                .hasMessage("range: lowest is 1.0, needs a number below the highest, 1.0");
    }
}
