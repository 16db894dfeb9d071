package org.cryptosmarttrader.ingest.trading;

import java.math.BigDecimal;
import java.util.Locale;
import org.cryptosmarttrader.book.Side;

/**
 * An order as it is sent: at this limit or better, at once, and what is left is cancelled.
 *
 * @param key the venue's name of the pair
 * @param volume in base currency, rounded for the venue
 * @param limit quote per base, rounded for the venue
 */
record LimitOrder(String key, Side side, BigDecimal volume, BigDecimal limit) {

    /** {@code buy} or {@code sell}. */
    String type() {
        return side.name().toLowerCase(Locale.ROOT);
    }
}
