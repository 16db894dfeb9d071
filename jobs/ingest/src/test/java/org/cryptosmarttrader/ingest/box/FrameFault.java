package org.cryptosmarttrader.ingest.box;

/** What may go wrong with one message of trades on the WebSocket. */
public enum FrameFault {
    NONE,
    /** It is not sent. */
    MISSING,
    /** It is sent twice. */
    DUPLICATE,
    /** It is sent behind the next one. */
    REORDERED,
    /** It is sent in parts. */
    IN_PARTS,
    /** Half of it is sent as if it were all. */
    CUT,
    /** Something that is no JSON is sent before it. */
    GARBAGE,
    /** Its last trade is sent before it under an id far ahead, which the venue never gave. */
    FAR_ID,
    /** The venue closes the connection before it. */
    CLOSED,
    /**
     * From here on the line is dead, and neither side is told. (A line that ends without a word is not among the faults: the
     * JDK's client misses that now and then, and nothing would be the same twice. It is silent, too.)
     */
    DEAD,
    /** From here on nothing is sent for seven seconds. */
    SILENCE
}
