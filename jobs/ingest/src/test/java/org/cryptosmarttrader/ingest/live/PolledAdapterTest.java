package org.cryptosmarttrader.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.RateLimited;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceHealth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A polled source")
class PolledAdapterTest {

    /** Jumps to what is waited for; stops the thread when nothing is left to poll. */
    private final class Clock implements IngestClock {

        private long now = 1_000;

        @Override
        public synchronized long millis() {
            return now;
        }

        @Override
        public synchronized void await(long until) throws InterruptedException {
            waits.add(until - now);
            now = until;
            if (outcomes.isEmpty()) {
                done.countDown();
                Thread.sleep(TimeUnit.MINUTES.toMillis(1));
            }
        }
    }

    private final Deque<SourceException> outcomes = new ArrayDeque<>();
    private final List<Long> waits = new ArrayList<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Clock clock = new Clock();
    private static final SourceException FINE = SourceException.last("none");

    private PolledAdapter polled(SourceException... each) throws InterruptedException {
        outcomes.addAll(List.of(each));
        PolledAdapter adapter = new PolledAdapter(
                "gdelt",
                60_000,
                () -> {
                    SourceException outcome = outcomes.remove();
                    if (outcome != FINE) {
                        throw outcome;
                    }
                },
                () -> new SourceHealth("gdelt", clock).snapshot(),
                clock,
                task -> new Thread(() -> {
                    task.run();
                    done.countDown();
                }));
        adapter.start();
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        return adapter;
    }

    @Test
    void is_asked_every_so_often() throws InterruptedException {
        try (PolledAdapter adapter = polled(FINE, FINE, FINE)) {
            assertThat(waits).containsExactly(60_000L, 60_000L, 60_000L);
            assertThat(adapter.complaints()).isEmpty();
        }
    }

    @Test
    void is_left_alone_as_long_as_it_asks_and_says_what_is_wrong_until_it_answers() throws InterruptedException {
        try (PolledAdapter adapter = polled(new RateLimited(900_000, "gdelt: HTTP 429"))) {
            assertThat(waits).containsExactly(900_000L);
            assertThat(adapter.complaints()).containsExactly("gdelt: HTTP 429");
        }
    }

    @Test
    void forgets_a_complaint_once_it_answers() throws InterruptedException {
        try (PolledAdapter adapter = polled(SourceException.retry("gdelt: HTTP 500"), FINE)) {
            assertThat(adapter.complaints()).isEmpty();
        }
    }

    @Test
    void that_refuses_its_access_is_asked_no_more() throws InterruptedException {
        try (PolledAdapter adapter = polled(SourceException.disabled("newsapi: the key is refused"), FINE)) {
            assertThat(waits).isEmpty();
            assertThat(outcomes).containsExactly(FINE);
            assertThat(adapter.complaints()).containsExactly("newsapi: the key is refused");
        }
    }
}
