package org.cryptosmarttrader.ingest.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.cryptosmarttrader.ingest.net.Backoff;
import org.cryptosmarttrader.ingest.net.HttpSource;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.Reply;
import org.cryptosmarttrader.ingest.net.Request;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceHealth;
import org.cryptosmarttrader.ingest.net.SourceReads;
import org.cryptosmarttrader.ingest.net.TokenBucket;

/**
 * Kraken's public REST calls, within its limits: one call a second for each pair's trades, five a second in all, counted
 * by address. Reads only; each is repeated while that may help. Safe for use by many threads.
 *
 * <p>Source: docs.kraken.com, market data; support.kraken.com 206548367 (limits).
 */
public final class KrakenRest {

    /** Trades a page has at most. */
    public static final int PAGE = 1_000;

    private static final double CALLS_PER_SECOND = 5;

    /** After having asked too often. */
    private static final long FIRST_RATE_WAIT = 10_000;

    private static final long LONGEST_RATE_WAIT = 60_000;

    /** The venue tells its time in whole seconds. */
    private static final long WHOLE_SECOND = 1_000;

    /** Beyond this a time of the venue lies in the future, and one of the clocks is wrong. */
    private static final long CLOCK_TOLERANCE = TimeUnit.MINUTES.toMillis(5);

    private final SourceReads reads;
    private final IngestClock clock;
    private final RandomGenerator random;
    private final TokenBucket calls;
    private final Map<String, TokenBucket> callsOfPair = new ConcurrentHashMap<>();

    /**
     * @param attempts for one read, the first included
     * @param random of the waits
     */
    public KrakenRest(HttpSource source, int attempts, IngestClock clock, RandomGenerator random) {
        this.reads = new SourceReads(source, attempts, clock, random);
        this.clock = clock;
        this.random = random;
        this.calls = new TokenBucket(CALLS_PER_SECOND, (int) CALLS_PER_SECOND, clock);
    }

    public SourceHealth.Snapshot health() {
        return reads.health().snapshot();
    }

    /** What can be traded now. */
    public Answer<AssetPairs> assetPairs(ListRules rules) throws SourceException, InterruptedException {
        return read("AssetPairs", (result, reply) -> AssetPairs.of(result, rules), calls);
    }

    /** The venue's state: {@code online}, {@code maintenance}, {@code cancel_only}, {@code post_only}, or one of later. */
    public Answer<String> systemStatus() throws SourceException, InterruptedException {
        return read(
                "SystemStatus", (result, reply) -> required(result, "status").asText(), calls);
    }

    /** The venue's clock, epoch milliseconds, in whole seconds. */
    public Answer<Long> serverTime() throws SourceException, InterruptedException {
        return read(
                "Time",
                (result, reply) ->
                        TimeUnit.SECONDS.toMillis(required(result, "unixtime").asLong()),
                calls);
    }

    /**
     * How far this machine's clock lies outside what the venue's allows, milliseconds: less than 0 if it is behind, 0 if the venue's
     * whole second and the time the call took explain the difference.
     */
    public long clockError() throws SourceException, InterruptedException {
        long before = clock.millis();
        long venue = serverTime().value();
        long after = clock.millis();
        if (after < venue) {
            return after - venue;
        }
        return Math.max(0, before - (venue + WHOLE_SECOND));
    }

    /** Price of a pair's last trade, in the quote currency. */
    public Answer<BigDecimal> lastPrice(TradedPair pair) throws SourceException, InterruptedException {
        return read(
                "Ticker?pair=" + pair.key(),
                (result, reply) ->
                        KrakenJson.positive(result.path(pair.key()).path("c").get(0), pair.pair() + "'s last price"),
                calls);
    }

    /**
     * Trades after a cursor, oldest first.
     *
     * @param sinceNanos trades of after this instant, or the cursor of the page before; epoch nanoseconds
     * @param count at most, up to {@link #PAGE}
     */
    public Answer<TradesPage> trades(TradedPair pair, long sinceNanos, int count)
            throws SourceException, InterruptedException {
        return read(
                "Trades?pair=%s&since=%d&count=%d".formatted(pair.key(), sinceNanos, count),
                (result, reply) ->
                        TradesPage.of(result, reply.body(), pair.pair(), reply.fetchedAt() + CLOCK_TOLERANCE),
                callsOfPair.computeIfAbsent(pair.key(), key -> new TokenBucket(1, 1, clock)),
                calls);
    }

    /** What a result says. */
    @FunctionalInterface
    private interface Meaning<T> {

        T of(JsonNode result, Reply reply) throws SourceException;
    }

    private <T> Answer<T> read(String call, Meaning<T> meaning, TokenBucket... budgets)
            throws SourceException, InterruptedException {
        Backoff rateWaits = new Backoff(FIRST_RATE_WAIT, LONGEST_RATE_WAIT, random);
        KrakenErrors errors = new KrakenErrors(
                clock::millis, rateWaits::next, text -> reads.health().unknownError(text));
        return reads.read(
                Request.get("/0/public/" + call),
                reply -> new Answer<>(meaning.of(errors.result(KrakenJson.tree(reply.body())), reply), reply),
                budgets);
    }

    private static JsonNode required(JsonNode result, String field) throws SourceException {
        if (!result.hasNonNull(field)) {
            throw SourceException.retry("kraken: the result has no %s".formatted(field));
        }
        return result.get(field);
    }
}
