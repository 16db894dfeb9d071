package org.cryptosmarttrader.features.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.features.Tape.at;
import static org.cryptosmarttrader.features.Tape.history;

import org.cryptosmarttrader.features.Feature;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Amihud illiquidity over two bars")
class AmihudIlliquidityTest {

    private final Feature illiquidity = new AmihudIlliquidity(2);

    @Test
    void is_the_logarithm_of_the_move_per_million_traded() {
        double rise = StrictMath.log(1.1) / (2 * 110);
        double fall = StrictMath.log(1.1) / (5 * 100);

        assertThat(illiquidity.value(history(at(100), at(110).volume(2), at(100).volume(5))))
                .isCloseTo(StrictMath.log(1e6 * (rise + fall) / 2), within(1e-14));
    }

    @Test
    void is_unknown_where_the_price_never_moved() {
        assertThat(illiquidity.value(history(at(100), at(100), at(100)))).isNaN();
    }
}
