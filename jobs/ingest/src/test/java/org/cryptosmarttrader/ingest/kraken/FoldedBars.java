package org.cryptosmarttrader.ingest.kraken;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.MarketFeed;
import org.cryptosmarttrader.history.MarketFeeds;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.history.PairMemory;
import org.cryptosmarttrader.time.Lateness;
import org.cryptosmarttrader.time.TickGrid;

/** What the graph makes of the trades of a pair: its own fold, tick by tick, each event at the first tick that knows it. */
final class FoldedBars {

    private static final long GRACE = 5_000;

    private FoldedBars() {}

    /**
     * The bits of every column of every bar, by bar start.
     *
     * @param trades of one pair
     * @param until fold up to the first tick at or after this, epoch milliseconds
     */
    static SortedMap<Long, List<Long>> of(String pair, List<EventBlock> trades, long intervalMillis, long until) {
        TickGrid grid = new TickGrid(intervalMillis, GRACE);
        MemoryRules rules = new MemoryRules(
                grid,
                new Lateness(GRACE, 6 * TickGrid.HOUR),
                MarketFeeds.always("*/USD", new MarketFeed(KrakenFeed.SOURCE, EventKind.TRADE, 0)),
                1_000);
        SortedMap<Long, List<EventBlock>> known = new TreeMap<>();
        trades.forEach(trade -> known.computeIfAbsent(grid.tickOf(trade.availableAt(0)), tick -> new ArrayList<>())
                .add(trade));
        PairMemory memory = new PairMemory(pair);
        long last = grid.tickOf(until);
        for (long tick = known.firstKey(); tick <= last; tick += intervalMillis) {
            memory.fold(tick, known.getOrDefault(tick, List.of()), rules);
        }
        return bits(memory.history(grid, List.of()));
    }

    private static SortedMap<Long, List<Long>> bits(History history) {
        SortedMap<Long, List<Long>> bars = new TreeMap<>();
        for (int ago = 0; ago < history.length(); ago++) {
            if (history.isPresent(ago)) {
                int at = ago;
                bars.put(
                        history.grid().start(history.bar() - ago),
                        LongStream.range(0, Column.values().length)
                                .map(column ->
                                        Double.doubleToRawLongBits(history.at(Column.values()[(int) column], at)))
                                .boxed()
                                .toList());
            }
        }
        return bars;
    }
}
