package org.cryptosmarttrader.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.history.MarketFeed;
import org.cryptosmarttrader.history.MarketFeeds;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.TickReader;

/**
 * Generated hourly bars of many pairs, in memory only: first, at one tick, the whole memory, as after a start; then tick
 * after tick.
 *
 * @param ticks the first brings the memory
 */
record LiveMarket(List<TickReader.Tick> ticks) {

    private static final MarketFeed FEED = new MarketFeed(GeneratedPair.SOURCE, EventKind.BAR, TickGrid.HOUR);

    /**
     * @param pairs BTC/USD and ETH/USD among them
     * @param count ticks behind the first
     * @param from the first tick is the next behind it
     */
    static LiveMarket generate(int pairs, int count, TickGrid grid, long from) {
        List<GeneratedPair> market =
                IntStream.range(0, pairs).mapToObj(GeneratedPair::new).toList();
        long hour = Math.floorDiv(from, TickGrid.HOUR) + 1;
        List<TickReader.Tick> ticks = new ArrayList<>();
        long first = grid.tickOf(hour * TickGrid.HOUR);
        List<EventBlock> memory = new ArrayList<>();
        for (long bar = hour - MemoryRules.HISTORY_BARS; bar < hour; bar++) {
            add(market, bar, first, memory);
        }
        ticks.add(new TickReader.Tick(first, memory));
        for (long bar = hour; bar < hour + count; bar++) {
            long tick = grid.tickOf((bar + 1) * TickGrid.HOUR);
            List<EventBlock> bars = new ArrayList<>();
            add(market, bar, tick, bars);
            ticks.add(new TickReader.Tick(tick, bars));
        }
        return new LiveMarket(ticks);
    }

    private static void add(List<GeneratedPair> market, long bar, long availableAt, List<EventBlock> bars) {
        for (GeneratedPair pair : market) {
            EventBlock event = pair.next(bar * TickGrid.HOUR, TickGrid.HOUR, availableAt);
            if (event != null) {
                bars.add(event);
            }
        }
    }

    /** Rules by which these bars make the memory. */
    static MemoryRules rules(MemoryRules like) {
        return new MemoryRules(
                like.grid(), like.lateness(), MarketFeeds.always("*/USD", FEED), like.fillLatencyMillis());
    }

    long firstTick() {
        return ticks.get(0).tick();
    }

    long lastTick() {
        return ticks.get(ticks.size() - 1).tick();
    }
}
