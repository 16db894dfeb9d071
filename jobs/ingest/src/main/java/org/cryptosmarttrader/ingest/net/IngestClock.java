package org.cryptosmarttrader.ingest.net;

/** The time adapters live in: receipt times, budgets, back-off and deadlines. Safe for use by many threads. */
public interface IngestClock {

    /** Now, epoch milliseconds UTC. */
    long millis();

    /**
     * Returns once this clock shows {@code until} or later; at once if it does already.
     *
     * @param until epoch milliseconds
     * @throws InterruptedException if the thread is asked to stop, before or while it waits
     */
    void await(long until) throws InterruptedException;

    /** The clock of this machine. */
    static IngestClock system() {
        return new SystemClock();
    }
}
