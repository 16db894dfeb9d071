package org.cryptosmarttrader.ingest.trading;

import java.math.BigDecimal;
import org.cryptosmarttrader.book.Side;

/**
 * One thing that happened to an order at a real venue. It is the same however often it is made, and so is its {@link #id}. All fills of
 * an order come before its end; an order that was filled as a whole has no other end.
 *
 * @param number ascending in the order in which it was learned; unique
 * @param fillId the venue's id of the trade; empty unless the outcome is FILL
 * @param quantity of a fill; of an end what was executed in all; in base currency
 * @param price of the execution, quote per base; null unless the outcome is FILL
 * @param fee in quote currency, 0 unless the outcome is FILL
 * @param time of the execution at the venue, or when the rest was known to be none, epoch milliseconds
 * @param cause why it was cancelled or rejected; empty of a fill
 */
public record ExecutionReport(
        long number,
        String orderId,
        String pair,
        Side side,
        Outcome outcome,
        String fillId,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal fee,
        long time,
        String cause) {

    /** What identifies it; reports of one id are equal. */
    public String id() {
        return "%s:%s".formatted(orderId, outcome == Outcome.FILL ? fillId : outcome);
    }
}
