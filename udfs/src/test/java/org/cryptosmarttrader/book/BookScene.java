package org.cryptosmarttrader.book;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.portfolio.Portfolio;
import org.cryptosmarttrader.portfolio.PortfolioSettings;
import org.cryptosmarttrader.risk.OrderLimits;
import org.cryptosmarttrader.risk.RiskRules;
import org.cryptosmarttrader.risk.RiskSettings;
import org.cryptosmarttrader.strategy.FollowForecast;
import org.cryptosmarttrader.strategy.Strategy;
import org.cryptosmarttrader.strategy.StrategyChoice;
import org.cryptosmarttrader.strategy.StrategySettings;
import org.cryptosmarttrader.time.TickGrid;

/** Small words for stories about a trade book: hour after hour, what the market does and what the forecasts say. */
final class BookScene {

    static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);
    static final String BTC = "BTC/USD";
    static final String ETH = "ETH/USD";
    static final Horizon DAY = new Horizon(24);

    /** The volatility of an hour and the quote volume of a bar, unless a story says otherwise. */
    static final double VOLATILITY = 0.006;

    static final double VOLUME = 1_000_000;

    /** Steps of 0.1 in the price, eight decimals in the quantity, five in the fee. */
    static final PairRules TENTHS = new PairRules(
            8, new BigDecimal("0.1"), 1, 5, new BigDecimal("0.00005"), new BigDecimal("0.5"), FeeSchedule.kraken());

    /** No portfolio step. */
    static final Portfolio EACH_WHAT_IT_WANTS = new Portfolio(null, PortfolioSettings.defaults(0.25));

    /** A calm market that goes nowhere. */
    static final String REGIME = "NORMAL/SIDEWAYS";

    private TradeBook book;
    private final BookSettings settings;
    private long bar;
    private List<Notice> said = List.of();
    private long sequence;

    /** A book whose first tick decides on the bar that starts at the epoch. */
    BookScene(BookSettings settings) {
        this.settings = settings;
        this.book = new TradeBook(settings);
    }

    static ExecutionSettings execution() {
        return ExecutionSettings.defaults(FeeSchedule.kraken(), dollars("10000"));
    }

    static SortedMap<String, BigDecimal> dollars(String amount) {
        return new TreeMap<>(Map.of("USD", new BigDecimal(amount)));
    }

    static SortedMap<String, PairRules> tenths(String... pairs) {
        TreeMap<String, PairRules> rules = new TreeMap<>();
        for (String pair : pairs) {
            rules.put(pair, TENTHS);
        }
        return rules;
    }

    /** 10,000 dollars in each lane, the limits and the strategy of the product, at most a fifth in a pair. */
    static BookSettings standard() {
        return settings(execution(), RiskSettings.defaults(), StrategySettings.MAX_WEIGHT);
    }

    /** The same, but everything may be put into one pair. */
    static BookSettings allIn() {
        return settings(execution(), new RiskSettings(2, 0.15, 0.03, 1, 1, 1, 1, OrderLimits.defaults()), 1);
    }

    /** The limits of the product, but an order may be as large as all that is traded in an hour. */
    static RiskSettings wholeVolume() {
        return new RiskSettings(2, 0.15, 0.03, 0.2, 0.25, 0.5, 1, new OrderLimits(20, 30, 0.05, 1, 0.01));
    }

    /** The standard, but the orders of the lane GATED go to a venue. */
    static BookSettings atVenue() {
        ExecutionSettings paper = execution();
        return settings(
                new ExecutionSettings(
                        paper.latencyMillis(),
                        paper.spread(),
                        paper.impact(),
                        paper.participation(),
                        paper.maxBars(),
                        paper.minimumTrade(),
                        paper.costMethod(),
                        paper.fees(),
                        paper.capital(),
                        Broker.VENUE),
                RiskSettings.defaults(),
                StrategySettings.MAX_WEIGHT);
    }

    static BookSettings settings(ExecutionSettings execution, RiskSettings risk, double maxWeight) {
        StrategySettings sizing = new StrategySettings(0.4, 0.25, maxWeight);
        StrategyChoice forecast = StrategyChoice.always(new FollowForecast(sizing));
        return settings(execution, risk, sizing, forecast, EACH_WHAT_IT_WANTS);
    }

    static BookSettings settings(ExecutionSettings execution, RiskSettings risk, Strategy strategy) {
        return settings(
                execution, risk, StrategySettings.defaults(), StrategyChoice.always(strategy), EACH_WHAT_IT_WANTS);
    }

    static BookSettings settings(
            ExecutionSettings execution,
            RiskSettings risk,
            StrategySettings sizing,
            StrategyChoice strategies,
            Portfolio portfolio) {
        return new BookSettings(
                HOURLY, execution, sizing, strategies, portfolio, RiskRules.standard(risk), tenths(BTC, ETH));
    }

    // the market

    /** A ready-made hourly bar that trades much. */
    static PairQuote bar(String pair, double open, double high, double low, double close) {
        return traded(pair, open, high, low, close, VOLUME, Double.NaN);
    }

    /** A bar in which the price does not move. */
    static PairQuote flat(String pair, double price) {
        return bar(pair, price, price, price, price);
    }

    /** A bar in which little is traded. */
    static PairQuote thin(String pair, double price, double quoteVolume) {
        return traded(pair, price, price, price, price, quoteVolume, Double.NaN);
    }

    /** A bar folded from trades, with the first price behind the decision and its latency; 0 if there was none. */
    static PairQuote folded(String pair, double open, double close, double fillPrice) {
        return traded(pair, open, Math.max(open, close), Math.min(open, close), close, VOLUME, fillPrice);
    }

    /** No bar in the hour; {@code since} hours after the last. */
    static PairQuote silent(String pair, int since) {
        return PairQuote.absent(pair, VOLATILITY, VOLUME, since);
    }

    /** The same bar, with a spread quoted. */
    static PairQuote quoted(PairQuote bar, double spread) {
        return new PairQuote(
                bar.pair(),
                bar.present(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume(),
                bar.quoteVolume(),
                bar.fillPrice(),
                spread,
                bar.volatility(),
                bar.meanQuoteVolume(),
                bar.barsSinceNewest());
    }

    private static PairQuote traded(
            String pair, double open, double high, double low, double close, double quoteVolume, double fillPrice) {
        return new PairQuote(
                pair,
                true,
                open,
                high,
                low,
                close,
                quoteVolume / close,
                quoteVolume,
                fillPrice,
                Double.NaN,
                VOLATILITY,
                VOLUME,
                0);
    }

    // the forecasts

    /** A rise is expected, and every gate of both lanes passes. */
    static Signal rise(String pair) {
        return rise(pair, DAY);
    }

    static Signal rise(String pair, Horizon horizon) {
        return new Signal(pair, horizon, 0.7, 0.05, 0.1, 0.001, REGIME, true, true);
    }

    /** A rise is expected, but only the lane RESEARCH may act on it. */
    static Signal unprovenRise(String pair) {
        return new Signal(pair, DAY, 0.7, 0.05, 0.1, 0.001, REGIME, false, true);
    }

    /** A fall is expected. */
    static Signal fall(String pair) {
        return fall(pair, DAY);
    }

    static Signal fall(String pair, Horizon horizon) {
        return new Signal(pair, horizon, 0.3, -0.05, 0.1, 0.001, REGIME, true, true);
    }

    /** A rise smaller than its costs is expected: nothing to buy for, nothing to sell for. */
    static Signal dull(String pair) {
        return new Signal(pair, DAY, 0.6, 0.001, 0.1, 0.001, REGIME, true, true);
    }

    // what happens

    /** One hour passes in one pair. */
    BookEvents hour(PairQuote quote, Signal... signals) {
        return hour(List.of(quote), List.of(signals));
    }

    BookEvents hour(List<PairQuote> quotes, List<Signal> signals) {
        BookTick tick = new BookTick(HOURLY.tick(bar), bar, quotes, signals, said);
        said = List.of();
        bar++;
        return book.onTick(tick);
    }

    /** A person re-arms an account during the hour that comes. */
    BookScene rearmed(Lane lane, String name, String reason) {
        return said(EventKind.REARM, "operators", new Rearm(lane, "USD", name, reason).words());
    }

    /** The venue reports during the hour that comes. */
    BookScene reported(Execution report) {
        return said(EventKind.EXECUTION, "kraken", report.words());
    }

    /** Something is said to the book during the hour that comes, in this order. */
    BookScene said(EventKind kind, String source, String... words) {
        List<Notice> more = new ArrayList<>(said);
        long at = HOURLY.tick(bar) - TickGrid.MINUTE;
        more.add(new Notice(kind, source, "", ++sequence, at - 10, at, List.of(words)));
        said = more;
        return this;
    }

    /** Several hours pass in which the price stays where it is and nothing is forecast. */
    BookEvents hours(int count, String pair, double price) {
        BookEvents last = null;
        for (int hour = 0; hour < count; hour++) {
            last = hour(flat(pair, price));
        }
        return last;
    }

    TradeBook book() {
        return book;
    }

    /** The bar that the next tick decides on. */
    long bar() {
        return bar;
    }

    /** The job stops here and goes on from its checkpoint. */
    void restart() {
        byte[] bytes = bytes();
        book = read(bytes);
    }

    byte[] bytes() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            book.write(new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TradeBook read(byte[] bytes) {
        try {
            return TradeBook.read(new DataInputStream(new ByteArrayInputStream(bytes)), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // what is looked at

    static AccountSnapshot account(BookEvents events, Lane lane) {
        return account(events, lane, "USD");
    }

    static AccountSnapshot account(BookEvents events, Lane lane, String quote) {
        return events.accounts().stream()
                .filter(account -> account.lane() == lane && account.quote().equals(quote))
                .findFirst()
                .orElseThrow();
    }

    /** Fills of the lane RESEARCH. */
    static List<Fill> fills(BookEvents events) {
        return fills(events, Lane.RESEARCH);
    }

    static List<Fill> fills(BookEvents events, Lane lane) {
        return events.fills().stream().filter(fill -> fill.lane() == lane).toList();
    }

    /** Orders of the lane RESEARCH. */
    static List<Order> orders(BookEvents events) {
        return orders(events, Lane.RESEARCH);
    }

    static List<Order> orders(BookEvents events, Lane lane) {
        return events.orders().stream().filter(order -> order.lane() == lane).toList();
    }
}
