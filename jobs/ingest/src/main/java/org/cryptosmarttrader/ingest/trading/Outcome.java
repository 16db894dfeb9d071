package org.cryptosmarttrader.ingest.trading;

/** What a report says happened to an order. */
public enum Outcome {
    /** A part was executed. */
    FILL,
    /** What was not executed will not be: it was sent. */
    CANCELLED,
    /** It never stood at the venue: refused here or there. */
    REJECTED
}
