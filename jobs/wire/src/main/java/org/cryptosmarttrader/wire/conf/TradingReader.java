package org.cryptosmarttrader.wire.conf;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.cryptosmarttrader.book.CostMethod;
import org.cryptosmarttrader.book.ExecutionSettings;
import org.cryptosmarttrader.book.FeeSchedule;
import org.cryptosmarttrader.book.PairRules;
import org.cryptosmarttrader.risk.RiskSettings;
import org.cryptosmarttrader.strategy.StrategySettings;
import org.cryptosmarttrader.time.TickGrid;

/** Reads conf/execution.yaml and conf/risk.yaml. */
final class TradingReader {

    private final ConfFile execution;
    private final ConfFile risk;
    private final List<String> faults;

    TradingReader(ConfFile execution, ConfFile risk, List<String> faults) {
        this.execution = execution;
        this.risk = risk;
        this.faults = faults;
    }

    Trading read(TickGrid grid) {
        Trading trading = new Trading(execution(), sizing(), risk(), pairs());
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
                        execution.decimals("capital")));
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

    private RiskSettings risk() {
        return checked(
                RiskSettings.defaults(),
                () -> new RiskSettings(
                        risk.number("dataGap.maxAgeHours"),
                        risk.number("drawdown.max"),
                        risk.number("dailyLoss.max"),
                        risk.number("pair.maxWeight"),
                        risk.number("gross.max"),
                        risk.whole("orders.maxOpen"),
                        risk.number("orders.maxPriceDeviation")));
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
