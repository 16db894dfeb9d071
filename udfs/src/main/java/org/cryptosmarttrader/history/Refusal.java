package org.cryptosmarttrader.history;

/** Why an event was not folded, or folded otherwise than usual. Each is counted; none is dropped in silence. */
public enum Refusal {
    /** A price, quantity or bar that cannot be: not finite, not positive, or high and low on the wrong side. */
    BAD_BAR,
    BAD_TRADE,
    /** A bar that does not lie within one bar of the grid. */
    BAD_INTERVAL,
    /** Available long before it happened. */
    CLOCK,
    /** Not the feed configured for this bar. */
    OTHER_FEED,
    /** After the heal limit, for a bar that exists. */
    TOO_LATE,
    /** Older than the memory. */
    TOO_OLD,
    /** The same event again. */
    DUPLICATE,
    /** Another version of a bar; the first stays. */
    REVISED,
    /** Another trade under an identity already taken. */
    KEY_CONFLICT,
    /** A fact that cannot be: a score beyond -1..1, an amount that is not positive, a value that is not finite. */
    BAD_FACT,
    /** About a text or transfer that is not known, or no longer. */
    UNKNOWN_FACT
}
