package org.cryptosmarttrader.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Decimal seconds")
class DecimalSecondsTest {

    @Test
    void are_floored_on_the_text_as_in_the_golden_vector() {
        Golden golden = Golden.vector("A8-");

        for (int i = 0; i < golden.inputs().get("krakenSeconds").size(); i++) {
            String seconds = golden.inputs().get("krakenSeconds").get(i).asText();

            assertThat(DecimalSeconds.toMillis(seconds))
                    .as(seconds)
                    .isEqualTo(golden.outputs().get("epochMs").get(i).asLong());
        }
    }

    @Test
    void do_not_round_up_where_a_double_would() {
        assertThat(DecimalSeconds.toMillis("1688669597.99999999999")).isEqualTo(1688669597_999L);
        assertThat((long) (Double.parseDouble("1688669597.99999999999") * 1000)).isEqualTo(1688669598_000L);
    }

    @Test
    void go_down_before_the_epoch_too() {
        assertThat(DecimalSeconds.toMillis("-0.0001")).isEqualTo(-1);
        assertThat(DecimalSeconds.toMillis("-1.5")).isEqualTo(-1500);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "now", "NaN", "Infinity", "1e9", " 1", "+1", "1.", ".5", "1,5", "0x1", "1234567890123"})
    void refuse_what_is_not_a_plain_decimal_number(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecimalSeconds.toMillis(text))
                .withMessage(
                        "time '%s': expected decimal seconds since the epoch, e.g. 1688669597.8277369".formatted(text));
    }
}
