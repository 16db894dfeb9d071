package org.cryptosmarttrader.book;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.portfolio.CloseHistory;

/**
 * All accounts of all lanes, tick after tick: what fell due is filled, what is held is marked, the strategy wants, the risk
 * rules take away, and the difference becomes orders.
 *
 * <p>A signal or quote in a currency without capital is nobody's business. Not thread-safe; the state of one key.
 */
public final class TradeBook {

    private final BookSettings settings;
    private final Marks marks;
    private final CloseHistory closes;
    private final List<Desk> desks;
    private long lastTick;

    /** A book at its genesis: every account holds its deposit. */
    public TradeBook(BookSettings settings) {
        this(settings, new Marks(), new CloseHistory(), open(settings), Long.MIN_VALUE);
    }

    private TradeBook(BookSettings settings, Marks marks, CloseHistory closes, List<Desk> desks, long lastTick) {
        this.settings = settings;
        this.marks = marks;
        this.closes = closes;
        this.desks = desks;
        this.lastTick = lastTick;
    }

    private static List<Desk> open(BookSettings settings) {
        List<Desk> desks = new ArrayList<>();
        for (Lane lane : Lane.values()) {
            settings.execution().capital().keySet().forEach(quote -> desks.add(new Desk(lane, quote, settings)));
        }
        return desks;
    }

    /**
     * Works off one tick: first what was said to the book before it, then each account.
     *
     * @throws IllegalArgumentException if the tick is not after the one before or not that of its bar, or says something
     *     twice
     */
    public BookEvents onTick(BookTick heard) {
        if (heard.tick() != settings.grid().tick(heard.bar())) {
            throw new IllegalArgumentException("trade book: tick %d with bar %d, whose tick is %d"
                    .formatted(heard.tick(), heard.bar(), settings.grid().tick(heard.bar())));
        }
        if (heard.tick() <= lastTick) {
            throw new IllegalArgumentException(
                    "trade book: tick %d after tick %d; ticks must come in order".formatted(heard.tick(), lastTick));
        }
        lastTick = heard.tick();
        Market market = new Market(heard, settings.grid(), marks);
        closes.advanceTo(heard.bar());
        for (PairQuote quote : heard.quotes()) {
            if (quote.present()) {
                marks.put(quote.pair(), quote.close(), heard.bar());
                closes.put(quote.pair(), quote.close());
            }
        }
        Journal journal = new Journal();
        hear(new TreeSet<>(heard.notices()), market, journal);
        desks.forEach(desk -> desk.onTick(market, closes, othersOf(desk), journal));
        return journal.events(heard.tick());
    }

    /** Acts on what was said to the book, in canonical order; an event that came twice counts once. */
    private void hear(SortedSet<Notice> notices, Market market, Journal journal) {
        for (Notice notice : notices) {
            Supplier<Optional<Objection>> asked;
            try {
                asked = asked(notice, market, journal);
            } catch (IllegalArgumentException malformed) {
                journal.refuse(notice, new Objection(Objection.Reason.MALFORMED, malformed.getMessage()));
                continue;
            }
            asked.get().ifPresent(objection -> journal.refuse(notice, objection));
        }
    }

    /** What a notice asks for, read but not done yet. */
    private Supplier<Optional<Objection>> asked(Notice notice, Market market, Journal journal) {
        if (notice.kind() == EventKind.REARM) {
            Rearm rearm = Rearm.of(notice.words());
            return () -> rearm(rearm, market, journal);
        }
        Execution report = Execution.of(notice.words());
        return () -> report(report, notice.eventTime(), market, journal);
    }

    private Optional<Objection> rearm(Rearm rearm, Market market, Journal journal) {
        for (Desk desk : desks) {
            if (desk.lane() == rearm.lane() && desk.quote().equals(rearm.quote())) {
                journal.add(desk.rearm(rearm, market.tick()));
                return Optional.empty();
            }
        }
        return Optional.of(new Objection(
                Objection.Reason.NO_ACCOUNT,
                "no account %s in %s; conf/execution.yaml: capital has none".formatted(rearm.lane(), rearm.quote())));
    }

    private Optional<Objection> report(Execution report, long eventTime, Market market, Journal journal) {
        for (Desk desk : desks) {
            if (desk.hasOpen(report.orderId())) {
                return desk.report(report, eventTime, market, journal);
            }
        }
        return Optional.of(new Objection(
                Objection.Reason.NO_OPEN_ORDER,
                "order %s: the book never made it, or it has ended".formatted(report.orderId())));
    }

    /** Whether every account agrees with itself to the last digit. */
    public boolean balances() {
        return desks.stream().allMatch(desk -> desk.account().balances());
    }

    private LaneView othersOf(Desk one) {
        return new LaneView(desks.stream()
                .filter(desk -> desk.lane() == one.lane() && desk != one)
                .toList());
    }

    public void write(DataOutput out) throws IOException {
        out.writeLong(lastTick);
        marks.write(out);
        closes.write(out);
        out.writeInt(desks.size());
        for (Desk desk : desks) {
            desk.write(out);
        }
    }

    /** @param settings those of the book written; its accounts are opened by them */
    public static TradeBook read(DataInput in, BookSettings settings) throws IOException {
        long lastTick = in.readLong();
        Marks marks = Marks.read(in);
        CloseHistory closes = CloseHistory.read(in);
        List<Desk> desks = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            desks.add(Desk.read(in, settings));
        }
        return new TradeBook(settings, marks, closes, desks, lastTick);
    }
}
