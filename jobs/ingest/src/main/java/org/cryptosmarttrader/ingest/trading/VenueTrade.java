package org.cryptosmarttrader.ingest.trading;

import java.math.BigDecimal;

/**
 * A trade of the account.
 *
 * @param id the venue's
 * @param order the venue's name of the order it executed
 * @param volume in base currency
 * @param price quote per base
 * @param fee in quote currency
 * @param time epoch milliseconds
 */
record VenueTrade(String id, String order, BigDecimal volume, BigDecimal price, BigDecimal fee, long time) {}
