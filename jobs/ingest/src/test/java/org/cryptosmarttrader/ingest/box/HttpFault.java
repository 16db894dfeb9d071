package org.cryptosmarttrader.ingest.box;

/** What may go wrong with one request. */
public enum HttpFault {
    NONE,
    /** The request is read and never answered. */
    NO_ANSWER,
    /** Bytes come, one now and then, and no end. */
    SLOW_LORIS,
    /** The connection ends without an answer. */
    RESET,
    /** The connection ends in the middle of the body. */
    HALF_BODY,
    /** A body that is no JSON, whole. */
    GARBAGE,
    /** HTTP 429 with {@code Retry-After: 2}. */
    TOO_MANY_REQUESTS,
    /** HTTP 503 with a page for people. */
    UNAVAILABLE,
    /** HTTP 520, as the front says when the venue behind it does not speak. */
    WEB_SERVER_ERROR,
    /** {@code EAPI:Rate limit exceeded} with HTTP 200. */
    RATE_LIMIT,
    /** {@code EService:Throttled} with the second at which to come back. */
    THROTTLED,
    /** {@code EService:Busy}. */
    BUSY,
    /** An error that no table has. */
    UNKNOWN_ERROR
}
