package org.cryptosmarttrader.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.history.MarketFeed;
import org.cryptosmarttrader.history.MarketFeeds;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.TickReader;

/**
 * Generated hourly bars of many pairs, in memory only: first, at one tick, the whole memory, as after a start; then tick
 * after tick.
 *
 * @param ticks the first brings the memory
 */
record LiveMarket(List<TickReader.Tick> ticks) {

    /** Pairs in USD at Kraken, in 2026. */
    static final int PAIRS = 471;

    private static final MarketFeed FEED = new MarketFeed(GeneratedPair.SOURCE, EventKind.BAR, TickGrid.HOUR);

    /** All pairs behind a load, or its share of them. */
    static LiveMarket behind(Load load, int count) {
        GraphSettings settings = load.plan().settings();
        return generate(
                Math.max(2, (int) Math.round(PAIRS * load.share())),
                count,
                settings.memory().grid(),
                settings.until());
    }

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

    /** A graph's settings, with rules by which these bars make the memory. */
    GraphSettings settings(GraphSettings like) {
        MemoryRules rules = like.memory();
        return like.withMemory(new MemoryRules(
                        rules.grid(), rules.lateness(), MarketFeeds.always("*/USD", FEED), rules.fillLatencyMillis()))
                .endingAt(lastTick());
    }

    /** Its events, tick by tick. */
    Series<EventBlock> series() {
        return Series.of(ticks.stream()
                .map(tick -> new Series.Step<>(tick.tick(), tick.blocks()))
                .toList());
    }

    long firstTick() {
        return ticks.get(0).tick();
    }

    long lastTick() {
        return ticks.get(ticks.size() - 1).tick();
    }
}
