package org.cryptosmarttrader.book;

/**
 * Why the book did not act on a notice.
 *
 * @param reason short
 * @param detail in words, with what was found
 */
public record Objection(Reason reason, String detail) {

    /** Why, in one word. */
    public enum Reason {
        /** Its words are none of an event of its kind. */
        MALFORMED,
        /** There is no such account. */
        NO_ACCOUNT,
        /** No order of that id is open: the book never made it, or it has ended. */
        NO_OPEN_ORDER,
        /** The order is executed on paper; no venue has it. */
        PAPER_ORDER,
        /** A fill of that id was booked already. */
        FILL_TWICE,
        /** More than what is left of the order. */
        BEYOND_ORDER,
        /** Cash does not pay for it; nothing is borrowed. */
        FUNDS,
        /** Less is held; nothing is sold short. */
        NOT_HELD,
        /** The venue executed more of the order than it reported fills of; the order stays open until they come. */
        FILLS_MISSING
    }
}
