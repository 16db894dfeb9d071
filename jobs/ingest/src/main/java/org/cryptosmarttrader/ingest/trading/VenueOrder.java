package org.cryptosmarttrader.ingest.trading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * An order of the account as the venue tells it.
 *
 * @param txid the venue's name of it
 * @param clOrdId ours; empty if it has none
 * @param status pending, open, closed, canceled or expired
 * @param executed volume so far, in base currency
 * @param trades ids of its trades, as far as they were told
 * @param says what it is, in the venue's words
 * @param reason why it ended; empty if it was not said
 */
record VenueOrder(
        String txid,
        String clOrdId,
        String status,
        BigDecimal executed,
        List<String> trades,
        String says,
        String reason) {

    private static final Set<String> OVER = Set.of("closed", "canceled", "expired");

    /** Whether nothing more of it will be executed. */
    boolean isOver() {
        return OVER.contains(status);
    }
}
