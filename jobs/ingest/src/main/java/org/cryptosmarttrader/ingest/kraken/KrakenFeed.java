package org.cryptosmarttrader.ingest.kraken;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
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
 * Kraken's market as events: every tradable pair of a quote currency, its listing and delisting, all its trades by id, and once an
 * hour its best bid and ask. Trades the WebSocket missed are read again over REST before anything later of that pair is handed
 * over, so no bar is made of part of its trades without the gap being known.
 */
public final class KrakenFeed implements Adapter, Handler {

    /** Id of the source. */
    public static final String SOURCE = "kraken";

    private static final Logger LOG = LoggerFactory.getLogger(KrakenFeed.class);

    /** Until what failed is tried again. */
    private static final long AGAIN_MILLIS = TimeUnit.SECONDS.toMillis(5);
    /** Until a list that lacks most of what was listed is asked for again. */
    private static final long DOUBT_MILLIS = TimeUnit.MINUTES.toMillis(2);
    /** Until the trades that follow an agreement are here. */
    private static final long SNAPSHOT_MILLIS = TimeUnit.SECONDS.toMillis(1);

    private static final String ONLINE = "online";
    private static final String UNKNOWN = "unknown";

    private final KrakenRest rest;
    private final ListRules rules;
    private final KrakenSocket socket;
    private final Receipts receipts;
    private final HeardHours hours;
    private final LastQuotes quotes;
    private final PairList pairs;
    private final WholeTrades trades;
    private final IngestClock clock;
    private final ThreadFactory threads;
    /** Between looks for gaps; the limits of the calls pace the rest. */
    private final long lookMillis;

    /** Messages and trades that could not be taken, as of the last look; of the one thread that looks. */
    private long unheard;

    private final List<Thread> running = new ArrayList<>();

    /** Guards what follows; calls of several connections come at once. */
    private final Object lock = new Object();

    private final SortedMap<String, String> refused = new TreeMap<>();
    private final SortedMap<String, Long> followedAt = new TreeMap<>();
    private String system = UNKNOWN;

    /**
     * @param cursors read now: from where to go on
     * @param since trades of pairs that cursors do not know are read from this instant on, epoch milliseconds; empty to begin
     *     with the first ones heard
     * @param threads makes the threads of this adapter and of its connections, and watches them
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
        this.receipts = receipts;
        this.hours = new HeardHours(rawLog, receipts);
        this.quotes = new LastQuotes(rawLog, receipts);
        this.pairs = new PairList(cursors.listed(SOURCE), rawLog, receipts);
        this.trades = new WholeTrades(rest, cursors.trades(SOURCE), since, rawLog, receipts, hours, clock);
        this.clock = clock;
        this.threads = threads;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public void start() {
        hours.begin(clock.millis());
        run("kraken-pairs", this::keepPairs);
        run("kraken-refill", this::keepWhole);
    }

    private void run(String name, Work work) {
        Thread thread = threads.newThread(() -> {
            try {
                work.go();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setName(name);
        running.add(thread);
        thread.start();
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
            lookAtHour();
            long now = clock.millis();
            clock.await(Math.min(now + lookMillis, hours.nextLook(now)));
        }
    }

    private void lookAtHour() {
        SocketStatus connections = socket.status();
        noteUnheard(connections);
        long now = clock.millis();
        hours.ended(now).ifPresent(end -> {
            quotes.tell(end);
            hours.look(now, fault(connections, end, now), connections);
        });
    }

    /** What could not be understood or was refused may have been the last trade of an hour, which no later id shows. */
    private void noteUnheard(SocketStatus connections) {
        long now = connections.connections().stream()
                        .mapToLong(SocketStatus.Connection::odd)
                        .sum()
                + receipts.refused().getOrDefault(SOURCE, 0L);
        if (now > unheard) {
            hours.broken(clock.millis(), "a message could not be understood, or a trade lay ahead of this clock");
        }
        unheard = now;
    }

    /** What is not heard, or was not up to the end of an hour. */
    private Optional<String> fault(SocketStatus connections, long end, long now) {
        for (SocketStatus.Connection connection : connections.connections()) {
            if (!connection.isOpen() || connection.lastMessageAt() < end) {
                return Optional.of("connection %d, of %d pairs, was not heard at its end"
                        .formatted(connection.number(), connection.pairs().size()));
            }
        }
        Optional<Gap> gap = trades.gaps().stream().findFirst();
        if (gap.isPresent()) {
            return gap.map(Gap::toString);
        }
        synchronized (lock) {
            return system.equals(ONLINE) ? unfollowed(now) : Optional.of(standing());
        }
    }

    /** Of a venue that is not online. */
    private String standing() {
        return system.equals(UNKNOWN)
                ? "the venue has not said anything since the start; check the network, and kraken.socket in conf/ingest.yaml"
                : "the venue is " + system;
    }

    private Optional<String> unfollowed(long now) {
        SortedSet<String> tradable = pairs.tradable();
        if (tradable.isEmpty()) {
            return Optional.of("it is not known what is traded");
        }
        return tradable.stream()
                .filter(pair -> now - followedAt.getOrDefault(pair, now) < SNAPSHOT_MILLIS)
                .findFirst()
                .map("%s was not followed at its end"::formatted);
    }

    @Override
    public void trades(List<Trade> heard, boolean snapshot) {
        trades.take(heard);
    }

    @Override
    public void ticker(Ticker ticker) {
        quotes.take(ticker);
    }

    @Override
    public void status(String now) {
        synchronized (lock) {
            if (!now.equals(system)) {
                LOG.info("kraken: the venue is {}", now);
                if (!system.equals(UNKNOWN)) {
                    hours.broken(clock.millis(), "the venue was " + (now.equals(ONLINE) ? system : now));
                }
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
            followedAt.put(pair, clock.millis());
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
        synchronized (lock) {
            followedAt.keySet().removeAll(pairs);
        }
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
            List<String> complaints = new ArrayList<>();
            if (!system.equals(ONLINE)) {
                complaints.add(standing());
            }
            refused.forEach((pair, reason) -> complaints.add("%s is not sent: %s".formatted(pair, reason)));
            trades.gaps().forEach(gap -> complaints.add(gap.toString()));
            complaints.addAll(trades.missing());
            if (pairs.isInDoubt()) {
                complaints.add(
                        "the list of pairs lacks most of those known; it is believed if it still does when asked again");
            }
            if (!hours.complaint().isEmpty()) {
                complaints.add(hours.complaint());
            }
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
