package org.cryptosmarttrader.ingest.kraken;

import java.util.List;
import java.util.SortedMap;

/** The connections as of one instant, for status and metrics. */
public record SocketStatus(List<Connection> connections) {

    /**
     * @param number of the connection, from 0
     * @param isOpen whether it stands
     * @param pairs it carries
     * @param unanswered subscriptions asked for and not answered, e.g. {@code trade BTC/USD}
     * @param refused subscriptions the venue does not give, and why
     * @param messages whole ones received since the start
     * @param odd messages or elements that could not be understood
     * @param connects attempts to connect
     * @param losses connections lost
     * @param lastMessageAt epoch milliseconds; 0 before the first one
     */
    public record Connection(
            int number,
            boolean isOpen,
            List<String> pairs,
            List<String> unanswered,
            SortedMap<String, String> refused,
            long messages,
            long odd,
            long connects,
            long losses,
            long lastMessageAt) {}

    public SocketStatus {
        connections = List.copyOf(connections);
    }
}
