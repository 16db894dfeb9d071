package org.cryptosmarttrader.book;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.regimes.MarketRegime;
import org.cryptosmarttrader.time.TickGrid;

/** One tick as every account sees it: quotes and signals in their natural order, and the last known closes. */
final class Market {

    private static final SortedMap<Horizon, Signal> NO_SIGNALS = Collections.emptySortedMap();

    private final long tick;
    private final long bar;
    private final TickGrid grid;
    private final Marks marks;
    private final TreeMap<String, PairQuote> quotes = new TreeMap<>();
    private final TreeMap<String, TreeMap<Horizon, Signal>> signals = new TreeMap<>();

    /**
     * @param marks as of this tick
     * @throws IllegalArgumentException if a pair is quoted twice, or a pair and horizon has two signals
     */
    Market(BookTick heard, TickGrid grid, Marks marks) {
        this.tick = heard.tick();
        this.bar = heard.bar();
        this.grid = grid;
        this.marks = marks;
        heard.quotes().forEach(quote -> once(quotes.put(quote.pair(), quote), quote.pair()));
        heard.signals()
                .forEach(signal -> once(
                        signals.computeIfAbsent(signal.pair(), pair -> new TreeMap<>())
                                .put(signal.horizon(), signal),
                        signal.pair() + " " + signal.horizon().label()));
    }

    private void once(Object before, String what) {
        if (before != null) {
            throw new IllegalArgumentException(
                    "trade book, tick %d: %s twice; rows of one tick must be merged before".formatted(tick, what));
        }
    }

    long tick() {
        return tick;
    }

    long bar() {
        return bar;
    }

    Marks marks() {
        return marks;
    }

    /** What the tick says of a pair; nothing if it says nothing. */
    PairQuote quote(String pair) {
        PairQuote quote = quotes.get(pair);
        return quote != null ? quote : PairQuote.absent(pair, Double.NaN, Double.NaN, -1);
    }

    SortedMap<Horizon, Signal> signals(String pair) {
        TreeMap<Horizon, Signal> ofPair = signals.get(pair);
        return ofPair != null ? ofPair : NO_SIGNALS;
    }

    /** State of the market of a quote currency; unknown if nothing of it was forecast. */
    String regime(String quoteCurrency) {
        for (String pair : pairsWithSignals(quoteCurrency)) {
            return signals.get(pair).firstEntry().getValue().regime();
        }
        return MarketRegime.unknown();
    }

    /** Pairs of a quote currency that have signals. */
    List<String> pairsWithSignals(String quoteCurrency) {
        return signals.keySet().stream()
                .filter(pair -> Symbols.quote(pair).equals(quoteCurrency))
                .toList();
    }

    /** Time since the newest bar ended, NaN if there never was one. A pair no longer quoted ages by its last close. */
    double ageMillis(String pair) {
        int silent = quote(pair).barsSinceNewest();
        long newest = silent >= 0 ? bar - silent : marks.bar(pair);
        return newest == Long.MIN_VALUE ? Double.NaN : tick - grid.end(newest);
    }
}
