package org.cryptosmarttrader.features.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.features.Tape.GAP;
import static org.cryptosmarttrader.features.Tape.at;
import static org.cryptosmarttrader.features.Tape.history;

import java.util.stream.IntStream;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.Tape;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("On-balance volume over three bars")
class OnBalanceVolumeTest {

    private final Feature balance = new OnBalanceVolume(3);

    @Test
    void begins_at_zero_and_follows_the_sign_of_the_change() {
        // balances 0, 2, -2: mean 0, deviation 2
        assertThat(balance.value(history(at(50), at(10).volume(99), at(11).volume(2), at(10).volume(4))))
                .isEqualTo(-1);
    }

    @Test
    void stays_where_the_price_stays() {
        // balances 0, 3, 3: mean 2, deviation √3
        assertThat(balance.value(history(at(10), at(11).volume(3), at(11).volume(4))))
                .isCloseTo(1 / Math.sqrt(3), within(1e-15));
    }

    @Test
    void is_unknown_where_it_never_moved() {
        assertThat(balance.value(history(at(10), at(10), at(10)))).isNaN();
    }

    @Test
    void compares_across_an_absent_hour() {
        // balances 0, -, 1, 0, 1, 0, 1, 0, 1, 0: mean 4/9, squares 4 · (5/9)² + 5 · (4/9)² = 20/9, deviation √(5/18)
        Tape.Bar[] bars =
                IntStream.range(0, 10).mapToObj(hour -> at(10 + (hour + 1) % 2)).toArray(Tape.Bar[]::new);
        bars[0] = at(10);
        bars[1] = GAP;

        assertThat(new OnBalanceVolume(10).value(history(bars)))
                .isCloseTo(-4.0 / 9 / Math.sqrt(5.0 / 18), within(1e-14));
    }
}
