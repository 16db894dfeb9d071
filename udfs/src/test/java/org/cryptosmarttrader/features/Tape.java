package org.cryptosmarttrader.features;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.MarketFeeds;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.history.PairMemory;
import org.cryptosmarttrader.history.ReferenceReturns;
import org.cryptosmarttrader.history.Scene;
import org.cryptosmarttrader.time.Lateness;
import org.cryptosmarttrader.time.TickGrid;

/** The hourly bars of one pair by number, absent ones left out, and the histories they make. */
public final class Tape {

    /** A bar that did not come. */
    public static final Bar GAP = null;

    /** What is told of a bar; NaN where the source does not tell. */
    public record Bar(
            double open,
            double high,
            double low,
            double close,
            double volume,
            double count,
            double bought,
            double sold) {

        public Bar volume(double amount) {
            return new Bar(open, high, low, close, amount, count, bought, sold);
        }

        public Bar count(double trades) {
            return new Bar(open, high, low, close, volume, trades, bought, sold);
        }

        public Bar sides(double buys, double sells) {
            return new Bar(open, high, low, close, volume, count, buys, sells);
        }

        /** The same bar in another currency unit. */
        public Bar priced(double factor) {
            return new Bar(open * factor, high * factor, low * factor, close * factor, volume, count, bought, sold);
        }
    }

    public static Bar ohlc(double open, double high, double low, double close) {
        return new Bar(open, high, low, close, 1, 1, Double.NaN, Double.NaN);
    }

    /** A bar in which nothing but one price was paid. */
    public static Bar at(double price) {
        return ohlc(price, price, price, price);
    }

    private final String pair;
    private final SortedMap<Long, Bar> bars;

    private Tape(String pair, SortedMap<Long, Bar> bars) {
        this.pair = pair;
        this.bars = bars;
    }

    /** Bars hour by hour, the first in the first hour of the epoch. */
    public static Tape of(Bar... bars) {
        TreeMap<Long, Bar> byHour = new TreeMap<>();
        for (int hour = 0; hour < bars.length; hour++) {
            if (bars[hour] != GAP) {
                byHour.put((long) hour, bars[hour]);
            }
        }
        return new Tape("ETH/USD", byHour);
    }

    /** The history of bars hour by hour, at the decision on the last. */
    public static History history(Bar... bars) {
        return of(bars).decidedOn(bars.length - 1);
    }

    /** The bars of golden vector C0. */
    public static Tape golden() {
        JsonNode inputs = Golden.vector("C0-").inputs();
        long bar = Scene.HOURLY.barOf(inputs.get("firstBarStartMs").asLong());
        TreeMap<Long, Bar> bars = new TreeMap<>();
        for (JsonNode row : inputs.get("bars")) {
            double[] v = Golden.numbers(row);
            bars.put(bar++, ohlc(v[0], v[1], v[2], v[3]).volume(v[4]).count(v[5]));
        }
        return new Tape("BTC/USD", bars);
    }

    /** Bars {@code [from, until)} of a recorded file in Kraken's layout; skips the test where it is absent. */
    public static Tape recorded(String pair, String dataPath, long from, long until) {
        TreeMap<Long, Bar> bars = new TreeMap<>();
        for (String line : Golden.lines(dataPath)) {
            String[] cells = line.split(",");
            long bar = Scene.HOURLY.barOf(1_000 * Long.parseLong(cells[0]));
            if (bar >= from && bar < until) {
                bars.put(bar, bar(cells));
            }
        }
        return new Tape(pair, bars);
    }

    private static Bar bar(String[] cells) {
        Bar prices = ohlc(number(cells, 1), number(cells, 2), number(cells, 3), number(cells, 4));
        return prices.volume(number(cells, 5)).count(cells.length > 6 ? number(cells, 6) : Double.NaN);
    }

    private static double number(String[] cells, int cell) {
        return Double.parseDouble(cells[cell]);
    }

    /** The same bars of another pair. */
    public Tape of(String otherPair) {
        return new Tape(otherPair, bars);
    }

    /** The same bars with some left out. */
    public Tape without(LongPredicate absent) {
        TreeMap<Long, Bar> kept = new TreeMap<>(bars);
        kept.keySet().removeIf(absent::test);
        return new Tape(pair, kept);
    }

    /** The same bars with something changed in each. */
    public Tape with(UnaryOperator<Bar> change) {
        TreeMap<Long, Bar> changed = new TreeMap<>(bars);
        changed.replaceAll((bar, told) -> change.apply(told));
        return new Tape(pair, changed);
    }

    /** The same bars several times, one after the other. */
    public Tape repeated(int times) {
        long length = last() - first() + 1;
        TreeMap<Long, Bar> all = new TreeMap<>();
        for (int time = 0; time < times; time++) {
            for (Map.Entry<Long, Bar> entry : bars.entrySet()) {
                all.put(entry.getKey() + time * length, entry.getValue());
            }
        }
        return new Tape(pair, all);
    }

    public long first() {
        return bars.firstKey();
    }

    public long last() {
        return bars.lastKey();
    }

    public boolean has(long bar) {
        return bars.containsKey(bar);
    }

    /** The history at the decision on a bar, with all that memory holds before it. */
    public History decidedOn(long bar) {
        return decidedOn(bar, MemoryRules.HISTORY_BARS);
    }

    /** The history at the decision on a bar, fed with the newest intervals only. */
    public History decidedOn(long bar, int intervals, ReferenceReturns... references) {
        PairMemory memory = new PairMemory(pair);
        MemoryRules rules = new MemoryRules(
                Scene.HOURLY, new Lateness(5_000, 6 * TickGrid.HOUR), MarketFeeds.always(pair, Scene.FEED), 1_000);
        for (long next = bar - intervals + 1; next <= bar; next++) {
            memory.fold(Scene.HOURLY.tick(next), has(next) ? List.of(event(next)) : List.of(), rules);
        }
        return memory.history(Scene.HOURLY, List.of(references));
    }

    /** The closes and returns of this pair as the others know them at the decision on a bar. */
    public ReferenceReturns reference(long bar) {
        return reference(bar, MemoryRules.HISTORY_BARS);
    }

    /** The same, fed with the newest intervals only. */
    public ReferenceReturns reference(long bar, int intervals) {
        return ReferenceReturns.of(decidedOn(bar, intervals));
    }

    private EventBlock event(long bar) {
        Bar told = bars.get(bar);
        return new EventBlock(
                EventKind.BAR,
                Scene.FEED.source(),
                pair,
                TickGrid.HOUR,
                Availability.ASSIGNED,
                new long[] {bar},
                new long[] {Scene.HOURLY.end(bar) - 1},
                new long[] {Scene.HOURLY.tick(bar)},
                new double[] {
                    told.open,
                    told.high,
                    told.low,
                    told.close,
                    told.volume,
                    Double.NaN,
                    told.count,
                    told.bought,
                    told.sold
                },
                Scene.PAYLOAD);
    }
}
