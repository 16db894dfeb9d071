package org.cryptosmarttrader.book;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Executes market orders on paper against the bar that has just become known. Deterministic, without state of its own.
 */
final class PaperBroker {

    private final BookSettings settings;
    private final ExecutionModel model;

    PaperBroker(BookSettings settings) {
        this.settings = settings;
        this.model = new ExecutionModel(settings.execution());
    }

    /**
     * What came of an order in one bar.
     *
     * @param fill null if there was none
     * @param cut why no more than the fill can ever be had, null if more may
     */
    record Attempt(Fill fill, OrderReason cut) {

        static final Attempt NONE = new Attempt(null, null);
    }

    /**
     * Tries an order against its pair's bar; posts nothing. A sale the bar is far too thin for, so that slippage takes the
     * whole price, waits.
     */
    Attempt attempt(OpenOrder open, Market market, Account account, BigDecimal ownVolume) {
        PairQuote quote = market.quote(open.pair());
        double met = open.price(quote, market.bar());
        if (Double.isNaN(met) || !(quote.traded() > 0)) {
            return Attempt.NONE;
        }
        double slippage = slippage(open, met, quote);
        PairRules rules = settings.rulesOf(open.pair());
        BigDecimal price = rules.paid(open.side(), Decimals.of(model.price(open.side(), met, slippage, quote)));
        if (price.signum() <= 0) {
            return Attempt.NONE;
        }
        BigDecimal percent = settings.feesOf(open.pair()).takerPercent(ownVolume);
        BigDecimal offered = offered(open, price, quote, rules);
        BigDecimal possible = possible(open, price, percent, account, rules);
        BigDecimal quantity = offered.min(possible);
        Fill fill = quantity.signum() > 0 ? fill(open, market, quantity, price, percent, slippage) : null;
        return new Attempt(fill, possible.compareTo(offered) < 0 ? shortOf(open.side()) : null);
    }

    private static OrderReason shortOf(Side side) {
        return side == Side.BUY ? OrderReason.FUNDS : OrderReason.NOT_HELD;
    }

    private double slippage(OpenOrder open, double met, PairQuote quote) {
        double notional = open.order().quantity().doubleValue() * met;
        return model.slippage(model.spread(quote), quote.volatility(), notional, quote.traded());
    }

    /** What the order still wants and the bar takes. */
    private BigDecimal offered(OpenOrder open, BigDecimal price, PairQuote quote, PairRules rules) {
        double wanted = open.remaining().multiply(price).doubleValue();
        double taken = model.fillable(wanted, quote.traded());
        if (taken == wanted) {
            return open.remaining();
        }
        BigDecimal quantity = Decimals.of(taken).divide(price, MathContext.DECIMAL64);
        return rules.toLots(quantity).min(open.remaining());
    }

    /** What cash pays for, fee and its rounding included, or what is held. */
    private static BigDecimal possible(
            OpenOrder open, BigDecimal price, BigDecimal percent, Account account, PairRules rules) {
        if (open.side() == Side.SELL) {
            return account.position(open.pair()).quantity();
        }
        BigDecimal rounding = BigDecimal.ONE.movePointLeft(rules.costs());
        BigDecimal unitCost = price.multiply(BigDecimal.ONE.add(percent.movePointLeft(2)));
        return account.cash().subtract(rounding).divide(unitCost, rules.lots(), RoundingMode.DOWN);
    }

    private Fill fill(
            OpenOrder open, Market market, BigDecimal quantity, BigDecimal price, BigDecimal percent, double slippage) {
        Order order = open.order();
        int number = open.fills() + 1;
        PairRules rules = settings.rulesOf(order.pair());
        BigDecimal fee = FeeSchedule.fee(quantity.multiply(price), percent, rules.costs());
        return new Fill(
                order.id() + "#" + number,
                order.id(),
                number,
                order.lane(),
                order.pair(),
                order.side(),
                order.tick(),
                market.tick(),
                market.bar(),
                quantity,
                price,
                fee,
                percent,
                slippage,
                Decimals.of(open.firstOpen()),
                BigDecimal.ZERO,
                assumptions(market.quote(order.pair()), rules),
                null);
    }

    private static List<Assumption> assumptions(PairQuote quote, PairRules rules) {
        List<Assumption> assumptions = new ArrayList<>();
        if (!Double.isFinite(quote.spread())) {
            assumptions.add(Assumption.SPREAD);
        }
        if (Double.isNaN(quote.volatility())) {
            assumptions.add(Assumption.VOLATILITY);
        }
        if (Double.isNaN(quote.quoteVolume())) {
            assumptions.add(Assumption.QUOTE_VOLUME);
        }
        if (rules.fees() == null) {
            assumptions.add(Assumption.FEES);
        }
        if (rules.isIncomplete()) {
            assumptions.add(Assumption.PAIR_RULES);
        }
        return assumptions;
    }
}
