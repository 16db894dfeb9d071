package org.cryptosmarttrader.serving.report;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.runs.RunManifest;

/**
 * What doing nothing would have made: at the first tick with a price, one unit of the quote currency is put in equal parts
 * into the pairs that have one then, and kept. A purchase costs what the run's own fills cost on average; nothing is sold.
 * Each tick is valued at last closes, as accounts are. Pairs that come later are not bought: nobody knew of them.
 */
final class BuyAndHold {

    /** One quote currency. */
    static final class Basket {
        private final double cost;
        private final SortedMap<String, Double> bought = new TreeMap<>();
        private final SortedMap<String, Double> last = new TreeMap<>();
        private final LongStream.Builder times = LongStream.builder();
        private final DoubleStream.Builder values = DoubleStream.builder();
        private long next;
        private long boughtAt = Long.MAX_VALUE;

        Basket(long first, double cost) {
            this.next = first;
            this.cost = Double.isNaN(cost) ? 0 : cost;
            // the unit before it was spent
            times.add(first);
            values.add(1);
        }

        private void price(String pair, long tick, double price) {
            boughtAt = Math.min(boughtAt, tick);
            if (tick == boughtAt) {
                bought.put(pair, price);
            }
            last.put(pair, price);
        }

        private void valueBefore(long tick, long interval) {
            for (; next < tick; next += interval) {
                times.add(next);
                values.add(value());
            }
        }

        private double value() {
            double sum = 0;
            for (String pair : bought.keySet()) {
                sum += last.get(pair) / bought.get(pair);
            }
            return bought.isEmpty() ? 1 : sum / bought.size() / (1 + cost);
        }

        SortedMap<String, Double> bought() {
            return bought;
        }

        long boughtAt() {
            return boughtAt;
        }

        Curve curve() {
            return new Curve(times.build().toArray(), values.build().toArray());
        }
    }

    private final TickGrid grid;
    private final long first;
    private final long until;
    private final ToDoubleFunction<String> costs;
    private final SortedMap<String, Basket> baskets = new TreeMap<>();

    /** @param costs of a purchase by quote currency, as a share of what is bought; NaN if unknown */
    BuyAndHold(RunManifest manifest, ToDoubleFunction<String> costs) {
        this.grid = new TickGrid(manifest.tickIntervalMillis(), manifest.graceMillis());
        this.first = grid.tickOf(manifest.emitFrom());
        this.until = manifest.until();
        this.costs = costs;
    }

    /**
     * Notes a price; ticks must come in order.
     *
     * @param price last close at the tick; NaN if there was none
     */
    void price(String pair, long tick, double price) {
        if (!Double.isNaN(price)) {
            Basket basket = of(Symbols.quote(pair));
            basket.valueBefore(tick, grid.intervalMillis());
            basket.price(pair, tick, price);
        }
    }

    /** All prices have come. */
    void finish() {
        baskets.values().forEach(basket -> basket.valueBefore(until + 1, grid.intervalMillis()));
    }

    Basket of(String quote) {
        return baskets.computeIfAbsent(quote, absent -> new Basket(first, costs.applyAsDouble(quote)));
    }
}
