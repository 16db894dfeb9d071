package org.cryptosmarttrader.ingest.net;

/** The source says that it is asked too often. */
public final class RateLimited extends SourceException {

    private static final long serialVersionUID = 1L;

    /** @param retryAfterMillis as the source said; 0 if it did not */
    public RateLimited(long retryAfterMillis, String message) {
        super(Kind.RETRY, retryAfterMillis, message);
    }
}
