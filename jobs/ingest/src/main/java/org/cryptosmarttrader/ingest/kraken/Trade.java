package org.cryptosmarttrader.ingest.kraken;

import java.math.BigDecimal;

/**
 * One trade, in REST or WebSocket form. Its identity is pair and id: both forms of one trade have the same, but other bytes,
 * and the WebSocket's time may have fewer digits.
 *
 * @param pair canonical, e.g. {@code BTC/USD}
 * @param id number within the pair's sequence, without gaps at the venue
 * @param eventTimeMillis execution, epoch milliseconds, floored
 * @param timeNanos execution as stated, epoch nanoseconds; not unique
 * @param price in the quote currency, digits as received
 * @param quantity in the base currency, digits as received
 * @param side of the taker: +1 buy, -1 sell
 * @param raw the JSON text of this trade alone, as received; not to be changed
 */
public record Trade(
        String pair,
        long id,
        long eventTimeMillis,
        long timeNanos,
        BigDecimal price,
        BigDecimal quantity,
        int side,
        byte[] raw) {

    static final int BUY = 1;
    static final int SELL = -1;
}
