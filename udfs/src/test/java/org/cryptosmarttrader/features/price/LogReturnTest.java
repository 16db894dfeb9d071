package org.cryptosmarttrader.features.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.features.Tape.at;
import static org.cryptosmarttrader.features.Tape.history;
import static org.cryptosmarttrader.features.Tape.ohlc;
import static org.cryptosmarttrader.history.Scene.closes;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Scene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Log return over two bars")
class LogReturnTest {

    private final Feature logReturn = new LogReturn(2);

    @Test
    void is_the_logarithm_of_the_close_over_the_close_two_bars_before() {
        History history = history(ohlc(90, 120, 80, 100), at(250), ohlc(120, 130, 70, 110));

        assertThat(logReturn.value(history)).isEqualTo(StrictMath.log(1.1));
    }

    @Test
    void counts_hours_and_not_the_bars_that_came() {
        assertThat(logReturn.value(closes(100, Scene.GAP, 110))).isEqualTo(StrictMath.log(1.1));
        assertThat(logReturn.value(closes(100, Scene.GAP, 105, 110))).isNaN();
    }

    @Test
    void is_unknown_until_three_bars_have_closed() {
        assertThat(logReturn.value(closes(100, 110))).isNaN();
    }
}
