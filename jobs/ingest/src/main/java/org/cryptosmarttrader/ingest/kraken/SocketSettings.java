package org.cryptosmarttrader.ingest.kraken;

import java.net.URI;

/**
 * How the WebSocket is kept.
 *
 * @param address e.g. {@code wss://ws.kraken.com/v2}
 * @param userAgent says who asks
 * @param pairsPerConnection symbols one connection carries
 * @param connectMillis until a connection stands
 * @param silenceMillis without any message after which a connection is given up
 */
public record SocketSettings(
        URI address, String userAgent, int pairsPerConnection, long connectMillis, long silenceMillis) {

    /** The venue's guide: reconnect after five seconds without a message. */
    public static final long SILENCE = 5_000;

    /** Between looks whether something has to be done: silence is noticed a fifth late at most. */
    long lookMillis() {
        return Math.max(1, silenceMillis / 5);
    }
}
