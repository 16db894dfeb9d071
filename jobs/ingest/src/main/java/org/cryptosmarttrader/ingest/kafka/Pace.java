package org.cryptosmarttrader.ingest.kafka;

import java.util.concurrent.TimeUnit;

/** How fast a replay plays; asked before each tick, it may wait. No result depends on it. */
@FunctionalInterface
public interface Pace {

    /** As fast as the broker takes it. */
    Pace AT_ONCE = tick -> {};

    /** @param tick about to be played, epoch milliseconds */
    void before(long tick) throws InterruptedException;

    /**
     * So many ticks in a second at most, whatever time lies between them.
     *
     * @throws IllegalArgumentException if they are not more than 0
     */
    static Pace ticksPerSecond(double ticks) {
        if (!(ticks > 0)) {
            throw new IllegalArgumentException("replay: %s ticks a second, expected more than 0".formatted(ticks));
        }
        long nanosPerTick = (long) (TimeUnit.SECONDS.toNanos(1) / ticks);
        return new Pace() {
            private long due = System.nanoTime();

            @Override
            public void before(long tick) throws InterruptedException {
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                due += nanosPerTick;
            }
        };
    }
}
