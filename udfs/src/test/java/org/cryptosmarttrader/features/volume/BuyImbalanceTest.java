package org.cryptosmarttrader.features.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.features.Tape.at;
import static org.cryptosmarttrader.features.Tape.history;

import java.util.stream.IntStream;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.Tape;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Imbalance of taker buys and sells")
class BuyImbalanceTest {

    @Test
    void equals_the_golden_vector() {
        Golden golden = Golden.vector("C7-");
        double[] buys = Golden.numbers(golden.inputs().get("buyVolume"));
        double[] sells = Golden.numbers(golden.inputs().get("sellVolume"));
        double[] unknown = Golden.numbers(golden.inputs().get("unknownVolume"));
        Tape.Bar[] bars = IntStream.range(0, buys.length)
                .mapToObj(hour ->
                        at(100).volume(buys[hour] + sells[hour] + unknown[hour]).sides(buys[hour], sells[hour]))
                .toArray(Tape.Bar[]::new);

        golden.check("imbalance", new BuyImbalance(3).value(history(bars)));
    }

    @Test
    void needs_the_side_of_99_of_100() {
        Feature imbalance = new BuyImbalance(1);

        assertThat(imbalance.value(history(at(9).volume(100).sides(50, 49)))).isEqualTo(1.0 / 99);
        assertThat(imbalance.value(history(at(9).volume(100).sides(50, 48)))).isNaN();
    }

    @Test
    void takes_a_bar_without_sides_for_unknown_volume() {
        Feature imbalance = new BuyImbalance(2);
        Tape.Bar unknown = at(9).volume(1);

        assertThat(imbalance.value(history(unknown, at(9).volume(99).sides(99, 0))))
                .isEqualTo(1);
        assertThat(imbalance.value(history(unknown, at(9).volume(98).sides(98, 0))))
                .isNaN();
        assertThat(imbalance.value(history(unknown, unknown))).isNaN();
    }
}
