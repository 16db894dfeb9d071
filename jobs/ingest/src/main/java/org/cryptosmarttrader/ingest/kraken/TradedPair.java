package org.cryptosmarttrader.ingest.kraken;

import java.math.BigDecimal;

/**
 * A pair that can be traded, and its names.
 *
 * @param pair canonical, e.g. {@code BTC/USD}
 * @param key Kraken's own, e.g. {@code XXBTZUSD}; REST replies are keyed by it
 * @param altname short name, e.g. {@code XBTUSD}
 * @param stream name in WebSocket v2, e.g. {@code BTC/USD}
 * @param tickSize prices are multiples of it, in the quote currency
 * @param lotDecimals digits of a quantity
 * @param orderMin smallest quantity, in the base currency
 * @param costMin smallest price × quantity, in the quote currency
 */
public record TradedPair(
        String pair,
        String key,
        String altname,
        String stream,
        BigDecimal tickSize,
        int lotDecimals,
        BigDecimal orderMin,
        BigDecimal costMin) {}
