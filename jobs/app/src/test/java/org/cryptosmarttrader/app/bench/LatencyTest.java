package org.cryptosmarttrader.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The latency of units timed one by one")
class LatencyTest {

    @Test
    void names_median_99th_of_100_and_slowest() {
        double[] millis = IntStream.rangeClosed(1, 200).asDoubleStream().toArray();

        Latency latency = Latency.of(millis);

        assertThat(latency.p50()).isEqualTo(100);
        assertThat(latency.p99()).isEqualTo(198);
        assertThat(latency.most()).isEqualTo(200);
    }

    @Test
    void counts_in_steps_of_ten_milliseconds_and_beyond_200_of_a_hundred() {
        double[] millis = {0.5, 10, 10.1, 200, 200.5, 300, 1_234};

        assertThat(Latency.of(millis).histogram())
                .containsExactly(
                        Map.entry(10, 2), Map.entry(20, 1), Map.entry(200, 1), Map.entry(300, 2), Map.entry(1_300, 1));
    }

    @Test
    void is_none_where_nothing_was_timed() {
        assertThat(Latency.of(new double[0])).isNull();
    }
}
