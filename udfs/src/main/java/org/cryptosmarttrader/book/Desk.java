package org.cryptosmarttrader.book;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.portfolio.CloseHistory;
import org.cryptosmarttrader.risk.AccountFacts;
import org.cryptosmarttrader.risk.Exposure;
import org.cryptosmarttrader.risk.Holding;
import org.cryptosmarttrader.risk.KillSwitch;
import org.cryptosmarttrader.time.TickGrid;

/** One lane's trading in one quote currency: its account, its orders and its memory. Mutable; part of the book. */
final class Desk {

    private final Lane lane;
    private final String quote;
    private final BookSettings settings;
    private final PaperBroker broker;
    private final Planner planner;
    private final DeskState state;

    Desk(Lane lane, String quote, BookSettings settings) {
        this(lane, quote, settings, DeskState.opening(quote, settings));
    }

    private Desk(Lane lane, String quote, BookSettings settings, DeskState state) {
        this.lane = lane;
        this.quote = quote;
        this.settings = settings;
        this.broker = new PaperBroker(settings);
        this.planner = new Planner(lane, quote, settings, state);
        this.state = state;
    }

    Lane lane() {
        return lane;
    }

    String quote() {
        return quote;
    }

    Account account() {
        return state.account();
    }

    double equity() {
        return state.equity();
    }

    /** The most that is held of a pair if open buys are filled and open sells are not, in base currency. */
    double committed(String pair) {
        return state.committed(pair).doubleValue();
    }

    /** Fills, marks, decides and checks. */
    void onTick(Market market, CloseHistory closes, LaneView others, Journal journal) {
        state.volume().advanceTo(market.tick());
        for (OpenOrder order : state.orders().drain()) {
            execute(order.seen(market.quote(order.pair())), market, journal);
        }
        boolean isFirstOfDay = state.watch().mark(state.account().equity(market.marks()), market.tick());
        Exposure exposure = new Exposure(facts(market, isFirstOfDay), state.latches());
        String regime = market.regime(quote);
        Scene scene = new Scene(quote, settings, state, market, closes, others);
        String strategy = planner.plan(scene, regime, exposure, journal).name();
        exposure.limit(settings.rules());
        journal.add(exposure.hits());
        trade(exposure, strategy, market, journal);
        journal.add(snapshot(market, strategy, regime));
    }

    /** Switches trading on again after the kill switch; its drawdown counts from the equity of the last tick. */
    Remark rearm(Rearm rearm, long tick) {
        boolean wasOff = state.latches().remove(KillSwitch.LATCH);
        if (wasOff) {
            state.watch().restartPeak();
        }
        String detail = wasOff ? "by %s: %s" : "by %s: %s; nothing to do, the switch had not tripped";
        return new Remark(
                tick,
                lane,
                quote,
                Remark.Event.REARMED,
                KillSwitch.LATCH,
                detail.formatted(rearm.name(), rearm.reason()));
    }

    boolean hasOpen(String orderId) {
        return state.orders().find(orderId).isPresent();
    }

    /** Books what a venue did with an open order of this account; empty if nothing is objected to. */
    Optional<Objection> report(Execution report, long eventTime, Market market, Journal journal) {
        OpenOrder open = state.orders().find(report.orderId()).orElseThrow();
        OpenOrder seen = open.seen(market.quote(open.pair()));
        Optional<Objection> objection = VenueReports.objection(report, seen, state.account());
        if (objection.isPresent()) {
            return objection;
        }
        if (report.isFill()) {
            Fill fill = VenueReports.fill(report, seen, eventTime, market.tick(), settings.grid());
            journal.add(post(fill, market.tick()));
            state.orders().replace(seen.with(fill));
        } else {
            journal.add(VenueReports.ended(report, seen));
            journal.add(VenueReports.remark(report, seen, market.tick()));
            state.orders().remove(seen);
        }
        return Optional.empty();
    }

    /** What a venue has stays open until it says otherwise; its silence is remarked, then once a day. */
    private void await(OpenOrder open, Market market, Journal journal) {
        state.orders().add(open);
        long overdue = market.bar() - open.lastBar();
        if (overdue >= 0 && overdue % settings.grid().barsPerDay() == 0) {
            journal.add(VenueReports.silent(open, market.tick(), market.bar()));
        }
    }

