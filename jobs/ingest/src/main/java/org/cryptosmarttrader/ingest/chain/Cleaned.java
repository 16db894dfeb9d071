package org.cryptosmarttrader.ingest.chain;

import org.cryptosmarttrader.ingest.net.RateLimited;
import org.cryptosmarttrader.ingest.net.SourceException;

/** A failure again, of its own class, with another message. */
final class Cleaned {

    private Cleaned() {}

    static SourceException of(SourceException failure, String message) {
        if (failure instanceof TooWide) {
            return new TooWide(message);
        }
        return failure instanceof RateLimited
                ? new RateLimited(failure.retryAfterMillis(), message)
                : new SourceException(failure.kind(), failure.retryAfterMillis(), message);
    }
}
