package org.cryptosmarttrader.ingest.trading;

import java.math.BigDecimal;
import org.cryptosmarttrader.book.Side;

/**
 * A line of the journal: its beginning, or one thing decided or learned about an order. What a kind does not say is null.
 *
 * @param at when it was written, epoch milliseconds
 * @param order id; of all but the beginning
 * @param clOrdId our name of it at the venue; of an intent
 * @param quantity as decided; of an intent, a refusal and a check
 * @param volume as sent, or executed by a fill
 * @param price limit, or of a fill
 * @param deadline for the venue's engine, epoch milliseconds; of an intent
 * @param txid the venue's name of the order; once it is placed
 * @param fill the venue's id of the trade
 * @param fee in quote currency; of a fill
 * @param time at the venue, epoch milliseconds; of a fill
 * @param report id of what was handed over
 * @param cause in plain words
 */
public record Entry(
        Kind kind,
        long at,
        String order,
        String clOrdId,
        String pair,
        Side side,
        BigDecimal quantity,
        BigDecimal volume,
        BigDecimal price,
        Long deadline,
        String txid,
        String fill,
        BigDecimal fee,
        Long time,
        String report,
        String cause) {

    /** What a line says. */
    public enum Kind {
        /** The journal begins here; the first line and no other. */
        BEGUN,
        /** It is about to be sent. */
        INTENT,
        /** It stands, or stood, at the venue. */
        PLACED,
        /** A part was executed. */
        FILL,
        /** It was sent, and nothing more of it will be executed. */
        DONE,
        /** It never stood at the venue. */
        REJECTED,
        /** The venue would have taken it; nothing was ordered. */
        VALIDATED,
        /** A report is safe where it belongs. */
        REPORTED
    }

    /** The first line. What was decided before it may stand in another journal. */
    static Entry begun(long at) {
        return of(Kind.BEGUN, at, null, null, null, null);
    }

    /** What is written before an order is sent. */
    static Entry intent(long at, GatedOrder order, BigDecimal volume, BigDecimal limit, long deadline) {
        return new Entry(
                Kind.INTENT,
                at,
                order.id(),
                ClientOrderId.of(order.id()),
                order.pair(),
                order.side(),
                order.quantity(),
                volume,
                limit,
                deadline,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** An order that is not sent, or not for real. */
    static Entry unsent(Kind kind, long at, GatedOrder order, String cause) {
        return new Entry(
                kind,
                at,
                order.id(),
                null,
                order.pair(),
                order.side(),
                order.quantity(),
                null,
                order.close(),
                null,
                null,
                null,
                null,
                null,
                null,
                cause);
    }

    static Entry placed(long at, String order, String txid) {
        return of(Kind.PLACED, at, order, txid, null, null);
    }

    static Entry fill(long at, String order, VenueTrade trade) {
        return new Entry(
                Kind.FILL,
                at,
                order,
                null,
                null,
                null,
                null,
                trade.volume(),
                trade.price(),
                null,
                trade.order(),
                trade.id(),
                trade.fee(),
                trade.time(),
                null,
                null);
    }

    /** The end of an order that was sent. */
    static Entry ended(Kind kind, long at, String order, String cause) {
        return of(kind, at, order, null, null, cause);
    }

    static Entry reported(long at, String order, String report) {
        return of(Kind.REPORTED, at, order, null, report, null);
    }

    private static Entry of(Kind kind, long at, String order, String txid, String report, String cause) {
        return new Entry(
                kind, at, order, null, null, null, null, null, null, null, txid, null, null, null, report, cause);
    }
}
