package org.cryptosmarttrader.serving.report;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** What a quote currency would have become without a forecast, by the closes of the run's bars. */
final class Benchmarks {

    private final TickGrid grid;
    private final long first;
    private final ToDoubleFunction<String> costs;
    private final DayRows bars;
    private final SortedMap<String, SortedMap<Basket.Entry, Basket>> baskets = new TreeMap<>();

    private Benchmarks(RunFolder run, ToDoubleFunction<String> costs) {
        this.grid =
                new TickGrid(run.manifest().tickIntervalMillis(), run.manifest().graceMillis());
        this.first = grid.tickOf(run.manifest().emitFrom());
        this.costs = costs;
        this.bars = new DayRows(run, Datasets.BARS, "close");
    }

    /** @param costs of a purchase by quote currency, as a share of what is bought; NaN if unknown */
    static Benchmarks of(RunFolder run, ToDoubleFunction<String> costs) throws IOException {
        Benchmarks benchmarks = new Benchmarks(run, costs);
        benchmarks.bars.forEach(benchmarks::add);
        benchmarks.baskets.values().forEach(ofQuote -> ofQuote.values()
                .forEach(basket -> basket.valueBefore(run.manifest().until() + 1, benchmarks.grid.intervalMillis())));
        return benchmarks;
    }

    private void add(RowBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            String pair = batch.strings(bars.column(Datasets.PAIR))[row];
            long tick = batch.longs(bars.column(Datasets.DECISION_AT))[row];
            double close = batch.doubles(bars.column("close"))[row];
            if (!Double.isNaN(close)) {
                for (Basket.Entry entry : Basket.Entry.values()) {
                    of(Symbols.quote(pair), entry).price(pair, tick, close, grid.intervalMillis());
                }
            }
        }
    }

    /** An empty one if no pair of the currency has a bar. */
    Basket of(String quote, Basket.Entry entry) {
        return baskets.computeIfAbsent(quote, absent -> new TreeMap<>())
                .computeIfAbsent(entry, absent -> new Basket(entry, first, costs.applyAsDouble(quote)));
    }
}
