package org.cryptosmarttrader.serving.report;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * One unit of a currency, put in equal parts into pairs that are then kept. A purchase costs a share of what is bought; nothing
 * is sold or rebalanced. Each tick is valued at last closes, as accounts are; a part that is not spent yet is cash.
 * Not thread-safe.
 */
final class Basket {

    /** Which pairs are bought. */
    enum Entry {
        /** Those with a price at the first tick that has one. Nobody knew of later ones. */
        AT_ONCE,
        /** All that ever have a price, each at its first; a part is kept for it until then. */
        AS_THEY_COME
    }

    private final Entry entry;
    private final double cost;
    private final SortedMap<String, Double> bought = new TreeMap<>();
    private final SortedMap<String, Double> last = new TreeMap<>();
    private final LongStream.Builder times = LongStream.builder();
    private final DoubleStream.Builder multiples = DoubleStream.builder();
    private final IntStream.Builder counts = IntStream.builder();
    private long next;
    private long boughtAt = Long.MAX_VALUE;

    /**
     * @param first tick, epoch milliseconds
     * @param cost of a purchase as a share of what is bought; NaN if unknown: it is then taken for nothing
     */
    Basket(Entry entry, long first, double cost) {
        this.entry = entry;
        this.next = first;
        this.cost = Double.isNaN(cost) ? 0 : cost;
        // the unit before it was spent
        note(first);
    }

    /** Notes a last close; ticks must come in order. */
    void price(String pair, long tick, double price, long interval) {
        valueBefore(tick, interval);
        boughtAt = Math.min(boughtAt, tick);
        if (tick == boughtAt || entry == Entry.AS_THEY_COME) {
            bought.putIfAbsent(pair, price);
        }
        last.put(pair, price);
    }

    /** Values every tick before one. */
    void valueBefore(long tick, long interval) {
        for (; next < tick; next += interval) {
            note(next);
        }
    }

    private void note(long tick) {
        double sum = 0;
        for (String pair : bought.keySet()) {
            sum += last.get(pair) / bought.get(pair);
        }
        times.add(tick);
        multiples.add(sum / (1 + cost));
        counts.add(bought.size());
    }

    Set<String> pairs() {
        return bought.keySet();
    }

    /** Tick of the first purchase. */
    long boughtAt() {
        return boughtAt;
    }

    /** Worth over time, once all prices have come: how many parts there are is known only then. */
    Curve curve() {
        double[] values = multiples.build().toArray();
        int[] spent = counts.build().toArray();
        int parts = Math.max(1, bought.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] + parts - spent[i]) / parts;
        }
        return new Curve(times.build().toArray(), values);
    }
}
