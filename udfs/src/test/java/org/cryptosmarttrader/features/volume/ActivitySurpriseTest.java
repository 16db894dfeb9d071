package org.cryptosmarttrader.features.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.features.Tape.GAP;
import static org.cryptosmarttrader.features.Tape.at;
import static org.cryptosmarttrader.features.Tape.history;

import java.util.stream.IntStream;
import org.cryptosmarttrader.features.Tape;
import org.cryptosmarttrader.history.History;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How unusual volume and trades are over three bars")
class ActivitySurpriseTest {

    @Test
    void of_volume_goes_by_its_logarithm() {
        // ln V = 0, a, 2a: mean a, deviation a
        assertThat(new VolumeSurprise(3).value(history(at(9).volume(1), at(9).volume(2), at(9).volume(4))))
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void of_trades_goes_by_the_logarithm_of_one_more() {
        // ln(1 + count) = a, 2a, 3a
        assertThat(new TradeCountSurprise(3).value(history(at(9).count(1), at(9).count(3), at(9).count(7))))
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void is_unknown_where_nothing_ever_differs() {
        History history = history(at(9).volume(0.3), at(9).volume(0.3), at(9).volume(0.3));

        assertThat(new VolumeSurprise(3).value(history)).isNaN();
        assertThat(new TradeCountSurprise(3).value(history)).isNaN();
    }

    @Test
    void of_trades_is_unknown_if_one_bar_came_without_a_count() {
        Tape.Bar[] bars =
                IntStream.range(0, 10).mapToObj(hour -> at(9).count(1 + hour)).toArray(Tape.Bar[]::new);
        bars[4] = at(9).count(Double.NaN);
        assertThat(new TradeCountSurprise(10).value(history(bars))).isNaN();

        bars[4] = GAP;
        assertThat(new TradeCountSurprise(10).value(history(bars))).isFinite();
    }
}
