package org.cryptosmarttrader.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A speed")
class SpeedTest {

    @Test
    void is_the_median_of_the_rounds_with_the_slowest_and_the_fastest_beside_it() {
        Speed speed = Speed.of(100, new double[] {2, 10, 1}, new double[] {4, 5, 2});

        assertThat(speed).isEqualTo(new Speed(50, 10, 100, 25));
    }

    @Test
    void lies_between_the_middle_two_of_an_even_number_of_rounds() {
        Speed speed = Speed.of(100, new double[] {2, 10, 1, 4}, new double[] {1, 1, 1, 1});

        assertThat(speed.unitsPerSecond()).isEqualTo((50 + 25) / 2.0);
    }
}
