package org.cryptosmarttrader.ingest.kraken;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ThreadFactory;
import org.cryptosmarttrader.ingest.net.IngestClock;

/**
 * Trades and tickers of many pairs over Kraken's WebSocket v2, spread over connections that are kept open: each is opened
 * again when it is lost or silent, and then asks for its pairs anew. What was missed meanwhile shows as a gap in the ids.
 *
 * <p>Safe for use by many threads.
 *
 * <p>Source: docs.kraken.com, spot-websocket-v2 and guides/websockets.
 */
public final class KrakenSocket implements AutoCloseable {

    private final SocketSettings settings;
    private final IngestClock clock;
    private final ThreadFactory threads;
    private final Handler handler;
    private final HttpClient client;
    private final ConnectBudget budget;
    private final SplittableRandom random;
    private final Map<Connection, Thread> connections = new LinkedHashMap<>();
    private long lossesOfEnded;
    private int made;

    /**
     * @param threads makes the one thread each connection has
     * @param seed of the waits between tries
     */
    public KrakenSocket(SocketSettings settings, IngestClock clock, ThreadFactory threads, long seed, Handler handler) {
        this.settings = settings;
        this.clock = clock;
        this.threads = threads;
        this.handler = handler;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofMillis(settings.connectMillis()))
                .build();
        this.budget = new ConnectBudget(clock);
        this.random = new SplittableRandom(seed);
    }

    /**
     * Follows these pairs and no others. Those it follows already stay where they are; new ones go to connections with
     * room, or to new ones.
     */
    public synchronized void follow(List<TradedPair> pairs) {
        Map<String, TradedPair> missing = new TreeMap<>();
        pairs.forEach(pair -> missing.put(pair.stream(), pair));
        for (Connection connection : List.copyOf(connections.keySet())) {
            for (TradedPair pair : connection.wanted()) {
                if (missing.remove(pair.stream()) == null) {
                    connection.leave(pair);
                }
            }
        }
        spread(new ArrayList<>(missing.values()));
        endEmpty();
    }

    private void spread(List<TradedPair> pairs) {
        for (Connection connection : connections.keySet()) {
            fill(connection, pairs);
        }
        while (!pairs.isEmpty()) {
            Connection connection = new Connection(made, settings, client, clock, budget, random.split(), handler);
            fill(connection, pairs);
            Thread thread = threads.newThread(connection);
            thread.setName("kraken-socket-" + made++);
            connections.put(connection, thread);
            thread.start();
        }
    }

    private void fill(Connection connection, List<TradedPair> pairs) {
        for (int room = settings.pairsPerConnection() - connection.wanted().size();
                room > 0 && !pairs.isEmpty();
                room--) {
            connection.want(pairs.remove(0));
        }
    }

    private void endEmpty() {
        for (Connection connection : List.copyOf(connections.keySet())) {
            if (connection.wanted().isEmpty()) {
                end(connection);
            }
        }
    }

    private void end(Connection connection) {
        lossesOfEnded += connection.losses();
        connection.close();
        connections.remove(connection).interrupt();
    }

    public synchronized SocketStatus status() {
        return new SocketStatus(
                connections.keySet().stream().map(Connection::status).toList());
    }

    /** Connections lost since the start. */
    public synchronized long losses() {
        return lossesOfEnded
                + connections.keySet().stream().mapToLong(Connection::losses).sum();
    }

    /** Closes all connections; no handler is called afterwards, but for a call that is under way. */
    @Override
    public synchronized void close() {
        List.copyOf(connections.keySet()).forEach(this::end);
    }
}
