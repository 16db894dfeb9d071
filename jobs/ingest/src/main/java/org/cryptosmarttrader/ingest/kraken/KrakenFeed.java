package org.cryptosmarttrader.ingest.kraken;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.ingest.live.Adapter;
import org.cryptosmarttrader.ingest.live.Cursors;
import org.cryptosmarttrader.ingest.live.RawLog;
import org.cryptosmarttrader.ingest.live.Receipts;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceHealth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kraken's market as events: every tradable pair of a quote currency, its listing and delisting, and all its trades by id. What
 * the WebSocket missed is read again over REST before anything later of that pair is handed over, so no bar is made of
 * part of its trades without the gap being known.
 */
public final class KrakenFeed implements Adapter, Handler {

    /** Id of the source. */
    public static final String SOURCE = "kraken";

    private static final Logger LOG = LoggerFactory.getLogger(KrakenFeed.class);

    /** Until what failed is tried again. */
    private static final long AGAIN_MILLIS = TimeUnit.SECONDS.toMillis(5);
    /** Until a list that lacks most of what was listed is asked for again. */
    private static final long DOUBT_MILLIS = TimeUnit.MINUTES.toMillis(2);

    private final KrakenRest rest;
    private final ListRules rules;
    private final KrakenSocket socket;
    private final PairList pairs;
    private final WholeTrades trades;
    private final IngestClock clock;
    private final ThreadFactory threads;
    /** Between looks for gaps; the limits of the calls pace the rest. */
    private final long lookMillis;

    private final List<Thread> running = new ArrayList<>();

    /** Guards what follows; calls of several connections come at once. */
    private final Object lock = new Object();

    private final SortedMap<String, String> refused = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private String system = "unknown";

    /**
     * @param cursors read now: from where to go on
     * @param since trades of pairs that cursors do not know are read from this instant on, epoch milliseconds; empty to begin
     *     with the first ones heard
     * @param threads makes the threads of this adapter and of its connections
     */
    public KrakenFeed(
            KrakenRest rest,
            ListRules rules,
            SocketSettings settings,
            RawLog rawLog,
            Receipts receipts,
            Cursors cursors,
            OptionalLong since,
            IngestClock clock,
            ThreadFactory threads,
            long seed) {
        this.rest = rest;
        this.rules = rules;
        this.lookMillis = settings.lookMillis();
        this.socket = new KrakenSocket(settings, clock, threads, seed, this);
        this.pairs = new PairList(cursors.listed(SOURCE), rawLog, receipts);
        this.trades = new WholeTrades(rest, cursors.trades(SOURCE), since, rawLog, receipts, clock);
        this.clock = clock;
        this.threads = threads;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public void start() {
        run("kraken-pairs", this::keepPairs);
        run("kraken-refill", this::keepWhole);
    }

    private void run(String name, Work work) {
        Thread thread = threads.newThread(() -> {
            try {
                work.go();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                failed(name, e);
            }
        });
        thread.setName(name);
        running.add(thread);
        thread.start();
    }

    /** Nobody else would notice that a thread has ended. */
    private void failed(String name, RuntimeException cause) {
        LOG.error("{} has ended; start again", name, cause);
        synchronized (lock) {
            failures.add("%s has ended, start again: %s".formatted(name, cause));
        }
    }

    /** Ends when it is interrupted. */
    @FunctionalInterface
    private interface Work {
        void go() throws InterruptedException;
    }

    private void keepPairs() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            long next = rules.everyMillis();
            try {
                take(rest.assetPairs(rules));
                next = pairs.isInDoubt() ? Math.min(next, DOUBT_MILLIS) : next;
            } catch (SourceException e) {
                LOG.warn("kraken: the pairs could not be read ({}); they are asked for again", e.getMessage());
                next = Math.max(AGAIN_MILLIS, e.retryAfterMillis());
            }
            clock.await(clock.millis() + next);
        }
    }

    private void take(Answer<AssetPairs> answer) {
        OptionalLong before = pairs.readAt();
        List<TradedPair> followed = pairs.take(answer);
        trades.expect(followed, before);
        socket.follow(followed);
    }

    private void keepWhole() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            trades.fill(pairs.traded());
            clock.await(clock.millis() + lookMillis);
        }
    }

    @Override
    public void trades(List<Trade> heard, boolean snapshot) {
        trades.take(heard);
    }

    @Override
    public void ticker(Ticker ticker) {
        // spreads are no event yet
    }

    @Override
    public void status(String now) {
        synchronized (lock) {
            if (!now.equals(system)) {
                LOG.info("kraken: the venue is {}", now);
                system = now;
            }
        }
    }

    @Override
    public void connected(List<String> pairs) {
        LOG.info("kraken: a connection for {} pairs stands", pairs.size());
    }

    @Override
    public void followed(String pair) {
        synchronized (lock) {
            refused.remove(pair);
        }
    }

    @Override
    public void refused(String pair, String reason) {
        synchronized (lock) {
            LOG.warn("kraken: {} is not sent ({})", pair, reason);
            refused.put(pair, reason);
        }
    }

    @Override
    public void lost(List<String> pairs, String reason) {
        LOG.warn("kraken: the connection of {} pairs is lost ({}); it is opened again", pairs.size(), reason);
    }

    /** Connections lost since the start. */
    long losses() {
        return socket.losses();
    }

    @Override
    public SourceHealth.Snapshot health() {
        return rest.health();
    }

    @Override
    public List<String> complaints() {
        synchronized (lock) {
            List<String> complaints = new ArrayList<>(failures);
            if (!system.equals("online")) {
                complaints.add("the venue is " + system);
            }
            refused.forEach((pair, reason) -> complaints.add("%s is not sent: %s".formatted(pair, reason)));
            trades.gaps().forEach(gap -> complaints.add(gap.toString()));
            if (pairs.isInDoubt()) {
                complaints.add("the list of pairs lacks most of those known; it is believed if it still does when asked again");
            }
            trades.holes().forEach(hole -> complaints.add("%s at the venue, too".formatted(hole)));
            return complaints;
        }
    }

    @Override
    public void close() {
        socket.close();
        running.forEach(Thread::interrupt);
        for (Thread thread : running) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
