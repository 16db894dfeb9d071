package org.cryptosmarttrader.ingest.kraken;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.live.Adapter;
import org.cryptosmarttrader.ingest.live.Cursors;
import org.cryptosmarttrader.ingest.live.Heard;
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

    private static final long REFRESH_MILLIS = TimeUnit.HOURS.toMillis(1);
    /** Until what failed is tried again. */
    private static final long AGAIN_MILLIS = TimeUnit.SECONDS.toMillis(5);

    private static final int PAGES_PER_WALK = 50;

    private final KrakenRest rest;
    private final GapRefill refill;
    private final ListRules rules;
    private final KrakenSocket socket;
    private final RawLog rawLog;
    private final Receipts receipts;
    private final IngestClock clock;
    private final ThreadFactory threads;
    /** Between looks for gaps; the limits of the calls pace the rest. */
    private final long lookMillis;

    private final List<Thread> running = new ArrayList<>();

    /** Guards what follows; calls of several connections come at once. */
    private final Object lock = new Object();

    private final SortedMap<String, TradeSequence> sequences = new TreeMap<>();
    private final SortedMap<String, Cursors.Last> resume;
    /** From when on trades of a pair are wanted of which none was written yet. */
    private final OptionalLong since;

    private final SortedSet<String> listed;
    private final SortedMap<String, TradedPair> traded = new TreeMap<>();
    private final SortedMap<String, Gap> gaps = new TreeMap<>();
    private final SortedMap<String, WholeHours> refilled = new TreeMap<>();
    private final SortedMap<String, String> refused = new TreeMap<>();
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
        this.refill = new GapRefill(rest, PAGES_PER_WALK);
        this.rules = rules;
        this.lookMillis = settings.lookMillis();
        this.socket = new KrakenSocket(settings, clock, threads, seed, this);
        this.rawLog = rawLog;
        this.receipts = receipts;
        this.resume = cursors.trades(SOURCE);
        this.since = since;
        this.listed = cursors.listed(SOURCE);
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
            long next = REFRESH_MILLIS;
            try {
                take(rest.assetPairs(rules));
            } catch (SourceException e) {
                LOG.warn("kraken: the pairs could not be read ({}); they are asked for again", e.getMessage());
                next = Math.max(AGAIN_MILLIS, e.retryAfterMillis());
            }
            clock.await(clock.millis() + next);
        }
    }

    private void take(Answer<AssetPairs> answer) {
        AssetPairs found = answer.value();
        byte[] hash = rawLog.keep(SOURCE, answer.reply().url(), answer.reply().body());
        synchronized (lock) {
            SortedSet<String> names = new TreeSet<>();
            found.pairs().forEach(pair -> names.add(pair.pair()));
            announce(names, listed, EventKind.LISTED, answer.reply().fetchedAt(), hash);
            announce(listed, names, EventKind.DELISTED, answer.reply().fetchedAt(), hash);
            listed.clear();
            listed.addAll(names);
            traded.clear();
            found.pairs().forEach(pair -> traded.put(pair.pair(), pair));
        }
        LOG.info("kraken: {} pairs followed, left out {}", found.pairs().size(), found.leftOutByReason());
        socket.follow(found.pairs());
    }

    /** An event for each name that is in one set and not in the other. */
    private void announce(SortedSet<String> in, SortedSet<String> notIn, String standing, long at, byte[] hash) {
        List<Heard> events = in.stream()
                .filter(pair -> !notIn.contains(pair))
                .map(pair -> Heard.listing(SOURCE, pair, at, at, standing, hash))
                .toList();
        if (!events.isEmpty()) {
            LOG.info("kraken: {} {} pairs", standing, events.size());
            receipts.put(events);
        }
    }

    private void keepWhole() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            for (Map.Entry<TradedPair, Gap> gap : gapsNow().entrySet()) {
                fill(gap.getKey(), gap.getValue());
            }
            clock.await(clock.millis() + lookMillis);
        }
    }

    private Map<TradedPair, Gap> gapsNow() {
        synchronized (lock) {
            Map<TradedPair, Gap> now = new LinkedHashMap<>();
            // trades of a pair that is gone may still have come
            gaps.keySet().retainAll(traded.keySet());
            gaps.forEach((pair, gap) -> now.put(traded.get(pair), gap));
            return now;
        }
    }

    private void fill(TradedPair pair, Gap gap) throws InterruptedException {
        try {
            if (isUnbegun(pair.pair())) {
                begin(pair, gap);
                return;
            }
            refill.fill(pair, gap, new GapRefill.Taker() {
                @Override
                public Optional<Gap> page(List<Trade> trades) {
                    return taken(pair.pair(), trades);
                }

                @Override
                public Optional<Gap> hole(Gap hole) {
                    return passed(hole);
                }
            });
        } catch (SourceException e) {
            LOG.warn("{}: could not be read ({}); tried again", gap, e.getMessage());
        }
    }

    private boolean isUnbegun(String pair) {
        synchronized (lock) {
            return !sequences.get(pair).isBegun();
        }
    }

    /** The first trade of a page is the first one since then. */
    private void begin(TradedPair pair, Gap wanted) throws SourceException, InterruptedException {
        List<Trade> page = rest.trades(pair, wanted.sinceNanos() - 1, KrakenRest.PAGE)
                .value()
                .trades();
        synchronized (lock) {
            TradeSequence sequence = sequences.get(pair.pair());
            List<Trade> released = sequence.begin(page);
            noted(pair.pair(), sequence.gap(), released);
        }
    }

    @Override
    public void trades(List<Trade> trades, boolean snapshot) {
        SortedMap<String, List<Trade>> byPair = new TreeMap<>();
        trades.forEach(trade ->
                byPair.computeIfAbsent(trade.pair(), pair -> new ArrayList<>()).add(trade));
        byPair.forEach(this::taken);
    }

    /** Hands over what follows without a gap, and notes the gap there is now. */
    private Optional<Gap> taken(String pair, List<Trade> trades) {
        synchronized (lock) {
            TradeSequence sequence = sequences.computeIfAbsent(pair, this::resumed);
            List<Trade> released = sequence.take(trades);
            return noted(pair, sequence.gap(), released);
        }
    }

    private TradeSequence resumed(String pair) {
        Cursors.Last last = resume.get(pair);
        if (last == null && since.isPresent()) {
            return TradeSequence.since(pair, TimeUnit.MILLISECONDS.toNanos(since.getAsLong()));
        }
        return new TradeSequence(
                pair, last == null ? null : new Cursor(last.id(), TimeUnit.MILLISECONDS.toNanos(last.time())));
    }

    private Optional<Gap> passed(Gap hole) {
        synchronized (lock) {
            TradeSequence sequence = sequences.get(hole.pair());
            List<Trade> released = sequence.skip(hole);
            LOG.warn("{}: the venue has none of them", hole);
            return noted(hole.pair(), sequence.gap(), released);
        }
    }

    private Optional<Gap> noted(String pair, Optional<Gap> gap, List<Trade> released) {
        WholeHours refill = gap.isPresent()
                ? refilled.computeIfAbsent(pair, absent -> new WholeHours())
                : refilled.getOrDefault(pair, new WholeHours());
        handOver(refill.add(released, gap.isEmpty()));
        if (gap.isEmpty()) {
            refilled.remove(pair);
            gaps.remove(pair);
        } else if (gaps.put(pair, gap.get()) == null) {
            LOG.warn("{}: they are read again", gap.get());
        }
        return gap;
    }

    /** Trades of one moment, or of one hour that was read again, become known together. */
    private void handOver(List<Trade> trades) {
        List<Heard> heard = new ArrayList<>(trades.size());
        for (Trade trade : trades) {
            heard.add(Heard.trade(
                    SOURCE,
                    trade.pair(),
                    trade.id(),
                    trade.eventTimeMillis(),
                    trade.price().doubleValue(),
                    trade.quantity().doubleValue(),
                    trade.side(),
                    rawLog.keep(SOURCE, "trade " + trade.pair(), trade.raw())));
        }
        if (!heard.isEmpty()) {
            receipts.put(heard);
        }
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

    @Override
    public SourceHealth.Snapshot health() {
        return rest.health();
    }

    @Override
    public List<String> complaints() {
        synchronized (lock) {
            List<String> complaints = new ArrayList<>();
            if (!system.equals("online")) {
                complaints.add("the venue is " + system);
            }
            refused.forEach((pair, reason) -> complaints.add("%s is not sent: %s".formatted(pair, reason)));
            gaps.values().forEach(gap -> complaints.add(gap.toString()));
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
