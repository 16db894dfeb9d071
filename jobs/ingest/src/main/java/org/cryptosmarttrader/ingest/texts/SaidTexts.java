package org.cryptosmarttrader.ingest.texts;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Texts that were handed over and wait for a score. Whoever adds one never waits: if there is no room, it goes without. */
final class SaidTexts {

    /**
     * A text as it was handed over.
     *
     * @param identity e.g. {@code news:17}
     * @param publishedAt epoch milliseconds
     * @param availableAt from when on it is known, epoch milliseconds
     */
    record Said(String identity, long publishedAt, long availableAt, String text) {}

    private final BlockingQueue<Said> waiting;
    private final boolean isHeard;
    private final AtomicLong leftOut = new AtomicLong();

    /** @param room texts that may wait */
    SaidTexts(int room) {
        this(room, true);
    }

    private SaidTexts(int room, boolean isHeard) {
        this.waiting = new ArrayBlockingQueue<>(room);
        this.isHeard = isHeard;
    }

    /** Where nobody scores. */
    static SaidTexts unheard() {
        return new SaidTexts(1, false);
    }

    void add(Said text) {
        if (isHeard && !waiting.offer(text)) {
            leftOut.incrementAndGet();
        }
    }

    /** The one that has waited longest; null if there is none. */
    Said poll() {
        return waiting.poll();
    }

    /** Texts there was no room for. */
    long leftOut() {
        return leftOut.get();
    }
}
