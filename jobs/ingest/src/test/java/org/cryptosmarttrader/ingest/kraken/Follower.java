package org.cryptosmarttrader.ingest.kraken;

import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.ingest.box.BoxedVenue;

/** The socket at work at a venue in a box, and what it tells its handler, each with its instant. */
final class Follower implements Handler, AutoCloseable {

    final BoxedVenue venue;
    final KrakenSocket socket;

    private final List<Trade> trades = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    /** @param pairs asked for, e.g. {@code BTC/USD} */
    Follower(BoxedVenue venue, List<String> pairs, int pairsPerConnection) {
        this.venue = venue;
        this.socket = new KrakenSocket(
                new SocketSettings(
                        venue.socket(), "CryptoSmartTrader/test", pairsPerConnection, 5_000, SocketSettings.SILENCE),
                venue.clock(),
                venue.clock(),
                5,
                this);
        venue.countLosses(socket::losses);
        follow(pairs);
        venue.settle();
    }

    void follow(List<String> pairs) {
        socket.follow(pairs.stream().map(Scene::pair).toList());
    }

    private synchronized void note(String event) {
        events.add(venue.clock().millis() + " " + event);
    }

    @Override
    public synchronized void trades(List<Trade> heard, boolean isSnapshot) {
        trades.addAll(heard);
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

    /** As heard, snapshots included. */
    synchronized List<Trade> trades() {
        return List.copyOf(trades);
    }

    /** All else that was told, in order. */
    synchronized List<String> events() {
        return List.copyOf(events);
    }

    /** How many events begin so, behind their instant. */
    long count(String beginning) {
        return events().stream()
                .filter(event -> event.substring(event.indexOf(' ') + 1).startsWith(beginning))
                .count();
    }

    @Override
    public void close() {
        socket.close();
        venue.close();
    }
}
