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
                PAYLOAD);
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

    /** The source's minute bars. */
    public static final MarketFeed MINUTES = new MarketFeed("test-venue", EventKind.BAR, TickGrid.MINUTE);

    /** The source's trades. */
    public static final MarketFeed TRADES = new MarketFeed("test-venue", EventKind.TRADE, 0);

    /** A minute bar that starts at {@code start}, delivered on time, of a source that counts no trades. */
    public static EventBlock minute(long start, double open, double high, double low, double close, double volume) {
        return new EventBlock(
                EventKind.BAR,
                MINUTES.source(),
                PAIR,
                TickGrid.MINUTE,
                Availability.ASSIGNED,
                new long[] {start},
                new long[] {start + TickGrid.MINUTE - 1},
                new long[] {start + TickGrid.MINUTE + 5_000},
                new double[] {open, high, low, close, volume, Double.NaN, Double.NaN, Double.NaN, Double.NaN},
                PAYLOAD);
    }

    /** A minute bar of one price. */
    public static EventBlock minute(long start, double price) {
        return minute(start, price, price, price, price, 1);
    }

    /** A trade known at once. */
    public static EventBlock trade(long id, long time, double price, double quantity, double side) {
        return new EventBlock(
                EventKind.TRADE,
                TRADES.source(),
                PAIR,
                0,
                Availability.RECORDED,
                new long[] {id},
                new long[] {time},
                new long[] {time},
                new double[] {price, quantity, side},
                PAYLOAD);
    }

    /** The same event known at another instant. */
    public static EventBlock known(long availableAt, EventBlock event) {
        return changed(event, event.source(), availableAt, event.values(), event.payloadHashes());
    }

    /** The same event from another source. */
    public static EventBlock from(String source, EventBlock event) {
        return changed(event, source, event.availableAt(0), event.values(), event.payloadHashes());
    }

    /** The same event out of another payload. */
    public static EventBlock payload(byte[] hash, EventBlock event) {
        return changed(event, event.source(), event.availableAt(0), event.values(), hash);
    }

    /** The same event with another number in one of its columns. */
    public static EventBlock with(int column, double value, EventBlock event) {
        double[] values = event.values().clone();
        values[column] = value;
        return changed(event, event.source(), event.availableAt(0), values, event.payloadHashes());
    }

    private static EventBlock changed(
            EventBlock event, String source, long availableAt, double[] values, byte[] payloadHash) {
        return new EventBlock(
                event.kind(),
                source,
                event.pair(),
                event.intervalMillis(),
                event.availability(),
                event.sequences(),
                event.eventTimes(),
                new long[] {availableAt},
                values,
                payloadHash);
    }
}
