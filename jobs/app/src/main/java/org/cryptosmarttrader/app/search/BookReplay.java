package org.cryptosmarttrader.app.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.book.BookEvents;
import org.cryptosmarttrader.book.BookSettings;
import org.cryptosmarttrader.book.BookTick;
import org.cryptosmarttrader.book.Signal;
import org.cryptosmarttrader.book.TradeBook;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.prediction.HeardByBook;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSource;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * What a run's book heard, tick after tick: quotes, re-armings and reports of a venue out of the archive, signals out of the run's
 * verdicts.
 *
 * @param ticks from the genesis on, in order
 * @param emitFrom first tick the run wrote rows of, epoch milliseconds UTC
 */
public record BookReplay(List<BookTick> ticks, long emitFrom) {

    public BookReplay {
        ticks = List.copyOf(ticks);
    }

    /**
     * @param plan by which the run was made
     * @throws Exception if archive or run cannot be read
     */
    public static BookReplay of(RunFolder run, RunPlan plan, JobSettings job) throws Exception {
        SortedMap<Long, List<Signal>> signals = signals(run);
        ArchiveSource archive = new ArchiveSource(plan.archiveSpan(List.of()));
        List<BookTick> ticks = new ArrayList<>();
        for (BookTick quotes : HeardByBook.of(plan.settings().withoutFeatures(), archive, job)) {
            List<Signal> ofTick = signals.get(quotes.tick());
            ticks.add(ofTick == null ? quotes : with(quotes, ofTick));
        }
        return new BookReplay(ticks, run.manifest().emitFrom());
    }

    private static BookTick with(BookTick quotes, List<Signal> signals) {
        return new BookTick(quotes.tick(), quotes.bar(), quotes.quotes(), signals, quotes.notices());
    }

    private static SortedMap<Long, List<Signal>> signals(RunFolder run) throws IOException {
        DayRows rows = new DayRows(
                run, Datasets.VERDICTS, "p_up", "expected_return", "upper", "sigma", "regime", "gated", "research");
        TreeMap<Long, List<Signal>> signals = new TreeMap<>();
        rows.forEach(batch -> add(rows, batch, signals));
        return signals;
    }

    private static void add(DayRows rows, RowBatch batch, SortedMap<Long, List<Signal>> signals) {
        for (int row = 0; row < batch.rows(); row++) {
            signals.computeIfAbsent(batch.longs(rows.column(Datasets.DECISION_AT))[row], absent -> new ArrayList<>())
                    .add(new Signal(
                            batch.strings(rows.column(Datasets.PAIR))[row],
                            Horizon.parse(batch.strings(rows.column(Datasets.HORIZON))[row]),
                            batch.doubles(rows.column("p_up"))[row],
                            batch.doubles(rows.column("expected_return"))[row],
                            batch.doubles(rows.column("upper"))[row],
                            batch.doubles(rows.column("sigma"))[row],
                            batch.strings(rows.column("regime"))[row],
                            batch.booleans(rows.column("gated"))[row],
                            batch.booleans(rows.column("research"))[row]));
        }
    }

    /** The same, with each forecast heard some ticks later. */
    public BookReplay delayed(int by) {
        if (by == 0) {
            return this;
        }
        List<BookTick> later = new ArrayList<>();
        for (int tick = 0; tick < ticks.size(); tick++) {
            BookTick now = ticks.get(tick);
            List<Signal> heard = tick < by ? List.of() : ticks.get(tick - by).signals();
            later.add(with(now, heard));
        }
        return new BookReplay(later, emitFrom);
    }

    /** Lets a book of its own live through all of it; tells what happened from the first tick the run wrote. */
    public void run(BookSettings settings, Consumer<BookEvents> told) {
        TradeBook book = new TradeBook(settings);
        for (BookTick tick : ticks) {
            BookEvents events = book.onTick(tick);
            if (tick.tick() >= emitFrom) {
                told.accept(events);
            }
        }
    }
}
