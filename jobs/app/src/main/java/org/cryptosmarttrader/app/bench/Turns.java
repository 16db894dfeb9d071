package org.cryptosmarttrader.app.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets a source and the end of its job take turns: a tick begins when all that follows from the one before has come out, as
 * in live operation, and what it takes is kept.
 */
final class Turns {

    private static final double NANOS_PER_MILLI = 1e6;

    private final long firstTimed;
    private final List<Double> millis = new ArrayList<>();
    private long begun = Long.MIN_VALUE;
    private long ended = Long.MIN_VALUE;
    private long began;

    /** @param firstTimed first tick whose time is kept */
    Turns(long firstTimed) {
        this.firstTimed = firstTimed;
    }

    /** Waits for the end of the tick before, then begins one. */
    synchronized void begin(long tick) {
        try {
            while (ended < begun) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("bench: stopped at tick %d".formatted(tick), e);
        }
        begun = tick;
        began = System.nanoTime();
    }

    /** All that follows from a tick has come out, and from those before it. */
    synchronized void end(long tick) {
        if (tick >= begun && ended < begun) {
            if (begun >= firstTimed) {
                millis.add((System.nanoTime() - began) / NANOS_PER_MILLI);
            }
            ended = begun;
            notifyAll();
        }
    }

    /** What each tick took, in order. */
    synchronized double[] millis() {
        return millis.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
