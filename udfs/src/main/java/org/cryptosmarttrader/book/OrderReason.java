package org.cryptosmarttrader.book;

/** Why an order, or its rest, was not executed. */
public enum OrderReason {
    /** Quantity below the pair's minimum, after rounding. */
    ORDERMIN,
    /** Quantity times price below the pair's minimum, after rounding. */
    COSTMIN,
    /** Its bars are over: they were absent or too thin. */
    EXPIRED,
    /** The pair is to be left. */
    WITHDRAWN,
    /** Cash does not reach further; nothing is borrowed. */
    FUNDS,
    /** No more is held; nothing is sold short. */
    NOT_HELD,
    /** The venue took it back. */
    VENUE_CANCELLED,
    /** The venue did not accept it. */
    VENUE_REJECTED
}
