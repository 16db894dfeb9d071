package org.cryptosmarttrader.app.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.history.MarketFeed;
import org.cryptosmarttrader.history.MarketFeeds;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.Coverage;

/** Finds the feed each pair's bars are folded from: what conf names or, where it is silent, the only one there is. */
final class FeedResolution {

    private FeedResolution() {}

    /**
     * @param configured by pair or pattern, from conf/sources.yaml
     * @param held by the archive
     * @return an entry per pair
     * @throws IllegalArgumentException if a pair has several feeds and conf names none, or none fits the ticks
     */
    static MarketFeeds resolve(MarketFeeds configured, List<Coverage> held, TickGrid grid) {
        SortedMap<String, List<MarketFeed>> byPair = new TreeMap<>();
        for (Coverage coverage : held) {
            MarketFeed feed = MarketFeed.parse(coverage.feed());
            List<MarketFeed> feeds = byPair.computeIfAbsent(coverage.pair(), absent -> new ArrayList<>());
            if (feed.fits(grid)) {
                feeds.add(feed);
            }
        }
        Map<String, List<MarketFeeds.Span>> resolved = new TreeMap<>(configured.spans());
        List<String> faults = new ArrayList<>();
        byPair.forEach((pair, feeds) -> resolve(pair, feeds, configured, resolved, faults, grid));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return new MarketFeeds(resolved);
    }

    private static void resolve(
            String pair,
            List<MarketFeed> feeds,
            MarketFeeds configured,
            Map<String, List<MarketFeeds.Span>> resolved,
            List<String> faults,
            TickGrid grid) {
        if (configured.feedOf(pair, 0).isPresent() || configured.spans().containsKey(pair)) {
            return;
        }
        if (feeds.size() == 1) {
            resolved.put(pair, List.of(new MarketFeeds.Span(feeds.get(0), Long.MIN_VALUE, Long.MAX_VALUE)));
        } else if (feeds.isEmpty()) {
            faults.add(
                    "%s: the archive holds no trades, and no bars that ticks of %d minutes are made of; import finer data, or use longer ticks"
                            .formatted(pair, grid.intervalMillis() / TickGrid.MINUTE));
        } else {
            faults.add("%s: the archive holds %s; name one under feeds in conf/sources.yaml".formatted(pair, feeds));
        }
    }
}
