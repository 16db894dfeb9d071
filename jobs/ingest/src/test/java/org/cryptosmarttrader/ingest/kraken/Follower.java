package org.cryptosmarttrader.ingest.kraken;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.net.SourceException;

/**
 * The socket at work at a venue in a box, and what it tells its handler: it feeds sequences, and a thread looks each second
 * whether one of them has a gap and fills it.
 */
final class Follower implements Handler, AutoCloseable {

    private static final long LOOK_MILLIS = 1_000;

    final BoxedVenue venue;
    final KrakenRest rest;
    final KrakenSocket socket;

    private final GapRefill refill;
    private final Map<String, TradeSequence> sequences = new TreeMap<>();
    private final Map<String, Cursor> starts;
    private final Map<String, List<Trade>> given = new TreeMap<>();
    private final Map<String, TradedPair> pairs = new TreeMap<>();
    private final List<String> events = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Gap> holes = new ArrayList<>();
    private final Thread looking;

    /** @param starts where the sequences begin; one without begins with its first trade */
    Follower(BoxedVenue venue, Map<String, Cursor> starts, int pairsPerConnection) {
        this.venue = venue;
        this.starts = starts;
        this.rest = Scene.rest(venue.http(), venue.clock(), 3);
        this.refill = new GapRefill(rest, 5);
        this.socket = new KrakenSocket(
                new SocketSettings(
                        venue.socket(), "CryptoSmartTrader/test", pairsPerConnection, 5_000, SocketSettings.SILENCE),
                venue.clock(),
                venue.clock(),
                5,
                this);
        venue.countLosses(socket::losses);
        this.looking = venue.clock().newThread(this::look);
        looking.setName("follower");
        looking.start();
        venue.settle();
    }

    private void look() {
        try {
            for (int look = 0; !Thread.currentThread().isInterrupted(); look++) {
                if (look == 0) {
                    refresh();
                }
                for (Gap gap : gapsNow()) {
                    fill(gap);
                }
                venue.clock().await(venue.clock().millis() + LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void refresh() throws InterruptedException {
        try {
            AssetPairs now = rest.assetPairs(Scene.RULES).value();
            now.pairs().forEach(pair -> pairs.put(pair.pair(), pair));
            socket.follow(now.pairs());
        } catch (SourceException e) {
            note("no list: " + e.kind());
        }
    }

    private void fill(Gap gap) throws InterruptedException {
        try {
            note("walk %s: %s".formatted(gap, refill.fill(pairs.get(gap.pair()), gap, taker(gap.pair()))));
        } catch (SourceException e) {
            note("no page of %s: %s".formatted(gap.pair(), e.kind()));
        }
    }

    private GapRefill.Taker taker(String pair) {
        return new GapRefill.Taker() {
            @Override
            public Optional<Gap> page(List<Trade> trades) {
                return taken(pair, trades);
            }

            @Override
            public Optional<Gap> hole(Gap hole) {
                return passed(hole);
            }
        };
    }

    private synchronized List<Gap> gapsNow() {
        List<Gap> now = new ArrayList<>();
        sequences.values().forEach(sequence -> sequence.gap().ifPresent(now::add));
        gaps.addAll(now);
        return now;
    }

    private synchronized Optional<Gap> taken(String pair, List<Trade> trades) {
        TradeSequence sequence = sequences.computeIfAbsent(pair, name -> new TradeSequence(name, starts.get(name)));
        give(pair, sequence.take(trades));
        return sequence.gap();
    }

    private synchronized Optional<Gap> passed(Gap hole) {
        holes.add(hole);
        TradeSequence sequence = sequences.get(hole.pair());
        give(hole.pair(), sequence.skip(hole));
        return sequence.gap();
    }

    private void give(String pair, List<Trade> trades) {
        given.computeIfAbsent(pair, name -> new ArrayList<>()).addAll(trades);
        trades.forEach(trade -> note("%s %d %s %s %d %d"
                .formatted(pair, trade.id(), trade.price(), trade.quantity(), trade.side(), trade.eventTimeMillis())));
    }

    private synchronized void note(String event) {
        events.add(venue.clock().millis() + " " + event);
    }

    @Override
    public synchronized void trades(List<Trade> trades, boolean isSnapshot) {
        trades.forEach(trade -> taken(trade.pair(), List.of(trade)));
    }

    @Override
    public void ticker(Ticker ticker) {
        note("ticker %s %s".formatted(ticker.pair(), ticker.last()));
    }

    @Override
    public void status(String system) {
        note("status " + system);
    }

    @Override
    public void connected(List<String> names) {
        note("connected " + names);
    }

    @Override
    public void followed(String pair) {
        note("followed " + pair);
    }

    @Override
    public void refused(String pair, String reason) {
        note("refused " + pair + " " + reason);
    }

    @Override
    public void lost(List<String> names, String reason) {
        note("lost " + names);
    }

    /** The trades of a pair, in the order given. */
    synchronized List<Trade> given(String pair) {
        return List.copyOf(given.getOrDefault(pair, List.of()));
    }

    synchronized List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    synchronized List<Gap> holes() {
        return List.copyOf(holes);
    }

    synchronized boolean isReady() {
        return sequences.values().stream().allMatch(TradeSequence::isReady);
    }

    /** All that happened, each with its instant, in order. */
    synchronized List<String> events() {
        return List.copyOf(events);
    }

    /** How many events begin so, behind their instant. */
    long count(String beginning) {
        return events().stream()
                .filter(event -> event.substring(event.indexOf(' ') + 1).startsWith(beginning))
                .count();
    }

    /** SHA-256 over all events in order. */
    String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(String.join("\n", events()).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        looking.interrupt();
        socket.close();
        venue.close();
    }
}
