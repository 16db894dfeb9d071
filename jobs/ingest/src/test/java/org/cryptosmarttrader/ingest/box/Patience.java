package org.cryptosmarttrader.ingest.box;

import java.util.concurrent.TimeUnit;

/**
 * How long one side waits for the other before the test fails: far longer than a starved machine needs, since it decides between
 * slow and never.
 */
final class Patience {

    static final long NANOS = TimeUnit.MINUTES.toNanos(2);

    /** For the other side to answer a close. */
    static final long NANOS_TO_CLOSE = TimeUnit.MILLISECONDS.toNanos(500);

    private Patience() {}
}
