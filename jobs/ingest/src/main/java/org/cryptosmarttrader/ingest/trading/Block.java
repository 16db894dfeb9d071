package org.cryptosmarttrader.ingest.trading;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Why no order is sent, or not this one.
 *
 * @param says what, where and what to do
 */
public record Block(Kind kind, String says) {

    /** What blocks. */
    public enum Kind {
        /** Orders are not to be real. */
        MODE,
        /** The books would not hear of it: they fill orders on paper. */
        BOOKS,
        /** The gates did not let a forecast of the order's pair and tick pass. */
        GATE,
        /** There is no key, or it may not trade. */
        KEY,
        /** The account has open orders that are none of ours. */
        UNKNOWN_ORDERS,
        /** It is not known what became of an order. */
        JOURNAL,
        /** The order was decided before the journal began: one that was lost may say that it was sent. */
        BEGINNING,
        /** This machine's clock is not the venue's. */
        CLOCK,
        /** The venue does not trade, or cannot be asked. */
        VENUE,
        /** The venue would not cancel what is open if this program fell silent. */
        DEAD_MAN,
        /** The order was decided too long ago. */
        AGE,
        /** The pair cannot be traded now. */
        PAIR,
        /** The order is smaller than the venue takes. */
        MINIMUM,
        /** The order's price is far from the market's. */
        PRICE,
        /** Too many orders in a minute. */
        RATE,
        /** Too many open orders. */
        OPEN_ORDERS
    }

    /** All of some in one line. */
    static String line(List<Block> blocks) {
        return blocks.stream()
                .map(block -> "%s: %s".formatted(block.kind(), block.says()))
                .collect(Collectors.joining("; "));
    }
}
