package org.cryptosmarttrader.ingest.kraken;

import java.util.List;

/**
 * Takes what the WebSocket says. Calls of one connection come one after another, those of several connections at once. No
 * call may block, nor call the socket.
 */
public interface Handler {

    /**
     * Trades in the order received; of a pair that comes back, the last fifty.
     *
     * @param snapshot whether they answer a subscription, and may be known
     */
    void trades(List<Trade> trades, boolean snapshot);

    void ticker(Ticker ticker);

    /** @param system {@code online}, {@code maintenance}, {@code cancel_only}, {@code post_only}, or one of later */
    void status(String system);

    /** A connection stands; its pairs are being asked for. */
    void connected(List<String> pairs);

    /** The venue has agreed to send the trades of a pair; its snapshot follows. */
    void followed(String pair);

    /** The venue does not send a pair that was asked for; the others of its connection go on. */
    void refused(String pair, String reason);

    /** A connection is gone: what its pairs trade is missed until they are followed again. It is being opened anew. */
    void lost(List<String> pairs, String reason);
}
