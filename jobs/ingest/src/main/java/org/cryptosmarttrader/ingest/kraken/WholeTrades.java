package org.cryptosmarttrader.ingest.kraken;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.ingest.live.Cursors;
import org.cryptosmarttrader.ingest.live.Heard;
import org.cryptosmarttrader.ingest.live.RawLog;
import org.cryptosmarttrader.ingest.live.Receipts;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trades of all pairs, handed over by id: what the WebSocket missed is read again over REST before anything later of that
 * pair is. Safe for use by many threads; one of them fills.
 */
final class WholeTrades {

    private static final Logger LOG = LoggerFactory.getLogger(WholeTrades.class);

    private static final int PAGES_PER_WALK = 50;

    /** For how long holes of the venue are told, and how many. */
    private static final long TOLD_MILLIS = TimeUnit.DAYS.toMillis(1);

    private static final int MOST_TOLD = 50;

    /** REST lags behind the WebSocket by seconds; what it does not know after so long is no trade. */
    private static final long BEHIND_MILLIS = TimeUnit.SECONDS.toMillis(30);

    private final KrakenRest rest;
    private final GapRefill refill;
    private final RawLog rawLog;
    private final Receipts receipts;
    private final HeardHours hours;
    private final IngestClock clock;
    private final SortedMap<String, Cursors.Last> resume;
    /** From when on trades of a pair are wanted of which none was written yet. */
    private final OptionalLong since;

    /** Guards what follows; calls of several connections come at once. */
    private final Object lock = new Object();

    private final SortedMap<String, TradeSequence> sequences = new TreeMap<>();
    private final SortedMap<String, Gap> gaps = new TreeMap<>();
    private final SortedMap<String, WholeHours> refilled = new TreeMap<>();
    /** From when on trades are wanted of a pair that was not listed before. */
    private final SortedMap<String, OptionalLong> expected = new TreeMap<>();

    private final SortedMap<String, TradedPair> known = new TreeMap<>();
    private final SortedMap<String, Behind> behind = new TreeMap<>();
    private final ArrayDeque<Told> told = new ArrayDeque<>();

    /** What is missing for good or was let go, in words. */
    private record Told(String what, long at) {}

    /** Since when REST, read to its end, does not know the trade behind a gap. */
    private record Behind(long id, long since) {}

    /**
     * @param resume the last trade written of each pair
     * @param hours are told what is missing for good
     */
    WholeTrades(
            KrakenRest rest,
            SortedMap<String, Cursors.Last> resume,
            OptionalLong since,
            RawLog rawLog,
            Receipts receipts,
            HeardHours hours,
            IngestClock clock) {
        this.rest = rest;
        this.refill = new GapRefill(rest, PAGES_PER_WALK);
        this.resume = resume;
        this.since = since;
        this.rawLog = rawLog;
        this.receipts = receipts;
        this.hours = hours;
        this.clock = clock;
    }

    /**
     * Pairs that are going to be followed.
     *
     * @param before when those of them that are new were not listed yet; empty if that is not known
     */
    void expect(List<TradedPair> pairs, OptionalLong before) {
        synchronized (lock) {
            pairs.forEach(pair -> expected.putIfAbsent(pair.pair(), before));
        }
    }

    /** Takes in what the WebSocket said. */
    void take(List<Trade> trades) {
        SortedMap<String, List<Trade>> byPair = new TreeMap<>();
        trades.forEach(trade ->
                byPair.computeIfAbsent(trade.pair(), pair -> new ArrayList<>()).add(trade));
        byPair.forEach(this::taken);
    }

    /** A walk for each gap there is. */
    void fill(SortedMap<String, TradedPair> traded) throws InterruptedException {
        known.putAll(traded);
        for (Gap gap : gaps()) {
            fill(known.get(gap.pair()), gap, traded.containsKey(gap.pair()));
        }
    }