    private void execute(OpenOrder open, Market market, Journal journal) {
        if (open.atVenue()) {
            await(open, market, journal);
            return;
        }
        PaperBroker.Attempt attempt =
                broker.attempt(open, market, state.account(), state.volume().total());
        boolean wasTried = !Double.isNaN(open.price(market.quote(open.pair()), market.bar()));
        OpenOrder next = wasTried ? open.tried(market.bar()) : open;
        if (attempt.fill() != null) {
            next = next.with(attempt.fill());
            journal.add(post(attempt.fill(), market.tick()));
        }
        if (next.remaining().signum() == 0) {
            return;
        }
        if (attempt.cut() != null) {
            journal.add(next.cancelled(attempt.cut()));
        } else if (market.bar() >= next.lastBar()) {
            journal.add(next.cancelled(next.withdrawn() ? OrderReason.WITHDRAWN : OrderReason.EXPIRED));
        } else {
            state.orders().add(next);
        }
    }

    private Fill post(Fill fill, long tick) {
        state.volume().add(tick, fill.notional());
        if (fill.side() == Side.BUY) {
            state.account().buy(fill.pair(), fill.quantity(), fill.price(), fill.fee());
            return fill;
        }
        return fill.withRealised(state.account().sell(fill.pair(), fill.quantity(), fill.price(), fill.fee()));
    }

    private AccountFacts facts(Market market, boolean isFirstOfDay) {
        return new AccountFacts(
                market.tick(),
                lane,
                quote,
                state.equity(),
                state.watch().peak().doubleValue(),
                state.watch().dayStart().doubleValue(),
                isFirstOfDay,
                state.orders().count());
    }

    /** Turns what is left of the wishes into orders, sales first. */
    private void trade(Exposure exposure, String strategy, Market market, Journal journal) {
        for (Holding holding : exposure.holdings()) {
            if (holding.isClosing()) {
                state.orders().withdrawBuys(holding.pair(), settings.firstBarAfter(market.tick()));
            }
            if (holding.change() < 0) {
                order(holding, Side.SELL, strategy, market, journal);
            }
        }
        for (Holding holding : exposure.holdings()) {
            if (holding.change() > 0) {
                order(holding, Side.BUY, strategy, market, journal);
            }
        }
    }

    private void order(Holding holding, Side side, String strategy, Market market, Journal journal) {
        boolean closes = holding.isClosing();
        if (!closes && Math.abs(holding.change()) < settings.execution().minimumTrade()) {
            return;
        }
        String pair = holding.pair();
        BigDecimal close = market.marks().price(pair);
        BigDecimal quantity = closes
                ? state.expected(pair)
                : Decimals.of(Math.abs(holding.change())
                        * state.equity()
                        / market.marks().close(pair));
        Optional<OpenOrder> pending = state.orders().atVenue(pair);
        // a buy the venue is silent about must not hold up the sale of what is surely held
        boolean isBesideBuy = side == Side.SELL
                && pending.filter(open -> open.side() == Side.BUY).isPresent();
        PairRules.Rounded rounded =
                settings.rulesOf(pair).round(side, close, isBesideBuy ? quantity.min(state.sellable(pair)) : quantity);
        Order order = Order.decided(
                lane, pair, side, rounded.quantity(), rounded.price(), market.tick(), market.bar(), strategy);
        if (rounded.refusal() == null && pending.isPresent() && !isBesideBuy) {
            journal.add(VenueReports.pending(pending.get(), order));
        } else if (rounded.refusal() == null) {
            journal.add(order);
            state.orders()
                    .add(OpenOrder.of(
                            order,
                            settings.firstBarAfter(market.tick()),
                            settings.execution().maxBars(),
                            settings.execution().isAtVenue(lane)));
        } else if (!closes) {
            // what is too little to be sold is left lying without a word at every tick
            journal.add(order.refused(rounded.refusal()));
        }
    }

    private AccountSnapshot snapshot(Market market, String strategy, String regime) {
        Account account = state.account();
        Marks marks = market.marks();
        return new AccountSnapshot(
                market.tick(),
                lane,
                quote,
                account.cash(),
                state.watch().equity(),
                account.positions().size(),
                staleMarks(market),
                account.exposure(marks),
                account.realised(),
                account.unrealised(marks),
                account.fees(),
                state.watch().peak(),
                1 - state.equity() / state.watch().peak().doubleValue(),
                strategy,
                regime,
                state.latches().contains(KillSwitch.LATCH));
    }

    private int staleMarks(Market market) {
        return (int) state.account().positions().keySet().stream()
                .filter(pair ->
                        market.tick() - settings.grid().end(market.marks().bar(pair)) > TickGrid.DAY)
                .count();
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(lane.name());
        out.writeUTF(quote);
        state.write(out);
    }

    static Desk read(DataInput in, BookSettings settings) throws IOException {
        Lane lane = Lane.valueOf(in.readUTF());
        String quote = in.readUTF();
        return new Desk(lane, quote, settings, DeskState.read(in, settings));
    }
}
