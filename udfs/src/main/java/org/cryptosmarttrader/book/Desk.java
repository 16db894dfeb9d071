package org.cryptosmarttrader.book;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cryptosmarttrader.gates.Lane;
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
    private final ExecutionModel model;
    private final DeskState state;

    Desk(Lane lane, String quote, BookSettings settings) {
        this(lane, quote, settings, DeskState.opening(lane, quote, settings));
    }

    private Desk(Lane lane, String quote, BookSettings settings, DeskState state) {
        this.lane = lane;
        this.quote = quote;
        this.settings = settings;
        this.broker = new PaperBroker(settings);
        this.model = new ExecutionModel(settings.execution());
        this.state = state;
    }

    Desk copy() {
        return new Desk(lane, quote, settings, state.copy());
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

    /** Fills, marks, checks and decides. */
    void onTick(Market market, Journal journal) {
        state.volume().advanceTo(market.tick());
        for (OpenOrder order : state.orders().drain()) {
            execute(order.seen(market.quote(order.pair())), market, journal);
        }
        boolean isFirstOfDay = state.watch().mark(state.account().equity(market.marks()), market.tick());
        Exposure exposure = wanted(market, isFirstOfDay);
        exposure.limit(settings.rules());
        journal.add(exposure.hits());
        trade(exposure, market, journal);
        journal.add(snapshot(market));
    }

    /** Switches trading on again after the kill switch; empty if it was not off. */
    Optional<Rearmed> rearm(String name, String reason) {
        Rearmed rearmed = new Rearmed(lane, quote, name, reason);
        if (!state.latches().remove(KillSwitch.LATCH)) {
            return Optional.empty();
        }
        state.watch().restartPeak();
        return Optional.of(rearmed);
    }

    private void execute(OpenOrder open, Market market, Journal journal) {
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

    /** What is held and what the sleeves want, before any limit. */
    private Exposure wanted(Market market, boolean isFirstOfDay) {
        AccountFacts facts = new AccountFacts(
                market.tick(),
                lane,
                quote,
                state.equity(),
                state.watch().peak().doubleValue(),
                state.watch().dayStart().doubleValue(),
                isFirstOfDay,
                state.orders().count());
        Exposure exposure = new Exposure(facts, state.latches());
        for (String pair : pairs(market)) {
            holding(pair, market).ifPresent(exposure::add);
        }
        return exposure;
    }

    private SortedSet<String> pairs(Market market) {
        SortedSet<String> pairs = new TreeSet<>(state.account().positions().keySet());
        pairs.addAll(state.orders().pairs());
        pairs.addAll(state.sleeves().pairs());
        market.pairsWithSignals(quote).forEach(pairs::add);
        return pairs;
    }

    /** Empty if nothing of the pair is held, ordered or wanted. */
    private Optional<Holding> holding(String pair, Market market) {
        double unit = market.marks().close(pair) / state.equity();
        double slippage =
                model.expectedSlippage(market.quote(pair), settings.strategy().maxWeight() * state.equity());
        double committed = state.committed(pair).doubleValue();
        double expected = state.expected(pair).doubleValue();
        double quantity = state.sleeves().decide(pair, market, expected, roundTripCost(pair, slippage), 1 / unit);
        if (committed == 0 && quantity == 0) {
            return Optional.empty();
        }
        boolean isSmall = quantity > 0
                && Math.abs(quantity - expected) * unit < settings.execution().minimumTrade();
        double wanted = isSmall ? expected : quantity;
        return Optional.of(
                new Holding(pair, committed * unit, expected * unit, wanted * unit, market.ageMillis(pair), slippage));
    }

    private double roundTripCost(String pair, double slippage) {
        BigDecimal percent = settings.feesOf(pair).takerPercent(state.volume().total());
        return 2 * (percent.doubleValue() / 100 + slippage);
    }

    /** Turns what is left of the wishes into orders, sales first. */
    private void trade(Exposure exposure, Market market, Journal journal) {
        for (Holding holding : exposure.holdings()) {
            if (holding.isClosing()) {
                state.orders().withdrawBuys(holding.pair(), settings.firstBarAfter(market.tick()));
            }
            if (holding.change() < 0) {
                order(holding, Side.SELL, market, journal);
            }
        }
        for (Holding holding : exposure.holdings()) {
            if (holding.change() > 0) {
                order(holding, Side.BUY, market, journal);
            }
        }
    }

    private void order(Holding holding, Side side, Market market, Journal journal) {
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
        PairRules.Rounded rounded = settings.rulesOf(pair).round(side, close, quantity);
        Order order = Order.decided(lane, pair, side, rounded.quantity(), rounded.price(), market.tick(), market.bar());
        if (rounded.refusal() == null) {
            journal.add(order);
            state.orders()
                    .add(OpenOrder.of(
                            order,
                            settings.firstBarAfter(market.tick()),
                            settings.execution().maxBars()));
        } else if (!closes) {
            // what is too little to be sold is left lying without a word at every tick
            journal.add(order.refused(rounded.refusal()));
        }
    }

    private AccountSnapshot snapshot(Market market) {
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
        return new Desk(lane, quote, settings, DeskState.read(in, lane, settings));
    }
}
