package org.cryptosmarttrader.features.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.history.Scene.closes;

import org.cryptosmarttrader.features.Feature;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Downside share over two returns")
class DownsideShareTest {

    private final Feature share = new DownsideShare(2);

    @Test
    void is_that_of_the_falls_in_the_squares() {
        // 2 ln 2 up, ln 2 down: 1 / (4 + 1)
        assertThat(share.value(closes(100, 400, 200))).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void is_zero_where_nothing_fell() {
        assertThat(share.value(closes(100, 150, 200))).isZero();
    }

    @Test
    void is_missing_where_nothing_moved() {
        assertThat(share.value(closes(100, 100, 100))).isNaN();
    }
}
