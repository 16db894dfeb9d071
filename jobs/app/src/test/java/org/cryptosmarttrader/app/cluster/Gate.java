package org.cryptosmarttrader.app.cluster;

import org.cryptosmarttrader.ingest.kafka.Pace;

/** Lets a replay play up to an instant and no further, until it is told to. */
final class Gate implements Pace {

    private long openUntil = Long.MIN_VALUE;

    @Override
    public synchronized void before(long tick) throws InterruptedException {
        while (tick > openUntil) {
            wait();
        }
    }

    synchronized void openUntil(long tick) {
        openUntil = tick;
        notifyAll();
    }

    void open() {
        openUntil(Long.MAX_VALUE);
    }
}
