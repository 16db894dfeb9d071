package org.cryptosmarttrader.wire.conf;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.cryptosmarttrader.book.Broker;
import org.cryptosmarttrader.book.CostMethod;
import org.cryptosmarttrader.book.ExecutionSettings;
import org.cryptosmarttrader.book.FeeSchedule;
import org.cryptosmarttrader.book.PairRules;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.portfolio.Allocation;
import org.cryptosmarttrader.portfolio.Allocations;
import org.cryptosmarttrader.portfolio.Portfolio;
import org.cryptosmarttrader.portfolio.PortfolioSettings;
import org.cryptosmarttrader.risk.OrderLimits;
import org.cryptosmarttrader.risk.RiskSettings;
import org.cryptosmarttrader.strategy.Strategy;
import org.cryptosmarttrader.strategy.StrategyChoice;
import org.cryptosmarttrader.strategy.StrategySettings;
import org.cryptosmarttrader.time.TickGrid;

/** Reads conf/execution.yaml, conf/strategy.yaml and conf/risk.yaml. */
final class TradingReader {

    private static final String BY_REGIME = "by-regime";
    private static final String NO_ALLOCATION = "none";

    private final ConfFile execution;
    private final ConfFile strategy;
    private final ConfFile risk;
    private final List<String> faults;

    TradingReader(ConfFile execution, ConfFile strategy, ConfFile risk, List<String> faults) {
        this.execution = execution;
        this.strategy = strategy;
        this.risk = risk;
        this.faults = faults;
    }

    Trading read(TickGrid grid) {
        StrategySettings sizing = sizing();
        Trading trading = new Trading(execution(), sizing, strategies(sizing), portfolio(sizing), risk(), pairs());
        return checked(trading, () -> {
            trading.book(grid);
            return trading;
        });
    }

    private ExecutionSettings execution() {
        FeeSchedule kraken = FeeSchedule.kraken();
        ExecutionSettings harmless = ExecutionSettings.defaults(kraken, deposit());
        return checked(
                harmless,
                () -> new ExecutionSettings(
                        execution.whole("latencyMillis"),
                        execution.number("spread"),
                        execution.number("impact"),
                        execution.number("participation"),
                        execution.whole("maxBars"),
                        execution.number("minimumTrade"),
                        costMethod(),
                        checked(kraken, () -> new FeeSchedule(tiers("fees.taker"), tiers("fees.maker"))),
                        execution.decimals("capital"),
                        broker()));
    }

    private static SortedMap<String, BigDecimal> deposit() {
        SortedMap<String, BigDecimal> deposit = new TreeMap<>();
        deposit.put("USD", BigDecimal.ONE);
        return deposit;
    }

    private CostMethod costMethod() {
        String name = execution.text("costMethod");
        for (CostMethod method : CostMethod.values()) {
            if (method.name().equals(name)) {
                return method;
            }
        }
        execution.fault("costMethod", name, "FIFO or AVERAGE");
        return CostMethod.FIFO;
    }

    private Broker broker() {
        String name = execution.text("broker");
        for (Broker broker : Broker.values()) {
            if (broker.name().toLowerCase(Locale.ROOT).equals(name)) {
                return broker;
            }
        }
        execution.fault("broker", name, "paper or venue");
        return Broker.PAPER;
    }

    private List<FeeSchedule.Tier> tiers(String key) {
        return execution.decimalPairs(key).stream()
                .map(pair -> new FeeSchedule.Tier(pair.get(0), pair.get(1)))
                .toList();
    }

    private SortedMap<String, PairRules> pairs() {
        SortedMap<String, PairRules> pairs = new TreeMap<>();
        for (ConfFile rules : execution.tables("pairs")) {
            String pair = rules.text("pair");
            if (pairs.put(pair, rules(rules)) != null) {
                rules.fault("pair", pair, "each pair once");
            }
            rules.finish();
        }
        return pairs;
    }

