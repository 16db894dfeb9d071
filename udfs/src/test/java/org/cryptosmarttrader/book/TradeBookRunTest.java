package org.cryptosmarttrader.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.portfolio.Portfolio;
import org.cryptosmarttrader.portfolio.PortfolioSettings;
import org.cryptosmarttrader.portfolio.RiskParity;
import org.cryptosmarttrader.risk.RiskAction;
import org.cryptosmarttrader.risk.RiskHit;
import org.cryptosmarttrader.risk.RiskSettings;
import org.cryptosmarttrader.strategy.StrategyChoice;
import org.cryptosmarttrader.strategy.StrategySettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Made-up markets, at random but from a seed: they prove the bookkeeping, and say nothing about markets. */
@DisplayName("A trade book over a long run")
class TradeBookRunTest {

    private static final int TICKS = 2_000;
    private static final String[] PAIRS = {"AAA/USD", "BBB/USD", "CCC/USD", "DDD/USDT", "EEE/USDT", "FFF/USD"};

    private final BookSettings settings = settings(BookScene.standard());
    private static final String[] REGIMES = {"NORMAL/UP", "NORMAL/DOWN", "HIGH/UP", "UNKNOWN/UNKNOWN"};

    private int lastRegime;
    private final double[] prices = {100, 0.00001234, 30_000, 1.5, 7, 250};
    private final int[] silence = new int[PAIRS.length];
    private Random random;

    @BeforeEach
    void reset() {
        random = new Random(2024);
    }

    /** One strategy and no division, and the product's choice of strategies with a division by risk. */
    private static List<BookSettings> ways() {
        List<String> index = List.of("AAA", "BBB");
        TreeMap<String, String> table = new TreeMap<>();
        table.put("NORMAL/UP", "momentum");
        table.put("NORMAL/DOWN", "forecast");
        table.put("HIGH/UP", "managed-hold");
        StrategySettings sizing = StrategySettings.defaults();
        StrategyChoice choice = new StrategyChoice(
                StrategyChoice.standard(sizing, index, 0.4, BookScene.DAY), null, table, BookScene.DAY, 48, 24, index);
        Portfolio parity = new Portfolio(new RiskParity(), new PortfolioSettings(0.4, 672, 4, 100, 4, 0.8));
        BookSettings byRegime =
                BookScene.settings(BookScene.execution(), RiskSettings.defaults(), sizing, choice, parity);
        return List.of(settings(BookScene.standard()), settings(byRegime));
    }

