package org.cryptosmarttrader.history;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which feed a pair's bars are folded from, by date. Each bar comes from one feed; events of another are counted, never
 * mixed in.
 */
public final class MarketFeeds implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * A feed and when it counts.
     *
     * @param from first bar start, inclusive, epoch milliseconds
     * @param until last bar start, exclusive
     */
    public record Span(MarketFeed feed, long from, long until) implements Serializable {
        boolean covers(long barStart) {
            return barStart >= from && barStart < until;
        }
    }

    private final SortedMap<String, List<Span>> spans;

    /** @param spans by canonical pair, or by {@code *}{@code /QUOTE} for all pairs of a quote currency not named */
    public MarketFeeds(Map<String, List<Span>> spans) {
        this.spans = new TreeMap<>(spans);
    }

    /** One feed for every pair of a quote currency, always. */
    public static MarketFeeds always(String pattern, MarketFeed feed) {
        SortedMap<String, List<Span>> spans = new TreeMap<>();
        spans.put(pattern, List.of(new Span(feed, Long.MIN_VALUE, Long.MAX_VALUE)));
        return new MarketFeeds(spans);
    }

    /** The feed of the bar of a pair that starts then; empty if none is configured. */
    public Optional<MarketFeed> feedOf(String pair, long barStart) {
        List<Span> ofPair = spans.get(pair);
        if (ofPair == null) {
            ofPair = spans.getOrDefault("*/" + pair.substring(pair.indexOf('/') + 1), List.of());
        }
        for (Span span : ofPair) {
            if (span.covers(barStart)) {
                return Optional.of(span.feed());
            }
        }
        return Optional.empty();
    }

    public SortedMap<String, List<Span>> spans() {
        return spans;
    }
}
