package org.cryptosmarttrader.book;

/** Who executes the orders of the lane GATED; those of RESEARCH are always executed on paper. */
public enum Broker {
    /** The book itself, against the bars that become known. */
    PAPER,
    /** A venue: an order stays open until events say what became of it there. */
    VENUE
}
