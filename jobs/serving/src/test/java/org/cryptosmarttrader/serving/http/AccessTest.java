package org.cryptosmarttrader.serving.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Who may ask")
class AccessTest {

    @Test
    void is_this_machine_without_a_token() {
        assertThat(Access.LOCAL.admits("")).isTrue();
        assertThat(new Access("localhost", Optional.empty()).admits("anything")).isTrue();
    }

    @Test
    void is_nobody_from_elsewhere_without_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Access("0.0.0.0", Optional.empty()))
                .withMessageContaining("--host 0.0.0.0")
                .withMessageContaining("CST_TOKEN");
    }

    @Test
    void needs_a_token_of_256_bits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Access("0.0.0.0", Optional.of("short")))
                .withMessageContaining("5 letters, at least 43");
        Access access = new Access("0.0.0.0", Optional.of("k".repeat(43)));
        assertThat(access.admits("k".repeat(43))).isTrue();
        assertThat(access.admits("k".repeat(42) + "l")).isFalse();
        assertThat(access.admits("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", ";", "\"", ",", "\n", "é", "=a"})
    void needs_one_that_a_cookie_can_carry(String letters) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Access("0.0.0.0", Optional.of("k".repeat(43) + letters + "k")))
                .withMessageContaining("openssl rand")
                .withMessageNotContaining("kkk");
    }
}
