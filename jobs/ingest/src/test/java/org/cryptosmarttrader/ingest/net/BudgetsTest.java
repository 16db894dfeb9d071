package org.cryptosmarttrader.ingest.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Budgets of calls, waits between tries and the breaker")
class BudgetsTest {

    private final JumpingClock clock = new JumpingClock(1_000_000);

    @Test
    void let_a_burst_pass_and_then_keep_the_rate() throws InterruptedException {
        TokenBucket bucket = new TokenBucket(4, 3, clock);

        for (int call = 0; call < 6; call++) {
            bucket.take();
        }

        assertThat(clock.waits()).containsExactly(250L, 250L, 250L);
    }

    @Test
    void fill_up_while_nobody_calls_but_no_higher_than_the_burst() throws InterruptedException {
        TokenBucket bucket = new TokenBucket(1, 2, clock);
        bucket.take();
        bucket.take();
        clock.pass(60_000);

        bucket.take();
        bucket.take();
        bucket.take();

        assertThat(clock.waits()).containsExactly(1_000L);
    }

    @Test
    void refuse_a_rate_of_nothing() {
        assertThatThrownBy(() -> new TokenBucket(0, 1, clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.0 calls a second");
    }

    @Test
    void double_their_waits_up_to_the_longest_each_in_its_upper_half() {
        Backoff backoff = new Backoff(1_000, 8_000, new SplittableRandom(7));

        List<Long> waits = Stream.generate(backoff::next).limit(6).toList();

        List<Long> whole = List.of(1_000L, 2_000L, 4_000L, 8_000L, 8_000L, 8_000L);
        for (int i = 0; i < whole.size(); i++) {
            assertThat(waits.get(i)).isBetween(whole.get(i) / 2, whole.get(i));
        }
        backoff.reset();
        assertThat(backoff.next()).isBetween(500L, 1_000L);
    }

    @Test
    void are_the_same_for_the_same_seed() {
        Backoff one = new Backoff(1_000, 60_000, new SplittableRandom(3));
        Backoff other = new Backoff(1_000, 60_000, new SplittableRandom(3));

        assertThat(Stream.generate(one::next).limit(9).toList())
                .isEqualTo(Stream.generate(other::next).limit(9).toList());
    }

    @Test
    void obey_the_wait_a_source_asks_for_exactly() {
        Backoff backoff = new Backoff(1_000, 8_000, new SplittableRandom(7));

        assertThat(backoff.next(new RateLimited(12_345, "slow down"))).isEqualTo(12_345);
    }

    @Test
    void open_after_five_failures_in_a_row_for_a_minute_and_try_once() {
        CircuitBreaker breaker = new CircuitBreaker(clock);
        for (int failure = 0; failure < 4; failure++) {
            breaker.failed();
        }
        breaker.succeeded();
        for (int failure = 0; failure < 4; failure++) {
            breaker.failed();
        }
        assertThat(breaker.waitMillis()).isZero();

        breaker.failed();
        assertThat(breaker.waitMillis()).isEqualTo(60_000);
        clock.pass(60_000);
        assertThat(breaker.waitMillis()).as("one trial").isZero();
        assertThat(breaker.waitMillis()).as("no second one").isEqualTo(60_000);

        breaker.succeeded();
        assertThat(breaker.waitMillis()).isZero();
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void are_counted_by_outcome_and_text() {
        SourceHealth health = new SourceHealth("kraken", clock);
        assertThat(health.snapshot().lastSuccessAt()).isNull();
        health.succeeded();
        health.failed(SourceException.retry("busy"));
        health.failed(SourceException.last("wrong"));
        health.unknownError("EOdd:one");
        health.unknownError("EOdd:one");
        clock.pass(1_500);

        SourceHealth.Snapshot now = health.snapshot();

        assertThat(List.of(now.succeeded(), now.retried(), now.refused())).containsExactly(1L, 1L, 1L);
        assertThat(now.unknownErrors()).containsExactly(Map.entry("EOdd:one", 2L));
        assertThat(now.lastSuccessAt()).isEqualTo(1_000_000);
        assertThat(now.lagMillis()).isEqualTo(1_500);
    }
}
