package org.cryptosmarttrader.ingest.kraken;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The trades of one pair in the order of their ids, each once, out of snapshots, updates and pages that come in any order.
 * What lies behind a gap is held until the gap is filled, or known to be the venue's own. Not thread-safe.
 */
public final class TradeSequence {

    /** Held at most: what comes beyond is let go, and will be missing until it is read again. */
    private static final int MOST_HELD = 200_000;

    private static final long REREAD_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String pair;
    private final TreeMap<Long, Trade> held = new TreeMap<>();
    /** Of a sequence that has yet to learn which trade is its first; null once it has. */
    private Long sinceNanos;

    private Cursor cursor;
    private long duplicates;

    /**
     * @param pair canonical
     * @param resume where an earlier sequence ended; null to begin with the first trades that come
     */
    public TradeSequence(String pair, Cursor resume) {
        this(pair, resume, null);
    }

    private TradeSequence(String pair, Cursor resume, Long sinceNanos) {
        this.pair = pair;
        this.cursor = resume;
        this.sinceNanos = sinceNanos;
    }

    /**
     * A sequence of all trades since an instant. It holds what comes until {@link #begin} tells it the first of them.
     *
     * @param sinceNanos epoch nanoseconds
     */
    public static TradeSequence since(String pair, long sinceNanos) {
        return new TradeSequence(pair, null, sinceNanos);
    }

    /** Whether the first trade is known. */
    public boolean isBegun() {
        return sinceNanos == null;
    }

    /**
     * Begins a sequence that has not begun.
     *
     * @param first the trades since its instant, or the first of them; empty if there were none
     * @return as {@link #take}
     */
    public List<Trade> begin(List<Trade> first) {
        if (isBegun()) {
            return take(first);
        }
        long before = first.isEmpty()
                ? lastBefore(sinceNanos)
                : first.stream().mapToLong(Trade::id).min().getAsLong() - 1;
        cursor = new Cursor(before, sinceNanos);
        sinceNanos = null;
        held.headMap(before, true).clear();
        return take(first);
    }

    /** Of what is held, the last that came before an instant. */
    private long lastBefore(long nanos) {
        long before = held.firstKey() - 1;
        for (Trade trade : held.values()) {
            before = trade.timeNanos() < nanos ? trade.id() : before;
        }
        return before;
    }

    /**
     * Takes trades in.
     *
     * @return those that are new and follow without a gap on what was returned before, by id
     * @throws IllegalArgumentException if one is of another pair
     */
    public List<Trade> take(List<Trade> trades) {
        trades.forEach(this::requireOwn);
        if (cursor == null && isBegun() && !trades.isEmpty()) {
            cursor = before(trades);
        }
        for (Trade trade : trades) {
            if (isBegun() && trade.id() <= cursor.lastId() || held.putIfAbsent(trade.id(), trade) != null) {
                duplicates++;
            }
        }
        while (held.size() > MOST_HELD) {
            held.pollLastEntry();
        }
        return released();
    }

    private void requireOwn(Trade trade) {
        if (!trade.pair().equals(pair)) {
            throw new IllegalArgumentException("a trade of %s in the sequence of %s".formatted(trade.pair(), pair));
        }
    }

    private static Cursor before(List<Trade> trades) {
        Trade first = trades.get(0);
        for (Trade trade : trades) {
            first = trade.id() < first.id() ? trade : first;
        }
        return new Cursor(first.id() - 1, first.timeNanos());
    }

    private List<Trade> released() {
        List<Trade> released = new ArrayList<>();
        while (isBegun() && !held.isEmpty() && held.firstKey() == cursor.lastId() + 1) {
            Trade next = held.pollFirstEntry().getValue();
            cursor = new Cursor(next.id(), next.timeNanos());
            released.add(next);
        }
        return released;
    }

    /** The first gap, if trades have come from behind one. */
    public Optional<Gap> gap() {
        if (held.isEmpty()) {
            return Optional.empty();
        }
        return isBegun()
                ? Optional.of(new Gap(pair, cursor.lastId(), held.firstKey(), cursor.lastTimeNanos() - REREAD_NANOS))
                : Optional.of(new Gap(pair, 0, held.firstKey(), sinceNanos));
    }

    /**
     * The venue itself has no trades of these ids: the sequence goes on behind them.
     *
     * @return the trades that waited; none if the gap is not the one there is now
     */
    public List<Trade> skip(Gap hole) {
        if (!gap().equals(Optional.of(hole))) {
            return List.of();
        }
        cursor = new Cursor(hole.beforeId() - 1, cursor.lastTimeNanos());
        return released();
    }

    /** Lets a held trade go that is none of the venue's. */
    public void drop(long id) {
        held.remove(id);
    }

    /** Lets all go that waits behind the gap. */
    public void dropHeld() {
        held.clear();
    }

    /** Whether all that came could be returned. */
    public boolean isReady() {
        return held.isEmpty();
    }

    /** Up to where trades were returned; empty before the first one. */
    public Optional<Cursor> cursor() {
        return Optional.ofNullable(cursor);
    }

    /** Trades that came more than once. */
    public long duplicates() {
        return duplicates;
    }

    /** Trades that wait behind a gap. */
    public int held() {
        return held.size();
    }
}
