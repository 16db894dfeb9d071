package org.cryptosmarttrader.book;

import org.cryptosmarttrader.gates.Lane;

/**
 * Something about an account that is worth an audit row and is no limit.
 *
 * @param tick decision instant, epoch milliseconds UTC
 * @param lane of the account
 * @param quote its currency
 * @param event what happened, e.g. {@code STRATEGY_CHANGED}
 * @param rule part of the book it concerns
 * @param detail in words
 */
public record Remark(long tick, Lane lane, String quote, Event event, String rule, String detail) {

    /** What happened. */
    public enum Event {
        /** Another strategy acts in a regime from now on. */
        STRATEGY_CHANGED,
        /** Positions stay as they are, since shares cannot be had. */
        PORTFOLIO_KEPT,
        /** Shares can be had again. */
        PORTFOLIO_DIVIDED
    }
}
