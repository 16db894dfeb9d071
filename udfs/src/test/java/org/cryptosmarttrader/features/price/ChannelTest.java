package org.cryptosmarttrader.features.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.features.Tape.at;
import static org.cryptosmarttrader.features.Tape.history;
import static org.cryptosmarttrader.features.Tape.ohlc;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.cryptosmarttrader.features.Tape;
import org.cryptosmarttrader.history.History;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Bands and channels around the last 20 closes")
class ChannelTest {

    @Test
    void of_bollinger_are_two_population_deviations_wide_on_either_side() {
        // ten closes at 90 and ten at 110: mean 100, deviation 10, bands 80 and 120
        History history = history(each(hour -> at(hour % 2 == 0 ? 90 : 110)));

        assertThat(new BollingerPercentB().value(history)).isEqualTo(0.75);
        assertThat(new BollingerWidth().value(history)).isEqualTo(0.4);
    }

    @Test
    void of_bollinger_have_no_place_if_they_have_no_width() {
        History flat = history(each(hour -> at(0.9998)));

        assertThat(new BollingerPercentB().value(flat)).isNaN();
        assertThat(new BollingerWidth().value(flat)).isZero();
    }

    @Test
    void of_donchian_reach_from_the_lowest_low_to_the_highest_high() {
        History history = history(each(hour -> ohlc(100, hour == 3 ? 120 : 111, hour == 19 ? 80 : 99, 110)));

        assertThat(new DonchianPosition().value(history)).isEqualTo(0.75);
        assertThat(new DonchianWidth().value(history)).isEqualTo(40.0 / 110);
    }

    @Test
    void of_donchian_have_no_place_if_they_have_no_width() {
        History flat = history(each(hour -> at(0.9998)));

        assertThat(new DonchianPosition().value(flat)).isNaN();
        assertThat(new DonchianWidth().value(flat)).isZero();
    }

    private static Tape.Bar[] each(IntFunction<Tape.Bar> bar) {
        return IntStream.range(0, 20).mapToObj(bar).toArray(Tape.Bar[]::new);
    }
}