    private void fill(TradedPair pair, Gap gap, boolean isTraded) throws InterruptedException {
        try {
            if (isUnbegun(pair.pair())) {
                begin(pair, gap);
                return;
            }
            GapRefill.Outcome outcome = refill.fill(pair, gap, new GapRefill.Taker() {
                @Override
                public Optional<Gap> page(List<Trade> trades) {
                    return taken(pair.pair(), trades);
                }

                @Override
                public Optional<Gap> hole(Gap hole) {
                    return passed(hole);
                }
            });
            walked(pair.pair(), outcome);
        } catch (SourceException e) {
            if (!isTraded && e.kind() == SourceException.Kind.FINAL) {
                abandon(gap);
            } else {
                LOG.warn("{}: could not be read ({}); tried again", gap, e.getMessage());
            }
        }
    }

    /** A trade that REST still does not know is let go: if it was one, the next trade's id shows that it is missing. */
    private void walked(String pair, GapRefill.Outcome outcome) {
        synchronized (lock) {
            TradeSequence sequence = sequences.get(pair);
            Optional<Gap> gap = sequence.gap();
            long now = clock.millis();
            if (outcome != GapRefill.Outcome.BEHIND || gap.isEmpty()) {
                behind.remove(pair);
                return;
            }
            long id = gap.get().beforeId();
            Behind before = behind.get(pair);
            if (before == null || before.id() != id) {
                behind.put(pair, new Behind(id, now));
            } else if (now - before.since() >= BEHIND_MILLIS) {
                behind.remove(pair);
                sequence.drop(id);
                tell("kraken trades %s: the venue knows no id %d; that trade is left out".formatted(pair, id), now);
                noted(pair, sequence.gap(), List.of());
            }
        }
    }

    /** The venue does not know the pair any more: whether what waits behind the gap was traded can nobody say. */
    private void abandon(Gap gap) {
        synchronized (lock) {
            TradeSequence sequence = sequences.get(gap.pair());
            tell(
                    "kraken trades %s: the pair is gone before those behind id %d could be read; %d that were heard are left out"
                            .formatted(gap.pair(), gap.afterId(), sequence.held()),
                    clock.millis());
            sequence.dropHeld();
            noted(gap.pair(), sequence.gap(), List.of());
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
        OptionalLong from = since.isPresent() ? since : expected.getOrDefault(pair, OptionalLong.empty());
        if (last == null && from.isPresent()) {
            return TradeSequence.since(pair, TimeUnit.MILLISECONDS.toNanos(from.getAsLong()));
        }
        return new TradeSequence(
                pair, last == null ? null : new Cursor(last.id(), TimeUnit.MILLISECONDS.toNanos(last.time())));
    }

    private Optional<Gap> passed(Gap hole) {
        synchronized (lock) {
            TradeSequence sequence = sequences.get(hole.pair());
            List<Trade> released = sequence.skip(hole);
            if (!released.isEmpty()) {
                tell("%s at the venue, too".formatted(hole), released.get(0).eventTimeMillis() + 1);
            }
            return noted(hole.pair(), sequence.gap(), released);
        }
    }

    /** @param until from when on nothing is missing, epoch milliseconds */
    private void tell(String what, long until) {
        LOG.warn(what);
        hours.broken(until, what);
        told.addLast(new Told(what, clock.millis()));
        if (told.size() > MOST_TOLD) {
            told.removeFirst();
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
                    KrakenFeed.SOURCE,
                    trade.pair(),
                    trade.id(),
                    trade.eventTimeMillis(),
                    trade.price().doubleValue(),
                    trade.quantity().doubleValue(),
                    trade.side(),
                    rawLog.keep(KrakenFeed.SOURCE, "trade " + trade.pair(), trade.raw())));
        }
        if (!heard.isEmpty()) {
            receipts.put(heard);
        }
    }

    /** What turned out to be missing for good within the last day, in words. */
    List<String> missing() {
        synchronized (lock) {
            told.removeIf(what -> what.at() < clock.millis() - TOLD_MILLIS);
            return told.stream().map(Told::what).toList();
        }
    }

    /** The first gap of each pair that has one. */
    List<Gap> gaps() {
        synchronized (lock) {
            return List.copyOf(gaps.values());
        }
    }
}
