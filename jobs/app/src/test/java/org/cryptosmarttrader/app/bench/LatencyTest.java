package org.cryptosmarttrader.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The latency of units timed one by one")
class LatencyTest {

    @Test
    void names_median_99th_of_100_and_slowest() {
        double[] millis = IntStream.rangeClosed(1, 200).asDoubleStream().toArray();

        assertThat(Latency.of(millis)).isEqualTo(new Latency(100, 198, 200));
    }

    @Test
    void is_none_where_nothing_was_timed() {
        assertThat(Latency.of(new double[0])).isNull();
    }
}
