package org.cryptosmarttrader.history;

import java.io.Serializable;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.time.TickGrid;

/**
 * One stream of market events a bar may be folded from: a source and how fine it is.
 *
 * @param source id of the source, e.g. {@code kraken}
 * @param kind {@link EventKind#BAR} or {@link EventKind#TRADE}
 * @param intervalMillis length of the source's bars, 0 for trades
 */
public record MarketFeed(String source, EventKind kind, long intervalMillis) implements Serializable {

    /** Separates source, kind and interval in {@link #id()}. */
    private static final String SEPARATOR = ":";

    /** @throws IllegalArgumentException if the kind is not a market kind or the source cannot stand in an id */
    public MarketFeed {
        if (source.isBlank() || source.contains(SEPARATOR)) {
            throw new IllegalArgumentException(
                    "market feed: source is '%s', expected a name without '%s'".formatted(source, SEPARATOR));
        }
        if (kind != EventKind.BAR && kind != EventKind.TRADE) {
            throw new IllegalArgumentException(
                    "market feed %s: kind is %s, expected BAR or TRADE".formatted(source, kind));
        }
    }

    public static MarketFeed of(EventBlock block) {
        return new MarketFeed(block.source(), block.kind(), block.intervalMillis());
    }

    public boolean carries(EventBlock block) {
        return block.kind() == kind
                && block.intervalMillis() == intervalMillis
                && block.source().equals(source);
    }

    /** Whether bars of a grid can be folded from this feed. */
    public boolean fits(TickGrid grid) {
        return kind == EventKind.TRADE || (intervalMillis > 0 && grid.intervalMillis() % intervalMillis == 0);
    }

    /** E.g. {@code kraken:trade} or {@code binance:bar:60m}. */
    public String id() {
        return kind == EventKind.TRADE
                ? source + SEPARATOR + "trade"
                : source + SEPARATOR + "bar" + SEPARATOR + intervalMillis / TickGrid.MINUTE + "m";
    }

    /**
     * The inverse of {@link #id()}.
     *
     * @throws IllegalArgumentException if the id has another form
     */
    public static MarketFeed parse(String id) {
        String[] parts = id.split(SEPARATOR, -1);
        if (parts.length == 2 && parts[1].equals("trade")) {
            return new MarketFeed(parts[0], EventKind.TRADE, 0);
        }
        if (parts.length == 3 && parts[1].equals("bar") && parts[2].matches("[1-9][0-9]*m")) {
            long minutes = Long.parseLong(parts[2].substring(0, parts[2].length() - 1));
            return new MarketFeed(parts[0], EventKind.BAR, minutes * TickGrid.MINUTE);
        }
        throw new IllegalArgumentException(
                "market feed '%s': expected SOURCE:trade or SOURCE:bar:MINUTESm, e.g. kraken:bar:60m".formatted(id));
    }

    @Override
    public String toString() {
        return id();
    }
}
