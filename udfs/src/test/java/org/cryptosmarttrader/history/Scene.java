package org.cryptosmarttrader.history;

import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.Lateness;
import org.cryptosmarttrader.time.TickGrid;

/** Small words that build a market for tests: hourly bars of one pair, with gaps, folded tick by tick. */
public final class Scene {

    public static final String PAIR = "BTC/USD";
    public static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);
    public static final MarketFeed FEED = new MarketFeed("test-venue", EventKind.BAR, TickGrid.HOUR);
    public static final MemoryRules RULES = rules(FEED);
    public static final byte[] PAYLOAD = Sha256.of("a recorded file".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    public static final double GAP = Double.NaN;

    private Scene() {}

    public static MemoryRules rules(MarketFeed feed) {
        return new MemoryRules(
                HOURLY, new Lateness(5_000, 6 * TickGrid.HOUR), MarketFeeds.always("*/USD", feed), 1_000);
    }

    /** An hourly bar that starts at {@code start}, delivered on time. */
    public static EventBlock bar(
            long start, double open, double high, double low, double close, double volume, double count) {
        return bar(PAIR, start, start + TickGrid.HOUR + 5_000, open, high, low, close, volume, count);
    }

    public static EventBlock bar(
            String pair,
            long start,
            long availableAt,
            double open,
            double high,
            double low,
            double close,
            double volume,
            double count) {
        return new EventBlock(
                EventKind.BAR,
                FEED.source(),
                pair,
                TickGrid.HOUR,
                Availability.ASSIGNED,
                new long[] {start},
                new long[] {start + TickGrid.HOUR - 1},
                new long[] {availableAt},
                new double[] {open, high, low, close, volume, Double.NaN, count, Double.NaN, Double.NaN},
                PAYLOAD,
                null);
    }

    /** Hourly bars with these closes, the first one hour long from the epoch; each opens where the last one closed. */
    public static History closes(double... closes) {
        List<EventBlock> bars = new ArrayList<>();
        double previous = closes[0];
        for (int i = 0; i < closes.length; i++) {
            double close = closes[i];
            if (!Double.isNaN(close)) {
                double high = Math.max(previous, close);
                double low = Math.min(previous, close);
                bars.add(bar(i * TickGrid.HOUR, previous, high, low, close, 1, 1));
                previous = close;
            }
        }
        return history(bars, closes.length - 1L);
    }

    /** Folds bars tick by tick up to the decision on {@code lastBar}. */
    public static History history(List<EventBlock> bars, long lastBar) {
        return history(bars, lastBar, List.of());
    }

    public static History history(List<EventBlock> bars, long lastBar, List<ReferenceReturns> references) {
        return memory(bars, lastBar).history(HOURLY, references);
    }

    public static PairMemory memory(List<EventBlock> bars, long lastBar) {
        PairMemory memory = new PairMemory(PAIR);
        long firstBar = bars.stream()
                .mapToLong(block -> HOURLY.barOf(block.eventTime(0)))
                .min()
                .orElse(lastBar);
        int next = 0;
        for (long bar = firstBar; bar <= lastBar; bar++) {
            List<EventBlock> known = new ArrayList<>();
            while (next < bars.size() && bars.get(next).availableAt(0) <= HOURLY.tick(bar)) {
                known.add(bars.get(next++));
            }
            memory.fold(HOURLY.tick(bar), known, RULES);
        }
        return memory;
    }
}
