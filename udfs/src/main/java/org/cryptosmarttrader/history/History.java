package org.cryptosmarttrader.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.cryptosmarttrader.time.TickGrid;

/**
 * What is known of a pair at a decision instant: the bars of the last 900 grid intervals, the newest being the one decided
 * on, and the returns of its references. It ends at the decision, so nothing computed from it can see the future; it is
 * finite, so nothing can remember the beginning.
 *
 * <p>A view of the pair's memory, valid until the next fold. Not thread-safe.
 */
public final class History {

    /** Bars for which the last quote is remembered. An end, so that a run's first decisions do not hang on where it began. */
    private static final int QUOTED_BARS = 24;

    private final String pair;
    private final BarCells cells;
    private final LastQuote quote;
    private final TickGrid grid;
    private final List<ReferenceReturns> references;
    /** By column the window made last, which knows the one made before it. */
    private final Window[] windows = new Window[Column.COLUMNS];

    private final List<Object> shared = new ArrayList<>();

    History(String pair, BarCells cells, LastQuote quote, TickGrid grid, List<ReferenceReturns> references) {
        this.pair = pair;
        this.cells = cells;
        this.quote = quote;
        this.grid = grid;
        this.references = references;
    }

    /** Canonical pair, e.g. {@code BTC/USD}. */
    public String pair() {
        return pair;
    }

    /** Grid index of the bar decided on. */
    public long bar() {
        return cells.newest();
    }

    public TickGrid grid() {
        return grid;
    }

    /** The decision instant. */
    public long tick() {
        return grid.tick(bar());
    }

    /** Number of grid intervals in memory. */
    public int length() {
        return cells.length();
    }

    /** Whether the bar decided on came. */
    public boolean isPresent() {
        return isPresent(0);
    }

    /** Whether the bar that many intervals before the one decided on came. */
    public boolean isPresent(int ago) {
        return cells.isPresent(bar() - ago);
    }

    /** A value of the bar that many intervals ago; NaN if absent or out of memory. */
    public double at(Column column, int ago) {
        return cells.get(column, bar() - ago);
    }

    /** A value of the bar decided on. */
    public double now(Column column) {
        return at(column, 0);
    }

    /**
     * Last known difference of ask and bid, a fraction of their mean; infinite if nobody bids or asks, NaN if none was quoted in
     * the last 24 bars.
     */
    public double spread() {
        return quote.at() >= grid.start(bar() - QUOTED_BARS + 1) ? quote.spread() : Double.NaN;
    }

    /** (H + L + C) / 3 of the bar that many intervals ago; NaN if absent. */
    public double typicalPrice(int ago) {
        return (at(Column.HIGH, ago) + at(Column.LOW, ago) + at(Column.CLOSE, ago)) / 3;
    }

    /** The newest {@code length} intervals of a column. */
    public Window window(Column column, int length) {
        return window(column, length, 0);
    }

    /**
     * {@code length} intervals of a column, the last of them {@code ago} intervals before the one decided on.
     *
     * @throws IllegalArgumentException if the window reaches beyond the memory
     */
    public Window window(Column column, int length, int ago) {
        if (length + ago > length()) {
            throw new IllegalArgumentException(
                    "history: window of %d bars ending %d bars ago, memory holds %d".formatted(length, ago, length()));
        }
        int from = cells.index(column, bar() - ago) - length + 1;
        Window made = windows[column.ordinal()];
        while (made != null && !made.isOver(from, length)) {
            made = made.next();
        }
        return made == null ? add(column, from, length) : made;
    }

    private Window add(Column column, int from, int length) {
        Window window = new Window(cells.raw(), from, length, cells.counts(), windows[column.ordinal()]);
        windows[column.ordinal()] = window;
        return window;
    }

    /** Grid intervals since the newest bar that came, 0 if it is the one decided on; {@link #length()} if none did. */
    public int staleness() {
        int ago = 0;
        while (ago < length() && !isPresent(ago)) {
            ago++;
        }
        return ago;
    }

    /** The newest returns of a reference; empty if it is not known at this tick or shorter than asked. */
    public Window referenceReturns(String pair, int length) {
        return reference(pair).map(known -> newest(known.returns(), length)).orElseGet(Window::of);
    }

    /** The newest closes of a reference, likewise. */
    public Window referenceCloses(String pair, int length) {
        return reference(pair).map(known -> newest(known.closes(), length)).orElseGet(Window::of);
    }

    private Optional<ReferenceReturns> reference(String pair) {
        return references.stream()
                .filter(reference -> reference.pair().equals(pair) && reference.newest() == bar())
                .findFirst();
    }

    private static Window newest(double[] values, int length) {
        return values.length < length ? Window.of() : new Window(values, values.length - length, length, null, null);
    }

    /**
     * What several features read out of one pass over the bars, made when first asked for.
     *
     * @param type of the result; one result of a type is kept
     * @param pass pure function of this history
     */
    public <T> T shared(Class<T> type, Function<History, T> pass) {
        return shared(type, made -> true, pass);
    }

    /**
     * The same where several results of a type are kept.
     *
     * @param isAsked tells the result asked for from others of its type
     */
    public <T> T shared(Class<T> type, Predicate<T> isAsked, Function<History, T> pass) {
        for (Object made : shared) {
            if (type.isInstance(made) && isAsked.test(type.cast(made))) {
                return type.cast(made);
            }
        }
        T made = pass.apply(this);
        shared.add(made);
        return made;
    }
}
