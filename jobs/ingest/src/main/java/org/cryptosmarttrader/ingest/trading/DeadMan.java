package org.cryptosmarttrader.ingest.trading;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.SourceException;

/**
 * The venue's switch that cancels what is open once nobody has spoken for a while. Set before the first order, kept up while one may
 * be open, and put off when none is. Not thread-safe.
 */
final class DeadMan {

    private static final long NEVER = Long.MIN_VALUE;

    private final KrakenAccount account;
    private final IngestClock clock;
    private final long timeoutMillis;
    private final long everyMillis;
    private long setAt = NEVER;
    /** A call whose reply was lost, or a process that was killed, may have left it set. */
    private boolean mayBeSet;

    private String failure;

    /** @param mayBeSet whether a process before this one may have set it */
    DeadMan(KrakenAccount account, IngestClock clock, long timeoutMillis, long everyMillis, boolean mayBeSet) {
        this.account = account;
        this.clock = clock;
        this.timeoutMillis = timeoutMillis;
        this.everyMillis = everyMillis;
        this.mayBeSet = mayBeSet;
    }

    /** Sets it unless that was done just now; says why it could not be. */
    Optional<String> set() throws InterruptedException {
        if (setAt == NEVER || clock.millis() - setAt >= everyMillis) {
            beat();
        }
        return Optional.ofNullable(failure);
    }

    private void beat() throws InterruptedException {
        // the venue counts from when it hears of it, later than now
        long now = clock.millis();
        mayBeSet = true;
        try {
            account.cancelAllAfter(TimeUnit.MILLISECONDS.toSeconds(timeoutMillis));
            setAt = now;
            failure = null;
        } catch (SourceException e) {
            failure = e.getMessage();
        }
    }

    /** To be called often: keeps it up, or puts it off. */
    void tend(boolean mayBeOpen) throws InterruptedException {
        if (mayBeOpen) {
            set();
        } else {
            putOff();
        }
    }

    /** Waits for an instant, epoch milliseconds, and keeps it up meanwhile. */
    void await(long until) throws InterruptedException {
        while (clock.millis() < until) {
            set();
            clock.await(Math.min(until, clock.millis() + everyMillis));
        }
    }

    /** A venue that cannot be told cancels nothing that is ours: nothing is open. */
    void putOff() throws InterruptedException {
        if (!mayBeSet) {
            return;
        }
        try {
            account.cancelAllAfter(0);
            setAt = NEVER;
            mayBeSet = false;
            failure = null;
        } catch (SourceException e) {
            failure = e.getMessage();
        }
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }
}
