package org.cryptosmarttrader.app.cluster;

import org.cryptosmarttrader.ingest.kafka.Pace;

/** Lets a replay play up to an instant and no further, until it is told to. */
public final class Gate implements Pace {

    private long openUntil = Long.MIN_VALUE;

    @Override
    public synchronized void before(long tick) throws InterruptedException {
        while (tick > openUntil) {
            wait();
        }
    }

    public synchronized void openUntil(long tick) {
        openUntil = tick;
        notifyAll();
    }

    public void open() {
        openUntil(Long.MAX_VALUE);
    }
}
