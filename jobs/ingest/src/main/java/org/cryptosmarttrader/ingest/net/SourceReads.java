package org.cryptosmarttrader.ingest.net;

import java.util.random.RandomGenerator;

/**
 * Reads of one source: paced by its budgets, repeated while that may help, not made while it is down, and counted. Safe for
 * use by many threads.
 */
public final class SourceReads {

    private static final long FIRST_WAIT = 1_000;
    private static final long LONGEST_WAIT = 60_000;

    private final HttpSource source;
    private final int attempts;
    private final IngestClock clock;
    private final RandomGenerator random;
    private final CircuitBreaker breaker;
    private final SourceHealth health;

    /** What a reply says; a pure function of it. */
    @FunctionalInterface
    public interface Reading<T> {

        /** @throws SourceException if the reply says that it is none, or cannot be understood */
        T of(Reply reply) throws SourceException;
    }

    /** What is asked at an attempt, e.g. signed anew. */
    @FunctionalInterface
    public interface Making {

        /** @throws SourceException if there is nothing to ask with */
        Request next() throws SourceException;
    }

    /**
     * @param attempts for one read, the first included
     * @param random of the waits
     */
    public SourceReads(HttpSource source, int attempts, IngestClock clock, RandomGenerator random) {
        this.source = source;
        this.attempts = attempts;
        this.clock = clock;
        this.random = random;
        this.breaker = new CircuitBreaker(clock);
        this.health = new SourceHealth(source.name(), clock);
    }

    public SourceHealth health() {
        return health;
    }

    /**
     * @param budgets each attempt is taken out of all of them
     * @throws SourceException the last failure; FINAL at once, RETRY after the last attempt, or when the source asks for a
     *     longer wait than a minute: then it says how long, and the caller comes back
     */
    public <T> T read(Request request, Reading<T> reading, TokenBucket... budgets)
            throws SourceException, InterruptedException {
        return read(() -> request, reading, budgets);
    }

    /**
     * The same of a request that is made anew for each attempt, after its budgets let it pass.
     *
     * @see #read(Request, Reading, TokenBucket...)
     */
    public <T> T read(Making request, Reading<T> reading, TokenBucket... budgets)
            throws SourceException, InterruptedException {
        Backoff backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, random);
        for (int attempt = 1; ; attempt++) {
            try {
                return once(request, reading, budgets);
            } catch (SourceException e) {
                if (attempt >= attempts || !e.mayBeRetried() || e.retryAfterMillis() > LONGEST_WAIT) {
                    throw e;
                }
                clock.await(clock.millis() + backoff.next(e));
            }
        }
    }

    private <T> T once(Making request, Reading<T> reading, TokenBucket... budgets)
            throws SourceException, InterruptedException {
        refuseWhileDown();
        for (TokenBucket budget : budgets) {
            budget.take();
        }
        try {
            T value = reading.of(source.ask(request.next()));
            breaker.succeeded();
            health.succeeded();
            return value;
        } catch (SourceException e) {
            count(e);
            throw e;
        }
    }

    private void refuseWhileDown() throws SourceException {
        long wait = breaker.waitMillis();
        if (wait > 0) {
            health.refusedByBreaker();
            throw new SourceException(
                    SourceException.Kind.RETRY,
                    wait,
                    "%s: failed several times in a row; left alone for another %d ms".formatted(source.name(), wait));
        }
    }

    /** A request refused for good is an answer: the source is up. */
    private void count(SourceException failure) {
        health.failed(failure);
        if (failure instanceof RateLimited) {
            health.rateLimited();
        }
        if (failure.mayBeRetried()) {
            breaker.failed();
        } else {
            breaker.succeeded();
        }
    }
}
