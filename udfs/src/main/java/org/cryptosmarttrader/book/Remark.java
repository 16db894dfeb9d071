package org.cryptosmarttrader.book;

import org.cryptosmarttrader.gates.Lane;

/**
 * Something about an account that is worth an audit row and is no limit.
 *
 * @param tick decision instant, epoch milliseconds UTC
 * @param lane of the account
 * @param subject its currency, or a pair
 * @param event what happened, e.g. {@code STRATEGY_CHANGED}
 * @param rule part of the book it concerns, null if none
 * @param detail in words
 */
public record Remark(long tick, Lane lane, String subject, Event event, String rule, String detail) {

    /** What happened. */
    public enum Event {
        /** Another strategy acts in a regime from now on. */
        STRATEGY_CHANGED,
        /** Positions stay as they are, since shares cannot be had. */
        PORTFOLIO_KEPT,
        /** Shares can be had again. */
        PORTFOLIO_DIVIDED,
        /** A person switched an account on again, or meant to. */
        REARMED,
        /** A venue ended an order. */
        VENUE_ENDED,
        /** A venue has not said for long what became of an order. */
        VENUE_SILENT,
        /** No order was made, since the venue still has one of the pair. */
        VENUE_PENDING
    }
}
