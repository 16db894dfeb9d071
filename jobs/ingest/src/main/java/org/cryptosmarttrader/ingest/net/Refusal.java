package org.cryptosmarttrader.ingest.net;

import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.ingest.net.SourceException.Kind;

/** What a reply means that is no success. Sources that say more than the status says have one of their own. */
@FunctionalInterface
public interface Refusal {

    int TOO_MANY_REQUESTS = 429;
    int REQUEST_TIMEOUT = 408;

    /**
     * @param reply of a status other than 200 to 299
     * @param what source, address and status, for the message
     */
    SourceException of(Reply reply, String what);

    /** By the status alone: RETRY of 408, 429 and 5xx, FINAL of all else. */
    static SourceException byStatus(Reply reply, String what) {
        if (reply.status() == TOO_MANY_REQUESTS) {
            return new RateLimited(retryAfter(reply), what);
        }
        return reply.status() == REQUEST_TIMEOUT || reply.status() >= 500
                ? new SourceException(Kind.RETRY, retryAfter(reply), what)
                : SourceException.last(what);
    }

    /** Milliseconds from Retry-After in seconds; its other form, a date, is left to the own back-off: 0. */
    static long retryAfter(Reply reply) {
        return reply.header("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> TimeUnit.SECONDS.toMillis(Long.parseLong(seconds)))
                .orElse(0L);
    }
}
