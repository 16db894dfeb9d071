package org.cryptosmarttrader.ingest.kraken;

import java.math.BigDecimal;

/**
 * Best bid and ask of a pair when it last traded, 0 without one.
 *
 * @param pair canonical
 * @param bid in the quote currency
 * @param bidQuantity in the base currency
 * @param ask in the quote currency
 * @param askQuantity in the base currency
 * @param last price traded
 * @param receivedAt epoch milliseconds; the venue states no time
 * @param raw the message as the venue sent it
 */
public record Ticker(
        String pair,
        BigDecimal bid,
        BigDecimal bidQuantity,
        BigDecimal ask,
        BigDecimal askQuantity,
        BigDecimal last,
        long receivedAt,
        byte[] raw) {}
