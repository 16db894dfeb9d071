package org.cryptosmarttrader.serving.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How often one address may ask")
class BucketsTest {

    private long now;
    private final Buckets buckets = new Buckets(2, 3, () -> now);

    @Test
    void is_some_times_at_once_and_then_so_many_a_second() {
        for (int request = 0; request < 3; request++) {
            assertThat(buckets.take("a")).isZero();
        }
        assertThat(buckets.take("a")).isCloseTo(0.5, within(1e-9));

        now += TimeUnit.MILLISECONDS.toNanos(500);

        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isPositive();
    }

    @Test
    void does_not_depend_on_others() {
        for (int request = 0; request < 4; request++) {
            buckets.take("a");
        }

        assertThat(buckets.take("b")).isZero();
    }
}
