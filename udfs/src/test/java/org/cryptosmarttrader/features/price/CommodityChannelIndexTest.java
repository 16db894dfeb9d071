package org.cryptosmarttrader.features.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.features.Tape.at;
import static org.cryptosmarttrader.features.Tape.history;
import static org.cryptosmarttrader.features.Tape.ohlc;
import static org.cryptosmarttrader.history.Scene.closes;

import java.util.Arrays;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.history.History;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Commodity channel index of four bars")
class CommodityChannelIndexTest {

    private final Feature index = new CommodityChannelIndex(4);

    @Test
    void is_the_distance_from_the_mean_in_mean_absolute_deviations() {
        // typical prices 10, 20, 30, 40: mean 25, mean absolute deviation 10
        History history = history(
                ohlc(10, 12, 8, 10), at(20), at(30), ohlc(40, 45, 36, 39).volume(5));

        assertThat(index.value(history)).isCloseTo(15 / (0.015 * 10), within(1e-12));
    }

    @Test
    void is_unknown_where_the_price_never_changed() {
        assertThat(new CommodityChannelIndex(20).value(closes(flat()))).isNaN();
    }

    private static double[] flat() {
        double[] closes = new double[20];
        Arrays.fill(closes, 0.9998);
        return closes;
    }
}
