package org.cryptosmarttrader.prediction.stages;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.facts.UsdPrices;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.PairMemory;
import org.cryptosmarttrader.time.TickGrid;

/**
 * The newest closes of the references as they were known before a tick and at it: what became available between two ticks is
 * valued at the close of the earlier one. Made for one fold.
 */
final class KnownCloses implements UsdPrices {

    private record Known(double close, long since) {
        double at(long instant) {
            return since <= instant && instant - since <= OLDEST_MILLIS ? close : Double.NaN;
        }
    }

    private static final Known NONE = new Known(Double.NaN, Long.MAX_VALUE);

    private final long tick;
    private final TickGrid grid;
    private final Map<String, Known> before = new TreeMap<>();
    private final Map<String, Known> after = new TreeMap<>();

    KnownCloses(long tick, TickGrid grid) {
        this.tick = tick;
        this.grid = grid;
    }

    void before(Iterable<Map.Entry<String, PairMemory>> memories) {
        note(memories, before);
    }

    void after(Iterable<Map.Entry<String, PairMemory>> memories) {
        note(memories, after);
    }

    private void note(Iterable<Map.Entry<String, PairMemory>> memories, Map<String, Known> closes) {
        for (Map.Entry<String, PairMemory> memory : memories) {
            History history = memory.getValue().history(grid, List.of());
            int ago = history.staleness();
            if (ago < history.length()) {
                closes.put(memory.getKey(), new Known(history.at(Column.CLOSE, ago), grid.tick(history.bar() - ago)));
            }
        }
    }

    @Override
    public double usd(String asset, long at) {
        Map<String, Known> known = at >= tick ? after : before;
        double usd = known.getOrDefault(asset + "/USD", NONE).at(at);
        return Double.isNaN(usd) ? known.getOrDefault(asset + "/USDT", NONE).at(at) : usd;
    }
}
