package org.cryptosmarttrader.ingest.kraken;

import java.util.ArrayDeque;
import org.cryptosmarttrader.ingest.net.IngestClock;

/**
 * Connects of all connections together: at most 120 in any ten minutes. The venue's front bans an address for ten minutes
 * after about 150.
 *
 * <p>Source: docs.kraken.com, guides/spot-ws-intro; krakenfx/kraken-cli, websocket.rs.
 */
final class ConnectBudget {

    private static final int CONNECTS = 120;
    private static final long WINDOW_MILLIS = 600_000;

    private final IngestClock clock;
    private final ArrayDeque<Long> connects = new ArrayDeque<>();

    ConnectBudget(IngestClock clock) {
        this.clock = clock;
    }

    /** Returns when one may connect; it is then counted. */
    void take() throws InterruptedException {
        for (long wait = tryTake(); wait > 0; wait = tryTake()) {
            clock.await(clock.millis() + wait);
        }
    }

    private synchronized long tryTake() {
        long now = clock.millis();
        while (!connects.isEmpty() && now - connects.peekFirst() >= WINDOW_MILLIS) {
            connects.pollFirst();
        }
        if (connects.size() >= CONNECTS) {
            return connects.peekFirst() + WINDOW_MILLIS - now;
        }
        connects.addLast(now);
        return 0;
    }
}
