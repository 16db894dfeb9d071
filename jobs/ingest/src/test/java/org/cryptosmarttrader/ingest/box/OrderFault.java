package org.cryptosmarttrader.ingest.box;

/** What may go wrong with one private call. */
public enum OrderFault {
    NONE,
    /** It is done, and the connection ends without a word. */
    LOST_REPLY,
    /** The connection ends and nothing was done. */
    LOST_REQUEST,
    /** The connection ends; what was asked for is done some seconds later. */
    DELAYED,
    /** It is done, and the answer is {@code EService:Busy}. */
    BUSY_AFTER,
    /** Nothing is done, and the answer is {@code EService:Busy}. */
    BUSY_BEFORE,
    /** It is done, and the front says that the venue behind it does not speak. */
    FRONT_AFTER,
    /** It is done, and the answer is no JSON. */
    GARBAGE_AFTER,
    /** An order is refused; all else is done. */
    REFUSED
}
