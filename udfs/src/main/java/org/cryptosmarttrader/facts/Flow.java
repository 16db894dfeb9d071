package org.cryptosmarttrader.facts;

/** What of whales' transfers is summed, in USD unless it is a count. */
public enum Flow {
    /** Number of transfers. */
    WHALE_COUNT,
    WHALE_USD,
    TO_EXCHANGES,
    FROM_EXCHANGES,
    /** To exchanges less from exchanges. */
    NET_TO_EXCHANGES;

    double of(Transfer transfer) {
        double in = transfer.toExchange() ? transfer.usd() : 0;
        double out = transfer.fromExchange() ? transfer.usd() : 0;
        return switch (this) {
            case WHALE_COUNT -> 1;
            case WHALE_USD -> transfer.usd();
            case TO_EXCHANGES -> in;
            case FROM_EXCHANGES -> out;
            case NET_TO_EXCHANGES -> in - out;
        };
    }
}
