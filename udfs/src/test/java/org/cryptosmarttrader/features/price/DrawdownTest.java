package org.cryptosmarttrader.features.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.history.Scene.closes;

import org.cryptosmarttrader.features.Feature;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Drawdown over three bars")
class DrawdownTest {

    private final Feature drawdown = new Drawdown(3);

    @Test
    void is_the_fall_from_the_highest_close() {
        assertThat(drawdown.value(closes(900, 100, 200, 150))).isEqualTo(-0.25);
    }

    @Test
    void is_zero_at_a_new_high() {
        assertThat(drawdown.value(closes(100, 150, 200))).isZero();
    }
}
