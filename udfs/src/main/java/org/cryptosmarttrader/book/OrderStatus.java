package org.cryptosmarttrader.book;

/** What became of an order; that it was filled is said by its fills. */
public enum OrderStatus {
    /** Decided at this tick. */
    NEW,
    /** What was not filled will not be. */
    CANCELLED,
    /** Never sent. */
    REFUSED
}