    private static BookSettings settings(BookSettings standard) {
        TreeMap<String, BigDecimal> capital =
                new TreeMap<>(Map.of("USD", new BigDecimal("25000"), "USDT", new BigDecimal("3000")));
        ExecutionSettings execution = ExecutionSettings.defaults(FeeSchedule.kraken(), capital);
        TreeMap<String, PairRules> rules = new TreeMap<>();
        rules.put("AAA/USD", BookScene.TENTHS);
        rules.put("CCC/USD", new PairRules(4, null, 2, 2, new BigDecimal("0.001"), new BigDecimal("5"), null));
        return new BookSettings(
                standard.grid(),
                execution,
                standard.sizing(),
                standard.strategies(),
                standard.portfolio(),
                standard.rules(),
                rules);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void balances_after_every_tick_and_never_borrows(BookSettings settings) {
        TradeBook book = new TradeBook(settings);
        int fills = 0;
        for (BookTick tick : run()) {
            BookEvents events = book.onTick(rearmingAll(tick));
            fills += events.fills().size();

            assertThat(book.balances()).as("tick %d", tick.bar()).isTrue();
            assertThat(events.accounts()).allSatisfy(TradeBookRunTest::addsUp);
        }
        assertThat(fills).isGreaterThan(1_000);
    }

    private static void addsUp(AccountSnapshot account) {
        BigDecimal deposit =
                settings(BookScene.standard()).execution().capital().get(account.quote());
        assertThat(account.cash()).isNotNegative();
        assertThat(account.equity())
                .isEqualByComparingTo(account.cash().add(account.grossExposure()))
                .isEqualByComparingTo(deposit.add(account.realised()).add(account.unrealised()))
                .isLessThanOrEqualTo(account.peakEquity());
    }

    @Test
    void fills_nothing_better_than_the_bar_allows_nor_more_than_was_ordered_or_traded() {
        TradeBook book = new TradeBook(settings);
        TreeMap<String, BigDecimal> left = new TreeMap<>();
        for (BookTick tick : run()) {
            TreeMap<String, PairQuote> quotes = new TreeMap<>();
            tick.quotes().forEach(quote -> quotes.put(quote.pair(), quote));
            BookEvents events = book.onTick(tick);
            for (Fill fill : events.fills()) {
                PairQuote quote = quotes.get(fill.pair());
                double price = fill.price().doubleValue();
                assertThat(fill.side() == Side.BUY ? price >= quote.low() : price <= quote.high())
                        .isTrue();
                assertThat(fill.notional().doubleValue()).isLessThanOrEqualTo(0.05 * quote.traded() * 1.0000001);
                assertThat(fill.bar()).isGreaterThan(0);
                BigDecimal rest = left.merge(fill.orderId(), fill.quantity().negate(), BigDecimal::add);
                assertThat(rest).isNotNegative();
            }
            events.orders().stream()
                    .filter(order -> order.status() == OrderStatus.NEW)
                    .forEach(order -> assertThat(left.put(order.id(), order.quantity()))
                            .as("order ids are unique")
                            .isNull());
        }
    }

    @Test
    void never_trades_in_the_gated_lane_while_no_gate_passes() {
        TradeBook book = new TradeBook(settings);
        for (BookTick tick : run()) {
            List<Signal> shut = tick.signals().stream()
                    .map(signal -> new Signal(
                            signal.pair(),
                            signal.horizon(),
                            signal.probabilityUp(),
                            signal.expectedReturn(),
                            signal.upper(),
                            signal.volatility(),
                            signal.regime(),
                            false,
                            signal.passesResearch()))
                    .toList();
            BookEvents events = book.onTick(new BookTick(tick.tick(), tick.bar(), tick.quotes(), shut));

            assertThat(events.orders()).noneMatch(order -> order.lane() == Lane.GATED);
            assertThat(BookScene.account(events, Lane.GATED).equity()).isEqualByComparingTo("25000");
        }
    }

    @Test
    void buys_nothing_in_an_account_whose_kill_switch_is_off_nor_in_a_frozen_pair() {
        TradeBook book = new TradeBook(settings);
        TreeSet<RiskAction> seen = new TreeSet<>();
        for (BookTick tick : run()) {
            BookEvents events = book.onTick(tick);
            events.hits().forEach(hit -> seen.add(hit.action()));
            events.accounts().stream().filter(AccountSnapshot::stopped).forEach(account -> assertThat(events.orders())
                    .noneMatch(order -> isNewBuy(order)
                            && order.lane() == account.lane()
                            && Symbols.quote(order.pair()).equals(account.quote())));
            events.hits().stream()
                    .filter(hit -> hit.action() == RiskAction.FREEZE)
                    .forEach(hit -> assertThat(events.orders())
                            .noneMatch(order -> order.status() == OrderStatus.NEW && isOf(order, hit)));
        }
        assertThat(seen)
                .contains(
                        RiskAction.CLOSE_ALL,
                        RiskAction.FREEZE,
                        RiskAction.EXIT,
                        RiskAction.CUT,
                        RiskAction.NO_NEW_RISK);
    }

    private static boolean isNewBuy(Order order) {
        return order.status() == OrderStatus.NEW && order.side() == Side.BUY;
    }

    private static boolean isOf(Order order, RiskHit hit) {
        return order.lane() == hit.lane() && order.pair().equals(hit.pair());
    }

    @Test
    void does_the_same_whatever_the_order_of_quotes_signals_and_notices() {
        TradeBook book = new TradeBook(settings);
        TradeBook shuffled = new TradeBook(settings);
        Random order = new Random(1);
        for (BookTick tick : run()) {
            List<PairQuote> quotes = new ArrayList<>(tick.quotes());
            List<Signal> signals = new ArrayList<>(tick.signals());
            List<Notice> notices = new ArrayList<>(rearmingAll(tick).notices());
            Collections.shuffle(quotes, order);
            Collections.shuffle(signals, order);
            Collections.shuffle(notices, order);

            assertThat(shuffled.onTick(new BookTick(tick.tick(), tick.bar(), quotes, signals, notices)))
                    .isEqualTo(book.onTick(rearmingAll(tick)));
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void goes_on_from_its_bytes_at_every_tick_as_if_nothing_had_happened(BookSettings settings) {
        TradeBook straight = new TradeBook(settings);
        BookScene interrupted = new BookScene(settings);
        for (BookTick tick : run()) {
            BookEvents expected = straight.onTick(rearmingAll(tick));

            assertThat(interrupted.book().onTick(rearmingAll(tick))).isEqualTo(expected);
            byte[] before = interrupted.bytes();
            interrupted.restart();
            assertThat(interrupted.bytes()).isEqualTo(before);
        }
    }

    /** A tick at which, now and then, every account is re-armed; most of them have no need. */
    private static BookTick rearmingAll(BookTick tick) {
        List<Notice> notices = new ArrayList<>();
        if (tick.bar() % 7 == 0) {
            for (Lane lane : Lane.values()) {
                for (String quote : List.of("USD", "USDT")) {
                    Rearm rearm = new Rearm(lane, quote, "a test", "to go on");
                    notices.add(new Notice(
                            EventKind.REARM,
                            "operators",
                            "",
                            notices.size(),
                            tick.tick() - 1,
                            tick.tick(),
                            List.of(rearm.words())));
                }
            }
        }
        return new BookTick(tick.tick(), tick.bar(), tick.quotes(), tick.signals(), notices);
    }

    /** Prices that wander and at times fall, bars that stay away, forecasts of every kind. */
    private List<BookTick> run() {
        List<BookTick> ticks = new ArrayList<>();
        for (long bar = 0; bar < TICKS; bar++) {
            List<PairQuote> quotes = new ArrayList<>();
            List<Signal> signals = new ArrayList<>();
            for (int pair = 0; pair < PAIRS.length; pair++) {
                quotes.add(quote(pair));
                signals(PAIRS[pair], signals);
            }
            ticks.add(new BookTick(BookScene.HOURLY.tick(bar), bar, quotes, signals));
        }
        return ticks;
    }

    private PairQuote quote(int pair) {
        boolean isSilent = random.nextInt(silence[pair] > 0 ? 2 : 60) == 0;
        silence[pair] = isSilent ? silence[pair] + 1 : 0;
        if (isSilent) {
            return PairQuote.absent(PAIRS[pair], unknown(0.01), 500_000, silence[pair]);
        }
        double open = prices[pair] * (1 + 0.002 * random.nextGaussian());
        double crash = random.nextInt(400) == 0 ? 0.7 : 1;
        prices[pair] = open * crash * Math.max(0.5, 1 + 0.012 * random.nextGaussian());
        double close = prices[pair];
        double traded = 1_000_000 * random.nextDouble() * random.nextDouble() * random.nextDouble();
        double fillPrice = pair % 2 == 0 ? Double.NaN : random.nextInt(5) == 0 ? 0 : (open + close) / 2;
        return new PairQuote(
                PAIRS[pair],
                true,
                open,
                Math.max(open, close) * 1.003,
                Math.min(open, close) * 0.997,
                close,
                traded / close,
                pair == 3 ? Double.NaN : traded,
                fillPrice,
                unknown(0.0004),
                unknown(0.01),
                500_000,
                0);
    }

    private void signals(String pair, List<Signal> signals) {
        String regime = REGIMES[random.nextInt(200) == 0 ? random.nextInt(REGIMES.length) : lastRegime];
        lastRegime = List.of(REGIMES).indexOf(regime);
        for (Horizon horizon : Horizon.ALL) {
            if (random.nextInt(4) > 0) {
                signals.add(new Signal(
                        pair,
                        horizon,
                        unknown(random.nextDouble()),
                        unknown(0.05 * random.nextGaussian()),
                        unknown(0.1 * random.nextGaussian()),
                        unknown(0.05 + 0.2 * random.nextDouble()),
                        regime,
                        random.nextInt(3) == 0,
                        random.nextInt(3) > 0));
            }
        }
    }

    private double unknown(double value) {
        return random.nextInt(30) == 0 ? Double.NaN : value;
    }
}