    private static PairRules rules(ConfFile rules) {
        return new PairRules(
                rules.optionalWhole("lotDecimals").orElse(null),
                rules.optionalDecimal("tickSize").orElse(null),
                rules.optionalWhole("pairDecimals").orElse(null),
                rules.optionalWhole("costDecimals").orElse(null),
                rules.optionalDecimal("orderMin").orElse(null),
                rules.optionalDecimal("costMin").orElse(null),
                null);
    }

    private StrategySettings sizing() {
        return checked(
                StrategySettings.defaults(),
                () -> new StrategySettings(
                        risk.number("sizing.targetVolatility"),
                        risk.number("sizing.kellyFraction"),
                        risk.number("sizing.maxWeight")));
    }

    private StrategyChoice strategies(StrategySettings sizing) {
        List<String> index = strategy.texts("hold.index");
        double volatility = strategy.number("hold.targetVolatility");
        Horizon horizon = horizon();
        if (strategy.isSound("hold.targetVolatility") && !(volatility > 0)) {
            strategy.fault("hold.targetVolatility", volatility, "a volatility per year above 0; write 0.4");
        }
        List<Strategy> all = StrategyChoice.standard(sizing, index, volatility, horizon);
        String use = strategy.text("use");
        return checked(
                StrategyChoice.always(all.get(0)),
                () -> new StrategyChoice(
                        all,
                        use.equals(BY_REGIME) ? null : use,
                        strategy.words("table"),
                        horizon,
                        strategy.whole("compare.decisions"),
                        strategy.whole("compare.dwellHours"),
                        index));
    }

    private Horizon horizon() {
        String name = strategy.text("compare.horizon");
        try {
            return Horizon.parse(name);
        } catch (IllegalArgumentException e) {
            if (strategy.isSound("compare.horizon")) {
                strategy.fault("compare.horizon", name, "hours such as 24h");
            }
            return new Horizon(24);
        }
    }

    private Portfolio portfolio(StrategySettings sizing) {
        String name = risk.text("portfolio.allocation");
        Optional<Allocation> allocation = Allocations.named(name);
        if (allocation.isEmpty() && !name.equals(NO_ALLOCATION)) {
            risk.fault("portfolio.allocation", name, "none or one of " + String.join(", ", Allocations.names()));
        }
        PortfolioSettings settings = checked(
                PortfolioSettings.defaults(sizing.kellyFraction()),
                () -> new PortfolioSettings(
                        risk.number("portfolio.targetVolatility"),
                        risk.number("portfolio.paybackHours"),
                        1 / sizing.kellyFraction(),
                        risk.whole("portfolio.minimumReturns"),
                        risk.whole("portfolio.maxAssets"),
                        risk.number("portfolio.similar")));
        return new Portfolio(allocation.orElse(null), settings);
    }

    private RiskSettings risk() {
        return checked(
                RiskSettings.defaults(),
                () -> new RiskSettings(
                        risk.number("dataGap.maxAgeHours"),
                        risk.number("drawdown.max"),
                        risk.number("dailyLoss.max"),
                        risk.number("pair.maxWeight"),
                        risk.number("asset.maxWeight"),
                        risk.number("group.maxWeight"),
                        risk.number("gross.max"),
                        orders()));
    }

    private OrderLimits orders() {
        return checked(
                OrderLimits.defaults(),
                () -> new OrderLimits(
                        risk.whole("orders.maxOpen"),
                        risk.whole("orders.maxPerMinute"),
                        risk.number("orders.maxPriceDeviation"),
                        risk.number("orders.maxVolumeShare"),
                        risk.number("orders.maxSpread")));
    }

    /** A setting whose constructor says what is wrong with it, unless that was said when it was read. */
    private <T> T checked(T harmless, Supplier<T> setting) {
        int before = faults.size();
        try {
            return setting.get();
        } catch (IllegalArgumentException e) {
            if (faults.size() == before) {
                faults.add(e.getMessage());
            }
            return harmless;
        }
    }
}
