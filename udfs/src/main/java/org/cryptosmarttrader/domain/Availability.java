package org.cryptosmarttrader.domain;

/**
 * How we know when a fact could first be used. Both kinds are authentic; the difference is shown.
 *
 * <p>See docs/glossary.md, availability.
 */
public enum Availability {
    /** We received it then. */
    RECORDED,
    /** An archive without receipt times: end of the bar, or time of the trade, plus a stated delay. */
    ASSIGNED
}
