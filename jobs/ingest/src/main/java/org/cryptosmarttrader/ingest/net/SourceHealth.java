package org.cryptosmarttrader.ingest.net;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a source fares: calls by outcome, and when it last gave something. Safe for use by many threads. */
public final class SourceHealth {

    /** What a source says wrong is its own text: only so many different ones are kept apart. */
    private static final int MOST_TEXTS = 100;

    private static final String OTHERS = "(others)";

    private final String source;
    private final IngestClock clock;
    private final SortedMap<String, Long> unknownErrors = new TreeMap<>();
    private long succeeded;
    private long retried;
    private long refused;
    private long rateLimited;
    private long refusedByBreaker;
    private Long lastSuccessAt;

    public SourceHealth(String source, IngestClock clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * As of one instant, for status and metrics.
     *
     * @param succeeded calls that gave a reply that could be read
     * @param retried calls that failed for the moment
     * @param refused calls that failed for good
     * @param rateLimited calls that failed because there were too many of them; counted above, too
     * @param refusedByBreaker calls not made because the source was down
     * @param unknownErrors errors no table knows, by their text
     * @param lastSuccessAt epoch milliseconds, null without one
     * @param lagMillis since the last success; null without one
     */
    public record Snapshot(
            String source,
            long succeeded,
            long retried,
            long refused,
            long rateLimited,
            long refusedByBreaker,
            SortedMap<String, Long> unknownErrors,
            Long lastSuccessAt,
            Long lagMillis) {}

    public synchronized void succeeded() {
        succeeded++;
        lastSuccessAt = clock.millis();
    }

    public synchronized void failed(SourceException failure) {
        if (failure.mayBeRetried()) {
            retried++;
        } else {
            refused++;
        }
    }

    public synchronized void rateLimited() {
        rateLimited++;
    }

    public synchronized void refusedByBreaker() {
        refusedByBreaker++;
    }

    /** @param text an error no table knows */
    public synchronized void unknownError(String text) {
        boolean isRoom = unknownErrors.size() < MOST_TEXTS || unknownErrors.containsKey(text);
        unknownErrors.merge(isRoom ? text : OTHERS, 1L, Long::sum);
    }

    public synchronized Snapshot snapshot() {
        Long lag = lastSuccessAt == null ? null : Long.valueOf(clock.millis() - lastSuccessAt);
        return new Snapshot(
                source,
                succeeded,
                retried,
                refused,
                rateLimited,
                refusedByBreaker,
                Collections.unmodifiableSortedMap(new TreeMap<>(unknownErrors)),
                lastSuccessAt,
                lag);
    }
}
